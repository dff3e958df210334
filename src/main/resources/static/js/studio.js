"use strict";

/* The grid of a table: each cell is kept when it is left, one after the other; arrows, Tab and Enter move. Without this file
   the grid is one form with a button. */

const grid = () => document.getElementById("sheet");
let line = Promise.resolve();
let waiting = 0;

function say(words) {
    document.getElementById("said").textContent = words;
}

function trouble(words) {
    const box = document.getElementById("trouble");
    box.textContent = words;
    box.hidden = words === "";
}

/** Does one thing after the other, so that an edit always meets the rows as the last one left them. */
function inTurn(work) {
    waiting++;
    line = line.then(work).catch(() => {
        trouble("No answer came. What you typed is still here; leave the cell once more to keep it.");
    }).finally(() => { waiting--; });
    return line;
}

async function post(action, fields) {
    const body = new URLSearchParams();
    for (const name of ["_csrf", "file", "page", "all"]) {
        body.set(name, grid().elements[name].value);
    }
    fields.forEach(([name, value]) => body.set(name, value));
    const answer = await fetch(action, { method: "POST", body, headers: { "HX-Request": "true" } });
    const text = await answer.text();
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("sheet");
    if (answer.status === 401 || answer.status === 403) {
        trouble("You are no longer signed in, or may not do this. What you typed is still here; sign in again in another tab.");
        return null;
    }
    if (!fresh) {
        throw new Error("answer " + answer.status);
    }
    trouble("");
    return document.adoptNode(fresh);
}

/** What names the row of a cell: its place, its key, and its id as it was kept. */
function rowOf(cell) {
    const row = cell.closest("tr");
    return { at: row.dataset.at, key: row.dataset.key, id: row.querySelector("input.cell").defaultValue };
}

/** The same row among those of an answer, though it moved or was changed; the row that was sent stands where the answer says. */
function sameRow(fresh, row, sentAt) {
    const rows = [...fresh.querySelectorAll("tr[id][data-at]")];
    const one = (like) => { const found = rows.filter(like); return found.length === 1 ? found[0] : undefined; };
    const go = row.at === sentAt && fresh.dataset.go && fresh.dataset.go !== "0" ? fresh.dataset.go : null;
    return one((each) => each.dataset.at === go)
        ?? one((each) => each.dataset.at === row.at && each.dataset.key === row.key)
        ?? one((each) => each.dataset.key === row.key)
        ?? one((each) => each.querySelector("input.cell").defaultValue === row.id);
}

/** Puts the answer in the place of the grid, but keeps where somebody is and what is typed and not sent yet. */
function show(fresh, sent) {
    const old = grid();
    const refused = fresh.dataset.refused === "true";
    const scroll = old.querySelector(".sheet-scroll");
    const [left, top] = [scroll.scrollLeft, scroll.scrollTop];
    const active = document.activeElement;
    const here = old.contains(active) && active.classList.contains("cell") ? { name: active.name, row: rowOf(active), from: active.selectionStart, to: active.selectionEnd } : null;
    const sentAt = sent?.name.split(".")[1];
    const now = (name, row) => {
        const same = sameRow(fresh, row, sentAt);
        return same && fresh.elements["cell." + same.dataset.at + "." + name.split(".")[2]];
    };
    const typed = [...old.querySelectorAll("input.cell")].filter((cell) => cell.value !== cell.defaultValue && (refused || !sent || cell.name !== sent.name || cell.value !== sent.value)).map((cell) => ({ name: cell.name, value: cell.value, before: cell.dataset.refused, row: rowOf(cell) }));
    const chosen = old.querySelector(".row-choice:checked")?.value;
    old.replaceWith(fresh);
    const lost = [];
    for (const { name, value, before, row } of typed) {
        const cell = now(name, row);
        if (!cell) {
            lost.push(`“${value.slice(0, 200)}” of row ${row.id}`);
        } else {
            cell.value = value;
            if (cell.name !== name && !before && !refused) { keep(cell.name); }
            if (before || refused && sent?.name === name) {
                cell.dataset.refused = "true";
                cell.setAttribute("aria-invalid", "true");
                cell.closest("td").classList.add("wrong");
            }
        }
    }
    if (lost.length > 0) { trouble("Not kept, since the row is not here any more: " + lost.join(", ")); }
    fresh.querySelector(".sheet-scroll").scrollTo(left, top);
    const go = fresh.dataset.go;
    const target = !sent && go && go !== "0" ? fresh.elements["cell." + go + ".0"] : here && now(here.name, here.row);
    if (target) {
        target.focus({ preventScroll: !!here && !!sent });
        if (sent && here) {
            target.setSelectionRange(here.from, here.to);
        } else {
            target.select();
        }
    } else if (chosen) {
        const radio = fresh.querySelector(`.row-choice[value="${chosen}"]`);
        if (radio) { radio.checked = true; }
    }
    say(refused ? "not kept" : "kept");
    document.dispatchEvent(new CustomEvent("duebook:kept"));
}

