/**
 * One picture behind each row: the hours nobody works, downtime, and, where bars would be too many for elements of their
 * own, the operations too. A picture covers the loaded window and is stretched while the window moves.
 */

import {INK, LATE, SETUP} from "./colours.js";

const CLOSED = "#e6eaee";
const BAR_TOP = 4;

function stripes(context, background, line) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const paint = tile.getContext("2d");
    paint.fillStyle = background;
    paint.fillRect(0, 0, 8, 8);
    paint.strokeStyle = line;
    paint.lineWidth = 1.5;
    for (const shift of [-8, 0, 8]) {
        paint.beginPath();
        paint.moveTo(shift, 8);
        paint.lineTo(shift + 8, 0);
        paint.stroke();
    }
    return context.createPattern(tile, "repeat");
}

function dots(context) {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const paint = tile.getContext("2d");
    paint.fillStyle = "#e4f3ea";
    paint.fillRect(0, 0, 6, 6);
    paint.fillStyle = "#1f6f50";
    paint.fillRect(2, 2, 2, 2);
    return context.createPattern(tile, "repeat");
}

export class Lanes {
    constructor(colours) {
        this.colours = colours;
        this.pictures = new Map();
    }

    /** The picture of a row, always the same element. */
    of(row) {
        let picture = this.pictures.get(row.index);
        if (!picture) {
            picture = document.createElement("canvas");
            picture.setAttribute("aria-hidden", "true");
            this.pictures.set(row.index, picture);
        }
        return picture;
    }

    /**
     * @param {number} scale pixels per millisecond
     * @param {(operation) => boolean} dimmed what stands back behind a followed line
     * @param {boolean} bars whether operations are drawn too
     */
    paint(plan, row, from, to, scale, height, bars, dimmed) {
        const picture = this.of(row);
        const ratio = Math.min(2, window.devicePixelRatio || 1);
        const width = Math.min(8000, Math.round((to - from) * scale * ratio));
        picture.width = width;
        picture.height = height * ratio;
        const context = picture.getContext("2d");
        const x = (instant) => (Math.min(Math.max(instant, from), to) - from) / (to - from) * width;
        this.shade(context, row, x, from, to, picture.height);
        if (bars) {
            this.bars(context, plan.within(row, from, to), x, picture.height, ratio, dimmed);
        }
    }

    shade(context, row, x, from, to, height) {
        if (row.open !== null) {
            context.fillStyle = CLOSED;
            let shut = from;
            for (let i = 0; i < row.open.length && row.open[i] < to; i += 2) {
                if (row.open[i + 1] > from) {
                    context.fillRect(x(shut), 0, x(row.open[i]) - x(shut), height);
                    shut = row.open[i + 1];
                }
            }
            context.fillRect(x(shut), 0, x(to) - x(shut), height);
        }
        for (const each of [...row.overtime, ...row.closed]) {
            if (each.to > from && each.from < to) {
                context.fillStyle = each.kind === "closed" ? stripes(context, "#f3d9cf", "#a4492a") : dots(context);
                context.fillRect(x(each.from), 0, x(each.to) - x(each.from), height);
            }
        }
    }

    bars(context, operations, x, height, ratio, dimmed) {
        const top = BAR_TOP * ratio;
        const thick = height - 2 * top;
        for (const each of operations) {
            context.globalAlpha = dimmed(each) ? 0.18 : 1;
            const start = x(each.start);
            const wide = Math.max(ratio, x(each.end) - start);
            if (each.from < each.start) {
                context.fillStyle = SETUP;
                context.fillRect(x(each.from), top + thick * 0.3, Math.max(1, start - x(each.from)), thick * 0.7);
            }
            context.fillStyle = this.colours.fill(each);
            context.fillRect(start, top, wide, thick);
            if (wide > 4 * ratio) {
                context.fillStyle = INK;
                context.globalAlpha *= 0.35;
                context.fillRect(start, top, ratio, thick);
            }
            context.globalAlpha = dimmed(each) ? 0.18 : 1;
            if (each.late) {
                context.fillStyle = LATE;
                context.fillRect(start, top, wide, 3 * ratio);
                context.fillRect(start, top + thick - 3 * ratio, wide, 3 * ratio);
            }
        }
        context.globalAlpha = 1;
    }
}
