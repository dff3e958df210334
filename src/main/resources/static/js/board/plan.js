/** The feed (BoardFeed) with its tables joined, and the questions the board asks of it. */

import {PlantClock} from "./clock.js";

const LATE = 1;
const FROZEN = 2;
const HELD = 4;

export class Plan {
    constructor(feed) {
        this.schedule = feed.schedule;
        this.sequence = feed.sequence;
        this.clock = new PlantClock(feed.origin, feed.zone);
        const at = (minute) => this.clock.at(minute);
        this.now = at(feed.now);
        this.frozenUntil = at(feed.frozenUntil);
        this.centres = feed.centres.map(([code, name]) => ({code, name}));
        this.items = feed.items.map(([number, name]) => ({number, name}));
        const hours = feed.hours.map((minutes) => minutes.map(at));
        this.rows = feed.rows.map(([code, name, centre, shared, state], index) => ({
            index, code, name, centre, state: feed.states[state],
            open: shared < 0 ? null : hours[shared], closed: [], overtime: [], operations: []
        }));
        for (const kind of ["closed", "overtime"]) {
            for (const [row, from, to, reason] of feed[kind]) {
                this.rows[row][kind].push({kind, from: at(from), to: at(to), reason});
            }
        }
        this.lines = feed.lines.map(([name, order, customer, item, quantity, promised, requested, projected, due, end, expires],
            index) => ({
            index, name, order, customer: feed.customers[customer] ?? "", item: this.items[item], quantity, promised, requested,
            projected, due: due ? at(due) : null, end: end ? at(end) : null, expires: expires === null ? null : at(expires),
            operations: []
        }));
        this.productions = feed.productions.map(([number, line, item, quantity]) =>
            ({number, line: this.lines[line], item: this.items[item], quantity}));
        this.operations = feed.operations.map((row, index) => this.operation(row, index, feed));
        this.rows.forEach((row) => row.operations.sort((a, b) => a.from - b.from));
        this.lines.forEach((line) => line.operations.sort((a, b) => a.start - b.start));
        this.unplaced = feed.unplaced.map(([production, sequence, name, centre, due]) => ({
            production: this.productions[production], sequence, name: feed.names[name], centre: this.centres[centre], due: at(due)
        }));
        this.days = feed.days.map(at);
        this.load = feed.load.map(([centre, capacity, running, changeover]) =>
            ({centre: this.centres[centre], capacity, running, changeover}));
    }

    operation([production, sequence, name, row, setupStart, start, end, state, flags, wait, waitedFor, waitedUntil], index, feed) {
        const made = this.productions[production];
        const operation = {
            index, production: made, line: made.line, id: `${made.number}-${sequence}`, name: feed.names[name],
            row: this.rows[row],
            from: this.clock.at(setupStart), start: this.clock.at(start), end: this.clock.at(end),
            state: feed.states[state],
            late: (flags & LATE) !== 0, frozen: (flags & FROZEN) !== 0, held: (flags & HELD) !== 0,
            wait, waitedFor, waitedUntil: this.clock.at(waitedUntil)
        };
        operation.row.operations.push(operation);
        operation.line.operations.push(operation);
        return operation;
    }

    /** What the machine is set up for before an operation. */
    stateBefore(operation) {
        const at = operation.row.operations.indexOf(operation);
        return at > 0 ? operation.row.operations[at - 1].state : operation.row.state;
    }

    /** A row's operations that lie in a window; they are sorted and do not overlap. */
    within(row, from, to) {
        const all = row.operations;
        let low = 0;
        let high = all.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (all[middle].end > from) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        let until = low;
        while (until < all.length && all[until].from < to) {
            until++;
        }
        return all.slice(low, until);
    }

    /** The operation of a row at an instant, or the nearest one no further away than that. */
    near(row, instant, reach) {
        return this.within(row, instant - reach, instant + reach)
            .map((operation) => ({operation, away: Math.max(0, operation.from - instant, instant - operation.end)}))
            .sort((a, b) => a.away - b.away)[0]?.operation;
    }

    line(name) {
        return this.lines.find((line) => line.name === name);
    }

    first() {
        return this.operations.length ? Math.min(...this.operations.map((each) => each.from)) : this.now;
    }

    last() {
        return this.operations.length ? Math.max(...this.operations.map((each) => each.end)) : this.now;
    }

    /** Where work begins or goes on from now. */
    nextWork() {
        const ahead = this.operations.filter((each) => each.end > this.now).map((each) => each.from);
        return ahead.length ? Math.max(Math.min(...ahead), this.now) : this.first();
    }

    /** Lines that have work and speak of all the words, those that start with the text first. */
    find(text) {
        const words = text.toLowerCase().split(/\s+/).filter((word) => word !== "");
        if (words.length === 0) {
            return [];
        }
        return this.lines
            .filter((line) => line.operations.length > 0)
            .map((line) => ({line, speaks: this.speaks(line)}))
            .filter(({speaks}) => words.every((word) => speaks.includes(word)))
            .sort((a, b) => Number(b.speaks.startsWith(words[0])) - Number(a.speaks.startsWith(words[0])))
            .map(({line}) => line);
    }

    speaks(line) {
        const made = new Set(line.operations.map((each) => each.production.item).filter((item) => item !== line.item));
        return [line.name, line.customer, ...[line.item, ...made].map((item) => item ? `${item.number} ${item.name}` : "")]
            .join(" ").toLowerCase();
    }
}