/** Whoever takes back what was refused has nothing to be told any more. */
function takenBack(cell) {
    if (cell.dataset.refused) {
        delete cell.dataset.refused;
        cell.removeAttribute("aria-invalid");
        cell.closest("td").classList.remove("wrong");
        document.getElementById("not-kept")?.remove();
    }
}

function keep(name) {
    return inTurn(async () => {
        const cell = grid().elements[name];
        if (!cell || cell.value === cell.defaultValue) {
            return;
        }
        const sent = { name, value: cell.value };
        const row = cell.closest("tr");
        const fresh = await post(grid().action, [["key." + row.dataset.at, row.dataset.key], [name, cell.value]]);
        if (fresh) { show(fresh, sent); }
    });
}

function act(what) {
    const row = grid().querySelector(".row-choice:checked");
    const at = row ? row.value : what === "add" ? String(lastRow()) : null;
    if (at === null) {
        say("Choose a row first.");
        return;
    }
    inTurn(async () => {
        const now = grid().querySelector(`tr[data-at="${at}"]`);
        grid().inert = true;
        try {
            const fresh = await post(grid().dataset.rows, [["do", what], ["row", at], ["key." + at, now ? now.dataset.key : ""]]);
            if (fresh) { show(fresh, null); }
        } finally {
            grid().inert = false;
        }
    });
}

function lastRow() {
    const rows = grid().querySelectorAll("tr[data-at]");
    return rows.length === 0 ? 0 : rows[rows.length - 1].dataset.at;
}

/** What may stand in the cell, and values to pick. */
function explain(cell) {
    const row = cell.closest("tr");
    const place = cell.name.split(".")[2];
    const column = grid().querySelector(`th[data-place="${place}"]`);
    const own = row.dataset.words && column.textContent === "value" ? row.dataset : column.dataset;
    const help = document.getElementById("cell-help");
    help.replaceChildren();
    const words = document.createElement("div");
    const name = document.createElement("strong");
    name.textContent = column.textContent + ": ";
    words.append(name, own.words);
    help.append(words);
    const choices = own.choices ? own.choices.split("|") : [];
    if (choices.length > 0) {
        const chips = document.createElement("div");
        chips.className = "chips";
        choices.forEach((choice) => {
            const chip = document.createElement("button");
            chip.type = "button";
            chip.tabIndex = -1;
            chip.textContent = choice;
            chip.dataset.cell = cell.name;
            chips.append(chip);
        });
        help.append(chips);
    }
}

/** The column of ids stays in place and must not cover the cell somebody is in. */
function uncover(cell) {
    const pin = cell.closest("tr").querySelector(".pin");
    const covered = pin.getBoundingClientRect().right - cell.getBoundingClientRect().left;
    if (!pin.contains(cell) && covered > 0) {
        cell.closest(".sheet-scroll").scrollLeft -= covered + 8;
    }
}

