/** The planner's board: draws the feed, follows lines, answers the pointer and the keyboard, stays up to date. */

import {DAY, HOUR} from "./clock.js";
import {Colours} from "./colours.js";
import {keys} from "./keys.js";
import {LoadLanes} from "./load.js";
import {Plan} from "./plan.js";
import {Search} from "./search.js";
import {Rows} from "./timeline.js";
import {details, element, lineName, sentence} from "./words.js";

const ASK_EVERY = 10_000;
const RETIME_EVERY = 120_000;
const SPANS = {day: DAY, week: 7 * DAY, month: 30 * DAY};

class Board {
    constructor(panel) {
        this.panel = panel;
        this.place = panel.querySelector("#board");
        this.tip = panel.querySelector("#tip");
        this.said = panel.querySelector("#said");
        this.news = panel.querySelector("#news");
        this.colours = new Colours();
        this.rows = new Rows(this.place, this.colours, (operation) => this.follow(operation ? operation.line : null));
        this.load = new LoadLanes(panel.querySelector("#load-lanes"));
        this.readAt = 0;
    }

    async start() {
        performance.mark("board-asked");
        const plan = await this.read();
        performance.mark("board-read");
        this.plan = plan;
        const {from, to} = this.firstWindow(plan);
        this.rows.draw(plan, from, to);
        this.rows.timeline.on("changed", () => this.drawn());
        this.showUnplaced();
        this.listen();
        const line = plan.line(this.panel.dataset.line);
        if (line) {
            this.follow(line);
            line.operations.length > 0 && this.rows.reveal(line.operations[0]);
        }
        setInterval(() => this.ask(), ASK_EVERY);
    }

    async read() {
        const answer = await fetch(this.panel.dataset.feed);
        if (!answer.ok || answer.status === 204) {
            throw new Error("the board's feed answered " + answer.status);
        }
        this.readAt = Date.now();
        return new Plan(await answer.json());
    }

    /** The week that is asked for, else the days from where work goes on; on a narrow screen fewer. */
    firstWindow(plan) {
        const days = this.place.clientWidth < 700 ? 2 : 7;
        if (this.panel.dataset.from) {
            const from = plan.clock.startOfWeek(Date.parse(this.panel.dataset.from));
            return {from, to: from + days * DAY};
        }
        const work = plan.nextWork();
        const from = work - plan.now < 2 * HOUR ? plan.now - 3 * HOUR : plan.clock.startOfDay(work) - 2 * HOUR;
        const last = plan.last() + 12 * HOUR;
        return {from, to: Math.max(from + DAY, Math.min(from + days * DAY, last))};
    }

    /** Called after the timeline was drawn, so what lies beneath it is in step with it. */
    drawn() {
        const {from, to} = this.rows.window();
        this.load.draw(this.plan, from, to, this.rows.left());
        this.place.dataset.from = new Date(from).toISOString();
        this.place.dataset.hours = String(Math.round((to - from) / HOUR));
        // The timeline hides itself until it has drawn the window it was given.
        if (!this.painted && this.rows.timeline.initialDrawDone) {
            this.painted = true;
            requestAnimationFrame(() => setTimeout(() => {
                performance.mark("board-painted");
                this.place.dataset.painted = String(Math.round(performance.now()));
            }));
        }
    }

    listen() {
        this.place.addEventListener("mousemove", (event) => this.hover(event));
        this.place.addEventListener("mouseleave", () => this.hideTip());
        this.place.addEventListener("keydown", keys(this));
        const lanes = this.load.canvas;
        lanes.addEventListener("mousemove", (event) => {
            const box = lanes.getBoundingClientRect();
            const words = this.load.wordsAt(event.clientX - box.left, event.clientY - box.top, this.plan);
            words ? this.showTip(element("p", words), event.clientX, event.clientY) : this.hideTip();
        });
        lanes.addEventListener("mouseleave", () => this.hideTip());
        for (const button of this.panel.querySelectorAll("[data-span]")) {
            button.addEventListener("click", () => this.zoom(button.dataset.span));
        }
        this.panel.querySelector("#colour-by").addEventListener("change", (event) => {
            this.colours.by = event.target.value;
            this.rows.fill(true);
        });
        document.addEventListener("click", (event) => this.clicked(event));
        document.addEventListener("visibilitychange", () => document.hidden || this.ask());
        document.addEventListener("duebook:plan", () => this.ask());
        this.search = new Search(this.panel.querySelector("#search"), () => this.plan, (line) => this.jump(line));
    }

