/**
 * The machines' rows on vis-timeline. Only what lies in the window and half a window on both sides is given to it; where
 * that is more than {@link DETAIL} operations they are drawn into the rows' pictures instead, so that panning stays smooth
 * however long the plan is.
 */

import {DAY, HOUR} from "./clock.js";
import {Lanes} from "./lanes.js";
import {element, lineName} from "./words.js";

const DETAIL = 420;
const ROW = 30;
const VENDOR_ROW = 22;
const LETTER = 6.3;
const REACH = 4;

export class Rows {
    /** @param {HTMLElement} place
     *  @param {Colours} colours
     *  @param {(operation, event) => void} picked an operation was clicked, or none */
    constructor(place, colours, picked) {
        this.place = place;
        this.colours = colours;
        this.lanes = new Lanes(colours);
        this.items = new vis.DataSet();
        this.groups = new vis.DataSet();
        this.picked = picked;
        this.followed = null;
        this.cursor = null;
    }

    /** Draws a plan in a window for the first time. */
    draw(plan, from, to) {
        this.plan = plan;
        this.groups.add(this.grouped(plan));
        this.timeline = new vis.Timeline(this.place, this.items, this.groups, {
            ...this.limits(plan),
            start: from, end: to,
            dataAttributes: ["bar"], stack: false, selectable: false, showTooltips: false, showCurrentTime: false,
            orientation: {axis: "top", item: "top"}, margin: {axis: 4, item: {horizontal: 0, vertical: 4}},
            zoomKey: "ctrlKey", verticalScroll: true, horizontalScroll: true, horizontalScrollKey: "shiftKey",
            maxHeight: this.room(plan),
            moment: plan.clock.momentIn(vis.moment), groupOrder: "order",
            template: (item) => this.content(item), groupTemplate: (group) => this.label(group),
            format: {
                minorLabels: (date, scale) => date.format(this.minor(scale)),
                majorLabels: {hour: "ddd D MMMM", minute: "ddd D MMMM", weekday: "MMMM YYYY", day: "MMMM YYYY"}
            }
        });
        this.timeline.addCustomTime(plan.now, "now");
        this.timeline.addCustomTime(plan.frozenUntil, "frozen");
        this.timeline.on("rangechange", () => this.fill(false));
        this.timeline.on("rangechanged", () => this.fill(false));
        this.timeline.on("click", (event) => this.picked(this.hit(event), event));
        // Else it stays hidden for another fifth of a second, to see whether its window still moves.
        this.timeline.initialRangeChangeDone = true;
        this.fill(true);
    }

    /** Puts another plan in the place of the one shown; the window stays. */
    replace(plan) {
        this.plan = plan;
        this.timeline.setOptions({...this.limits(plan), moment: plan.clock.momentIn(vis.moment)});
        const groups = this.grouped(plan);
        const wanted = new Set(groups.map((group) => group.id));
        this.groups.remove(this.groups.getIds().filter((id) => !wanted.has(id)));
        this.groups.update(groups.map(({showNested, ...group}) =>
            this.groups.get(group.id) ? group : group.nestedGroups ? {...group, showNested} : group));
        this.timeline.setCustomTime(plan.now, "now");
        this.timeline.setCustomTime(plan.frozenUntil, "frozen");
        this.fill(true);
    }

    limits(plan) {
        return {min: Math.min(plan.first(), plan.now) - 7 * DAY, max: plan.last() + 28 * DAY, zoomMin: 2 * HOUR};
    }

    /** How high the rows may be for the load to be seen beneath them without scrolling the page. */
    room(plan) {
        const above = this.place.getBoundingClientRect().top + window.scrollY;
        return Math.max(360, Math.round(window.innerHeight - above - plan.load.length * 26 - 34));
    }

    minor(scale) {
        const wide = this.timeline !== undefined && DAY / (this.window().to - this.window().from) * this.width() > 52;
        return {year: "YYYY", month: "MMM", week: "[week] w", weekday: "ddd D", day: wide ? "ddd D" : "D"}[scale] ?? "HH:mm";
    }

    grouped(plan) {
        const groups = [];
        const centres = [...new Set(plan.rows.map((row) => row.centre))];
        for (const centre of centres) {
            const rows = plan.rows.filter((row) => row.centre === centre);
            groups.push({
                id: "c" + centre, content: plan.centres[centre].name || plan.centres[centre].code, order: rows[0].index - 0.5,
                nestedGroups: rows.map((row) => "r" + row.index), showNested: true, className: "centre-row"
            });
            for (const row of rows) {
                groups.push({
                    id: "r" + row.index, content: row.code, row: row.index, order: row.index,
                    className: row.open === null ? "vendor-row" : "machine-row"
                });
            }
        }
        return groups;
    }

    label(group) {
        if (group.row === undefined) {
            return element("span", group.content, "centre-name");
        }
        const row = this.plan.rows[group.row];
        const label = element("span", "", "row-label");
        label.title = `${row.code} ${row.name}`;
        label.append(element("strong", row.code), element("span", row.name));
        return label;
    }

    content(item) {
        if (item.row !== undefined) {
            return this.lanes.of(this.plan.rows[item.row]);
        }
        return element("span", item.content);
    }

    window() {
        const {start, end} = this.timeline.getWindow();
        return {from: start.valueOf(), to: end.valueOf()};
    }