document.addEventListener("focusin", (event) => {
    const cell = event.target;
    if (cell.matches?.("input.cell")) {
        cell.closest("tr").querySelector(".row-choice").checked = true;
        uncover(cell);
        explain(cell);
    }
});

document.addEventListener("focusout", (event) => {
    const cell = event.target;
    if (cell.matches?.("input.cell") && cell.isConnected) {
        if (cell.value === cell.defaultValue) {
            takenBack(cell);
        } else {
            keep(cell.name);
        }
    }
});

function take(chip) {
    const cell = grid().elements[chip.dataset.cell];
    if (cell) {
        cell.value = chip.textContent;
        cell.focus();
        keep(cell.name);
    }
}

document.addEventListener("mousedown", (event) => {
    if (event.target.matches(".chips button")) {
        event.preventDefault();
        take(event.target);
    }
});

document.addEventListener("click", (event) => {
    const button = event.target.closest("#sheet button[name=do]");
    if (button) {
        event.preventDefault();
        act(button.value);
    }
});

function step(cell, across, down) {
    const rows = [...grid().querySelectorAll("tbody tr[id]")];
    const cells = (row) => [...row.querySelectorAll("input.cell")];
    const at = rows.indexOf(cell.closest("tr"));
    const place = cells(rows[at]).indexOf(cell);
    const row = rows[at + down];
    const next = row && cells(row)[place + across];
    if (next) {
        next.focus();
        next.select();
    }
    return !!next;
}

function chipsOf(key) {
    const chips = [...document.querySelectorAll(".chips button")];
    const at = chips.indexOf(document.activeElement);
    const next = chips[at + (key === "ArrowRight" || key === "ArrowDown" ? 1 : -1)];
    next?.focus();
}

document.addEventListener("keydown", (event) => {
    const target = event.target;
    if (target.matches?.(".chips button")) {
        if (event.key === "Escape") {
            grid().elements[target.dataset.cell]?.focus();
        } else if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            take(target);
        } else if (event.key.startsWith("Arrow")) {
            event.preventDefault();
            chipsOf(event.key);
        }
        return;
    }
    if (!target.matches?.("input.cell") || event.ctrlKey || event.metaKey || event.isComposing) {
        return;
    }
    if (event.altKey) {
        const what = { KeyA: "add", KeyC: "copy", KeyX: "delete", ArrowUp: "up", ArrowDown: "down" }[event.code];
        if (what && !event.repeat) {
            event.preventDefault();
            if (target.value !== target.defaultValue) { keep(target.name); }
            act(what);
        }
        return;
    }
    const whole = target.selectionStart === 0 && target.selectionEnd === target.value.length;
    const moves = {
        ArrowUp: () => step(target, 0, -1),
        ArrowDown: () => step(target, 0, 1),
        ArrowLeft: () => (whole || target.selectionEnd === 0) && step(target, -1, 0),
        ArrowRight: () => (whole || target.selectionStart === target.value.length) && step(target, 1, 0),
        Enter: () => step(target, 0, event.shiftKey ? -1 : 1) || keep(target.name),
        Escape: () => { target.value = target.defaultValue; target.select(); return true; },
        F2: () => document.querySelector(".chips button")?.focus() || true,
    };
    if (moves[event.key] && !(event.shiftKey && event.key.startsWith("Arrow"))) {
        if (moves[event.key]() || event.key === "Enter") {
            event.preventDefault();
        }
    }
});

/* Whoever leaves the page while something is on its way, waits for it. */
document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && waiting > 0 && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && event.button === 0) {
        event.preventDefault();
        line.then(() => { window.location.href = link.href; });
    }
});
document.addEventListener("submit", (event) => {
    if (event.target.id === "sheet") {
        event.preventDefault();
    } else if (waiting > 0) {
        event.preventDefault();
        line.then(() => event.target.requestSubmit(event.submitter));
    }
});
window.addEventListener("beforeunload", (event) => {
    if (waiting > 0) {
        event.preventDefault();
    }
});
document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("input.cell[autofocus]")?.scrollIntoView({ block: "center", inline: "nearest" });
});