    clicked(event) {
        const target = event.target.closest("[data-follow], [data-operation], [data-clear-chain]");
        if (!target) {
            return;
        }
        if (target.dataset.clearChain !== undefined) {
            this.follow(null);
        } else if (target.dataset.operation !== undefined) {
            const operation = this.plan.operations.find((each) => each.id === target.dataset.operation);
            operation && this.point(operation);
        } else {
            const line = this.plan.line(target.dataset.follow);
            if (line) {
                event.preventDefault();
                this.jump(line);
                this.place.scrollIntoView({block: "nearest"});
            }
        }
    }

    hover(event) {
        if (this.hovering) {
            return;
        }
        this.hovering = requestAnimationFrame(() => {
            this.hovering = null;
            const operation = event.buttons === 0 ? this.rows.hit(event) : undefined;
            const unusual = operation ? undefined : this.unusualAt(event);
            if (operation) {
                this.showTip(details(operation, this.plan), event.clientX, event.clientY);
            } else if (unusual) {
                const name = unusual.kind === "closed" ? "Down" : "Overtime";
                this.showTip(element("p", `${name}: ${unusual.reason}, ${this.plan.clock.span(unusual.from, unusual.to)}`), event.clientX, event.clientY);
            } else {
                this.hideTip();
            }
        });
    }

    unusualAt(event) {
        const at = this.rows.timeline.getEventProperties(event);
        if (typeof at.group !== "string" || at.group[0] !== "r") {
            return undefined;
        }
        const row = this.plan.rows[Number(at.group.slice(1))];
        return [...row.closed, ...row.overtime].find((each) => each.from <= at.time && at.time < each.to);
    }

    showTip(content, x, y) {
        this.tip.replaceChildren(content);
        this.tip.hidden = false;
        const box = this.tip.getBoundingClientRect();
        this.tip.style.left = Math.max(4, Math.min(x + 14, window.innerWidth - box.width - 8)) + "px";
        this.tip.style.top = Math.max(4, y + 18 + box.height > window.innerHeight ? y - box.height - 12 : y + 18) + "px";
    }

    hideTip() {
        this.tip.hidden = true;
    }

    /** Highlights a line and shows its operations beside the board. */
    follow(line) {
        this.rows.follow(line);
        this.panel.classList.toggle("with-chain", line !== null);
        htmx.ajax("GET", `${this.panel.dataset.chain}?line=${encodeURIComponent(line ? line.name : "")}`,
            {target: "#chain", swap: "outerHTML"});
        this.said.textContent = line ? `${lineName(line)}: ${line.operations.length} operations highlighted` : "";
        this.rows.timeline.redraw();
    }

    jump(line) {
        this.follow(line);
        const operation = line.operations.find((each) => each.end > this.plan.now) ?? line.operations[0];
        operation && this.point(operation);
    }

    /** Moves the keyboard's place to an operation and says what it is. */
    point(operation) {
        this.rows.setCursor(operation);
        this.rows.reveal(operation);
        this.said.textContent = sentence(operation, this.plan);
        const {from, to} = this.rows.window();
        const box = this.place.getBoundingClientRect();
        const group = this.rows.timeline.itemSet.groups["r" + operation.row.index];
        const x = box.left + this.rows.left() + (Math.max(from, operation.start) - from) / (to - from) * this.rows.width();
        const y = box.top + this.rows.timeline.body.domProps.top.height + group.top + this.rows.timeline._getScrollTop() + 20;
        this.showTip(details(operation, this.plan), x, y);
    }

