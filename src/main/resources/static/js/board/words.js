/** What the board says of an operation, as elements: nothing a customer is called can become markup. */

import {dayOf, duration} from "./clock.js";

export function element(name, text = "", className = "") {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) {
        made.className = className;
    }
    return made;
}

/** Why it starts no earlier, in words; empty when nothing kept it. */
export function waitInWords(operation, clock) {
    const until = clock.moment(operation.waitedUntil);
    switch (operation.wait) {
        case "M": return `${operation.waitedFor} is taken until ${until}`;
        case "P": return `waits for ${operation.waitedFor} until ${until}`;
        case "C": return `nobody works on ${operation.waitedFor} before ${until}`;
        case "W": return `waits for ${operation.waitedFor}, here ${clock.day(operation.waitedUntil)}`;
        case "R": return `is released ${clock.day(operation.waitedUntil)}`;
        default: return "";
    }
}

export function changeoverInWords(operation, plan) {
    return operation.from < operation.start
        ? duration(operation.start - operation.from)
            + (operation.state ? `: from ${plan.stateBefore(operation) || "unknown"} to ${operation.state}` : "")
        : "";
}

function datesInWords(line, clock) {
    const promised = line.promised ? `promised ${dayOf(line.promised)}` : `asked for ${line.requested ? dayOf(line.requested) : "–"}`;
    const projected = line.projected ? `, by this plan ${dayOf(line.projected)}` : "";
    return promised + projected + (line.expires ? `, held until ${clock.moment(line.expires)}` : "");
}

export function lateInWords(line) {
    return line.due !== null && line.end > line.due ? `late by ${duration(line.end - line.due)}` : "";
}

/** A line's name for people: a quote has no number worth reading. */
export function lineName(line) {
    return line.expires === null ? line.name : "Held quote " + line.name.slice(0, 8) + line.name.slice(line.name.lastIndexOf("/"));
}

/** One sentence, for who cannot see the bar. */
export function sentence(operation, plan) {
    return [
        `${operation.row.code}: ${lineName(operation.line)}, ${operation.name}`,
        plan.clock.span(operation.start, operation.end),
        operation.late ? lateInWords(operation.line) || "late" : "",
        operation.held ? "held for a quote" : "",
        operation.frozen ? "frozen" : ""
    ].filter((part) => part !== "").join(", ");
}

/** The details shown beside the pointer. */
export function details(operation, plan) {
    const {line, production} = operation;
    const box = document.createDocumentFragment();
    const head = element("p", "", "tip-head");
    head.append(element("strong", lineName(line)));
    for (const [text, tone] of [
        [operation.late ? lateInWords(line) || "late" : "", "bad"],
        [operation.held ? "held" : "", "wait"],
        [operation.frozen ? "frozen" : "", "plain"]
    ]) {
        if (text) {
            head.append(" ", element("span", text, "tag " + tone));
        }
    }
    box.append(head);
    const facts = element("dl", "", "facts");
    const fact = (name, text) => {
        if (text) {
            facts.append(element("dt", name), element("dd", text));
        }
    };
    fact("Customer", line.customer);
    fact("Item", line.item ? `${line.item.number} ${line.item.name}, ${line.quantity}` : "");
    fact("Step", `${operation.id.slice(operation.id.lastIndexOf("-") + 1)} ${operation.name}`);
    fact("Makes", production.item && production.item !== line.item
        ? `${production.item.number} ${production.item.name}, ${production.quantity}` : "");
    fact("On", operation.row.open === null ? "vendor" : operation.row.code);
    fact("Runs", plan.clock.span(operation.start, operation.end));
    fact("Changeover", changeoverInWords(operation, plan));
    fact("Dates", datesInWords(line, plan.clock));
    fact("Bound by", waitInWords(operation, plan.clock));
    box.append(facts);
    return box;
}
