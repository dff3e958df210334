/**
 * Colours of operations: Paul Tol's "light" and "muted" hues, told apart by people with any kind of colour vision; red is
 * left to what is late. Colour never stands alone: a bar says its order, lateness has a mark, frozen work a band.
 */

const HUES = ["#77aadd", "#99ddff", "#44bb99", "#bbcc33", "#eedd88", "#ffaabb", "#aaaadd", "#c9b18f", "#88ccaa", "#ddaa77"];

export const INK = "#1c2730";
export const SETUP = "#8a6d3b";
export const LATE = "#b3130a";

function hue(text) {
    let hash = 7;
    for (let i = 0; i < text.length; i++) {
        hash = (hash * 31 + text.charCodeAt(i)) % 100_003;
    }
    return hash % HUES.length;
}

/** The items that differ only in their last two digits: AV-1010 and AV-1020 are AV-10. */
export function family(item) {
    return item ? item.number.replace(/\d\d$/, "") : "";
}

const KEYS = {
    order: (operation) => operation.line.order,
    family: (operation) => family(operation.line.item),
    state: (operation) => operation.state
};

export class Colours {
    constructor() {
        this.by = "order";
    }

    /** 0 to 9, also the number of a class in board.css. */
    hue(operation) {
        return hue(KEYS[this.by](operation));
    }

    fill(operation) {
        return HUES[this.hue(operation)];
    }
}