    zoom(span) {
        const {from, to} = this.rows.window();
        const move = (start, end) => this.rows.timeline.setWindow(start, end, {animation: false});
        if (span === "all") {
            move(Math.min(this.plan.first(), this.plan.now) - 6 * HOUR, this.plan.last() + 12 * HOUR);
        } else if (span === "now") {
            move(this.plan.now - (to - from) * 0.08, this.plan.now + (to - from) * 0.92);
        } else if (span === "before" || span === "after") {
            const step = (to - from) * (span === "before" ? -0.5 : 0.5);
            move(from + step, to + step);
        } else if (span === "in" || span === "out") {
            const half = (to - from) * (span === "in" ? 0.3 : 0.8);
            move((from + to) / 2 - half, (from + to) / 2 + half);
        } else {
            const anchor = from <= this.plan.now && this.plan.now <= to ? this.plan.now - SPANS[span] * 0.08 : this.plan.clock.startOfDay(from + HOUR);
            move(anchor, anchor + SPANS[span]);
        }
        this.hideTip();
    }

    showUnplaced() {
        const lane = this.panel.querySelector("#unplaced");
        const all = [...this.plan.unplaced].sort((a, b) => a.due - b.due);
        const shown = all.slice(0, 60).map((each) => {
            const card = element("a", "", "unplaced-card");
            card.href = this.panel.dataset.orders + encodeURIComponent(each.production.line.order);
            card.append(element("strong", lineName(each.production.line)),
                element("span", `${each.sequence} ${each.name}, ${each.centre.code}`),
                element("span", `${each.production.item.number}, ${each.production.quantity}`),
                element("span", `due ${this.plan.clock.day(each.due)}`, each.due < this.plan.now ? "over" : ""));
            return card;
        });
        lane.querySelector(".cards").replaceChildren(...shown,
            ...(all.length > shown.length ? [element("span", `and ${all.length - shown.length} more`, "sub")] : []));
        lane.querySelector(".count").textContent = String(all.length);
        lane.classList.toggle("none", all.length === 0);
    }

    /** Asks whether another plan is in force; the page of a run is told too. */
    async ask() {
        try {
            const answer = await fetch(this.panel.dataset.standing, {headers: {Accept: "application/json"}});
            if (!answer.ok || answer.redirected) {
                return;
            }
            const standing = await answer.json();
            document.dispatchEvent(new CustomEvent("duebook:standing", {detail: standing}));
            const moved = standing.schedule !== this.plan.schedule || standing.sequence !== this.plan.sequence;
            if (moved || Date.now() - this.readAt > RETIME_EVERY) {
                await this.renew();
            }
        } catch (unreachable) {
            this.news.textContent = "The server does not answer; the board shows the plan as it was.";
        }
    }

    async renew() {
        const before = this.plan;
        const plan = await this.read();
        const followed = this.rows.followed ? plan.line(this.rows.followed.name) ?? null : null;
        const cursor = this.rows.cursor ? plan.operations.find((each) => each.id === this.rows.cursor.id) ?? null : null;
        this.plan = plan;
        this.rows.followed = followed;
        this.rows.cursor = cursor;
        this.rows.replace(plan);
        this.showUnplaced();
        this.follow(followed);
        if (plan.schedule !== before.schedule) {
            this.news.textContent = `A new plan was published; the board shows it since ${plan.clock.time(plan.now)}.`;
            htmx.trigger(document.body, "duebook:published");
        } else {
            this.news.textContent = "";
        }
    }
}

const panel = document.querySelector("#board-panel");
if (panel) {
    new Board(panel).start().catch((broken) => {
        panel.querySelector("#news").textContent = "The board cannot be drawn: " + broken.message + ". The week as a table shows the plan too.";
        throw broken;
    });
}
