/** The board by keyboard: arrows walk from operation to operation, letters change the window. */

const LETTERS = {
    d: "day", w: "week", m: "month", a: "all", n: "now", "+": "in", "=": "in", "-": "out", PageUp: "before", PageDown: "after"
};

export function keys(board) {
    return (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        if (LETTERS[key]) {
            board.zoom(LETTERS[key]);
        } else if (key === "/") {
            board.search.input.focus();
        } else if (key === "Escape") {
            board.hideTip();
            board.rows.cursor = null;
            board.follow(null);
        } else if (key === "Enter") {
            board.rows.cursor && board.follow(board.rows.cursor.line);
        } else if (key.startsWith("Arrow")) {
            const next = step(board, key);
            next && board.point(next);
        } else {
            return;
        }
        event.preventDefault();
    };
}

/** The next operation on the machine, or the nearest in time on another. */
function step(board, key) {
    const {cursor} = board.rows;
    const {from, to} = board.rows.window();
    if (!cursor) {
        return board.plan.rows.map((row) => board.plan.within(row, from, to)[0]).find((each) => each) ?? board.plan.operations[0];
    }
    const row = cursor.row;
    if (key === "ArrowLeft" || key === "ArrowRight") {
        return row.operations[row.operations.indexOf(cursor) + (key === "ArrowRight" ? 1 : -1)];
    }
    const way = key === "ArrowDown" ? 1 : -1;
    const middle = (cursor.start + cursor.end) / 2;
    for (let at = row.index + way; at >= 0 && at < board.plan.rows.length; at += way) {
        const near = board.plan.near(board.plan.rows[at], middle, to - from);
        if (near) {
            return near;
        }
    }
    return undefined;
}
