"use strict";

/* The quote page by keyboard: shortcuts, suggestions while typing, and what a screen reader is told. Without this file every
   button and field still works. */

/* Keys that are seen on their buttons and links; Alt alone, so that no character is lost to them. */
document.addEventListener("keydown", (event) => {
    const alone = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.getModifierState("AltGraph");
    if (!alone || event.repeat || event.location === KeyboardEvent.DOM_KEY_LOCATION_NUMPAD) {
        return;
    }
    const typed = /^[a-z0-9]$/i.test(event.key) ? event.key : event.code.replace(/^(Key|Digit)/, "");
    const meant = document.querySelector(`[aria-keyshortcuts="Alt+${typed.toUpperCase()}"]`);
    if (meant) {
        event.preventDefault();
        meant.click();
    }
});

/** Tells a screen reader something, without moving anybody. */
function tell(words) {
    document.getElementById("said").textContent = words;
}

/* Suggestions: arrows choose, Enter or Tab takes what is chosen, Escape closes. */
const PAUSE = 120;
let waiting = 0;
let asked = null;

function listOf(input) {
    return document.getElementById(input.getAttribute("aria-controls"));
}

function close(input) {
    clearTimeout(waiting);
    asked?.abort();
    const list = listOf(input);
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
}

function chosen(input) {
    return listOf(input).querySelector("[aria-selected=true]");
}

function choose(input, option) {
    chosen(input)?.setAttribute("aria-selected", "false");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
}

function name(input, words) {
    document.getElementById(input.id + "-name").textContent = words;
}

function take(input, option) {
    input.value = option.dataset.value;
    name(input, option.dataset.name);
    close(input);
    input.dispatchEvent(new Event("change", { bubbles: true }));
}

async function suggest(input) {
    asked?.abort();
    asked = new AbortController();
    const question = asked;
    try {
        const answer = await fetch(input.dataset.suggest + "?typed=" + encodeURIComponent(input.value), { signal: question.signal });
        const options = await answer.text();
        if (answer.ok && !answer.redirected && !question.signal.aborted && document.activeElement === input) {
            offer(input, options);
        }
    } catch (failed) {
        close(input);
    }
}

function offer(input, options) {
    const list = listOf(input);
    list.innerHTML = options;
    const found = list.querySelectorAll("[role=option]");
    found.forEach((option, at) => { option.id = list.id + "-" + at; });
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
    tell(found.length === 0 ? "nothing of that name" : found.length + " to choose from");
}

function step(input, down) {
    const options = [...listOf(input).querySelectorAll("[role=option]")];
    if (options.length === 0) {
        suggest(input);
        return;
    }
    const at = options.indexOf(chosen(input));
    const next = down ? at + 1 : (at < 0 ? options.length : at) - 1;
    choose(input, options[(next + options.length) % options.length]);
}

document.addEventListener("input", (event) => {
    const input = event.target;
    if (input.matches("[data-suggest]")) {
        clearTimeout(waiting);
        name(input, "");
        if (input.value.trim() === "") {
            close(input);
        } else {
            waiting = setTimeout(() => suggest(input), PAUSE);
        }
    }
});

document.addEventListener("keydown", (event) => {
    const input = event.target;
    if (!input.matches?.("[data-suggest]") || event.altKey || event.ctrlKey || event.metaKey) {
        return;
    }
    const option = chosen(input);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        step(input, event.key === "ArrowDown");
    } else if (event.key === "Escape") {
        close(input);
    } else if ((event.key === "Enter" || event.key === "Tab") && option) {
        if (event.key === "Enter") {
            event.preventDefault();
        }
        take(input, option);
    } else if (event.key === "Enter") {
        close(input);
    }
});

document.addEventListener("focusout", (event) => {
    if (event.target.matches("[data-suggest]")) {
        close(event.target);
    }
});

document.addEventListener("mousedown", (event) => {
    const option = event.target.closest(".suggestions [role=option]");
    if (option) {
        event.preventDefault();
        take(document.querySelector(`[aria-controls="${option.parentElement.id}"]`), option);
    }
});

/* The answer is told once and brought into view; what failed says so and leaves what was typed. */
document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "alternatives") {
        const cards = event.target.querySelectorAll(".alternative").length;
        if (cards > 0) {
            tell(cards + (cards === 1 ? " way" : " ways") + " to bring it nearer");
        }
    }
    if (event.detail.elt.id === "quote-work") {
        document.getElementById("trouble").hidden = true;
        const answer = document.getElementById("answer");
        if (answer && document.querySelector(".is-wrong") === null) {
            answer.scrollIntoView({ block: "nearest" });
            tell(answer.dataset.said);
        }
    }
});

function trouble(words) {
    const box = document.getElementById("trouble");
    box.textContent = words;
    box.hidden = false;
}

document.addEventListener("htmx:beforeSwap", (event) => {
    const whole = event.detail.target.id === "quote-work";
    if (whole && event.detail.shouldSwap && !event.detail.serverResponse.includes("id=\"quote-work\"")) {
        event.detail.shouldSwap = false;
        trouble("You are no longer signed in. What you typed is still here; sign in again and ask once more.");
    }
});
for (const failure of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(failure, (event) => {
        if (event.detail.target.id === "alternatives") {
            event.detail.target.textContent = "It could not be worked out; the date above stands.";
        } else {
            trouble("No answer came. What you typed is still here; ask once more.");
        }
    });
}

/* A hold or an inquiry whose time is over takes no more keys. */
document.addEventListener("duebook:over", (event) => {
    const answer = event.target.closest("#answer");
    if (answer) {
        answer.querySelectorAll(".answer-acts button").forEach((button) => { button.disabled = true; });
        answer.classList.add("over");
        document.getElementById("ended").hidden = false;
        tell("Its time is over. Ask for dates again.");
    }
    event.target.closest(".open-list li")?.classList.add("over");
});