    /** Where time begins, in pixels from the left. */
    left() {
        return this.timeline.dom.leftContainer.offsetWidth;
    }

    /** Sees to it that what is in the window is there. */
    fill(anew) {
        const {from, to} = this.window();
        const span = to - from;
        const kept = this.loaded;
        if (!anew && kept && from >= kept.from && to <= kept.to && span > kept.span * 0.7 && span < kept.span * 1.4) {
            return;
        }
        const loaded = {from: from - span / 2, to: to + span / 2, span};
        const shown = this.plan.rows.map((row) => this.plan.within(row, loaded.from, loaded.to));
        loaded.dense = shown.reduce((sum, each) => sum + each.length, 0) > DETAIL;
        const scale = this.width() / span;
        const items = [];
        this.plan.rows.forEach((row, index) => {
            this.lanes.paint(this.plan, row, loaded.from, loaded.to, scale, row.open === null ? VENDOR_ROW : ROW,
                loaded.dense, (operation) => this.isDimmed(operation));
            items.push({id: "l" + index, row: index, group: "r" + index, type: "background", start: loaded.from, end: loaded.to,
                content: "", className: "lane"});
            if (!loaded.dense) {
                shown[index].forEach((operation) => this.bars(operation, scale, items));
            }
        });
        items.push({id: "frozen", type: "background", start: Math.min(this.plan.first(), this.plan.now), end: this.plan.frozenUntil,
            content: "", className: "frozen-zone"});
        if (!loaded.dense && this.cursor) {
            this.addCursor(items);
        }
        this.show(items, anew);
        this.loaded = loaded;
        this.place.dataset.dense = String(loaded.dense);
    }

    /** Leaves alone what is there already, so that a pan costs only what comes in. */
    show(items, anew) {
        const wanted = new Set(items.map((item) => item.id));
        this.items.remove(this.items.getIds().filter((id) => !wanted.has(id)));
        this.items.update(anew ? items : items.filter((item) =>
            item.type === "background" || item.scaled || this.items.get(item.id) === null));
    }

    bars(operation, scale, items) {
        const states = (operation.late ? " late" : "") + (operation.frozen ? " frozen" : "") + (operation.held ? " held" : "")
            + (operation.line === this.followed ? " in-chain" : "") + (operation === this.cursor ? " cursor" : "");
        const group = "r" + operation.row.index;
        if (operation.from < operation.start) {
            items.push({id: "s" + operation.index, group, start: operation.from, end: operation.start, content: "",
                className: "setup" + states});
        }
        items.push({
            id: "o" + operation.index, bar: operation.id, group, start: operation.start, end: operation.end, scaled: true,
            content: this.text(operation, (operation.end - operation.start) * scale),
            className: `operation hue-${this.colours.hue(operation)}${states}`
        });
    }

    /** As much of the line's name as the bar has room for; a late one says so without colour too. */
    text(operation, width) {
        const mark = operation.late ? "! " : "";
        const name = lineName(operation.line);
        const letters = (width - 8) / LETTER;
        return [mark + name, mark + name.slice(name.lastIndexOf("-") + 1), mark.trim()].find((text) => text.length <= letters) ?? "";
    }

    isDimmed(operation) {
        return this.followed !== null && operation.line !== this.followed;
    }

    addCursor(items) {
        const item = items.find((each) => each.id === "o" + this.cursor.index);
        if (item && !item.className.includes(" cursor")) {
            item.className += " cursor";
        }
    }

    /** Lets one line stand out; null lets all be equal again. */
    follow(line) {
        this.followed = line;
        this.place.classList.toggle("has-chain", line !== null);
        this.fill(true);
    }

    setCursor(operation) {
        this.cursor = operation;
        this.fill(true);
    }

    /** The operation under a pointer's event; in a dense view within a few pixels. */
    hit(event) {
        const at = event.what === undefined ? this.timeline.getEventProperties(event) : event;
        if (typeof at.item === "string" && /^[os]\d+$/.test(at.item)) {
            return this.plan.operations[Number(at.item.slice(1))];
        }
        if (typeof at.group !== "string" || at.group[0] !== "r" || !["background", "item", null].includes(at.what)) {
            return undefined;
        }
        const {from, to} = this.window();
        return this.plan.near(this.plan.rows[Number(at.group.slice(1))], at.time.valueOf(), REACH * (to - from) / this.width());
    }

    width() {
        return this.timeline ? this.timeline.body.domProps.center.width || this.place.clientWidth : this.place.clientWidth;
    }

    /** Brings an operation into view, the window as wide as it is. */
    reveal(operation) {
        const {from, to} = this.window();
        if (operation.from < from || operation.end > to) {
            const start = operation.from - (to - from) * 0.15;
            this.timeline.setWindow(start, start + (to - from), {animation: false});
        }
        this.fill(false);
        this.scrollTo("r" + operation.row.index);
    }

    scrollTo(id) {
        const group = this.timeline.itemSet.groups[id];
        const {centerContainer} = this.timeline.body.domProps;
        const top = -this.timeline._getScrollTop();
        if (group && (group.top < top || group.top + ROW > top + centerContainer.height)) {
            this.timeline._setScrollTop(-Math.max(0, group.top - centerContainer.height / 3));
            this.timeline._redraw();
        }
    }
}
