/** How full the work centres are, day by day or week by week, under the same stretch of time as the board. */

import {INK, LATE, SETUP} from "./colours.js";
import {DAY} from "./clock.js";

const LANE = 26;
const NARROWEST_DAY = 26;
const RUN = "#77aadd";

export class LoadLanes {
    /** @param {HTMLCanvasElement} canvas as wide as the board */
    constructor(canvas) {
        this.canvas = canvas;
        this.boxes = [];
    }

    /** @param {number} left where time begins, in pixels from the left */
    draw(plan, from, to, left) {
        const width = this.canvas.parentElement.clientWidth;
        const height = plan.load.length * LANE + 2;
        const ratio = Math.min(2, window.devicePixelRatio || 1);
        if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
            this.canvas.width = Math.round(width * ratio);
            this.canvas.height = Math.round(height * ratio);
            this.canvas.style.height = height + "px";
        }
        const context = this.canvas.getContext("2d");
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        const x = (instant) => left + (instant - from) / (to - from) * (width - left);
        const spans = this.spans(plan, from, to, DAY / (to - from) * (width - left) >= NARROWEST_DAY);
        this.boxes = [];
        plan.load.forEach((load, index) => {
            const top = index * LANE + 1;
            context.save();
            context.beginPath();
            context.rect(left, 0, width - left, height);
            context.clip();
            for (const span of spans) {
                this.bar(context, load, span, x, top, plan);
            }
            context.restore();
            context.fillStyle = INK;
            context.textBaseline = "middle";
            context.font = "600 11.5px system-ui, sans-serif";
            context.fillText(load.centre.code, 10, top + LANE / 2, left - 14);
            if (left > 150) {
                const room = context.measureText(load.centre.code).width + 18;
                context.fillStyle = "#5b6873";
                context.font = "11.5px system-ui, sans-serif";
                context.fillText(load.centre.name, room, top + LANE / 2, left - room - 6);
            }
            context.fillStyle = "#e3e8ec";
            context.fillRect(0, top + LANE - 1, width, 1);
        });
    }

    /** Days, or the weeks they add up to: the first and the last day of each, by position. */
    spans(plan, from, to, daily) {
        const spans = [];
        for (let day = 0; day < plan.days.length - 1; day++) {
            const last = spans[spans.length - 1];
            if (daily || !last || plan.clock.isMonday(plan.days[day])) {
                spans.push({first: day, last: day});
            } else {
                last.last = day;
            }
        }
        return spans.filter(({first, last}) => plan.days[first] < to && plan.days[last + 1] > from);
    }

    bar(context, load, {first, last}, x, top, plan) {
        let capacity = 0;
        let running = 0;
        let changeover = 0;
        for (let day = first; day <= last; day++) {
            capacity += load.capacity[day];
            running += load.running[day];
            changeover += load.changeover[day];
        }
        const used = running + changeover;
        if (capacity === 0 && used === 0) {
            return;
        }
        const start = x(plan.days[first]) + 1;
        const wide = x(plan.days[last + 1]) - 1 - start;
        const full = LANE - 5;
        const base = top + LANE - 2;
        const over = used > capacity;
        const high = (minutes) => capacity === 0 ? full : Math.min(full, minutes / capacity * full);
        context.fillStyle = "#eef1f3";
        context.fillRect(start, base - full, wide, full);
        context.fillStyle = over ? LATE : RUN;
        context.fillRect(start, base - high(running), wide, high(running));
        context.fillStyle = SETUP;
        context.fillRect(start, base - high(used), wide, high(used) - high(running));
        const percent = capacity === 0 ? null : Math.round(used / capacity * 100);
        this.boxes.push({load, start, end: start + wide, top, capacity, running, changeover, percent, first, last});
        const text = (over ? "▲ " : "") + (percent === null ? "" : `${percent} %`);
        context.font = (over ? "700 " : "") + "10.5px system-ui, sans-serif";
        if (wide > context.measureText(text).width + 6) {
            context.fillStyle = over ? "#ffffff" : INK;
            context.textBaseline = "middle";
            context.fillText(text, start + 4, base - full / 2 + 0.5);
        }
    }

    /** What stands at a place of the canvas, in words; empty when nothing does. */
    wordsAt(x, y, plan) {
        const box = this.boxes.find((each) => x >= each.start && x <= each.end && y >= each.top && y < each.top + LANE);
        if (!box) {
            return "";
        }
        const hours = (minutes) => (minutes / 60).toFixed(1);
        const when = box.first === box.last
            ? plan.clock.day(plan.days[box.first])
            : `${plan.clock.day(plan.days[box.first])} – ${plan.clock.day(plan.days[box.last])}`;
        return `${box.load.centre.code} ${box.load.centre.name}, ${when}: ${hours(box.running + box.changeover)} of ${hours(box.capacity)} h`
            + ` used, ${hours(box.changeover)} h of it changeovers${box.percent === null ? "" : `, ${box.percent} %`}`
            + (box.running + box.changeover > box.capacity ? ": more than there is" : "");
    }
}
