/** The search box: orders, items and customers; the arrow keys choose, Enter jumps, Enter again goes to the next. */

import {element, lineName} from "./words.js";

const SHOWN = 9;

export class Search {
    /** @param {(line) => void} jump called with the line that was chosen */
    constructor(form, plan, jump) {
        this.input = form.querySelector("input");
        this.list = form.querySelector("[role=listbox]");
        this.status = form.querySelector("[role=status]");
        this.plan = plan;
        this.jump = jump;
        this.found = [];
        this.at = -1;
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.choose(this.at < 0 || this.list.hidden ? this.at + 1 : this.at);
        });
        this.input.addEventListener("input", () => this.look());
        this.input.addEventListener("keydown", (event) => this.key(event));
        this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    }

    look() {
        this.found = this.plan().find(this.input.value);
        this.at = -1;
        this.show();
    }

    show() {
        this.list.replaceChildren(...this.found.slice(0, SHOWN).map((line, index) => this.option(line, index)));
        this.list.hidden = this.found.length === 0;
        this.input.setAttribute("aria-expanded", String(!this.list.hidden));
        const count = this.found.length === 1 ? "1 line" : `${this.found.length} lines`;
        this.status.textContent = this.input.value.trim() === "" ? "" : this.found.length === 0 ? "nothing found" : count;
    }

    option(line, index) {
        const option = element("div", "", index === this.at ? "chosen" : "");
        option.id = "found-" + index;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", String(index === this.at));
        option.append(element("strong", lineName(line)), " ",
            element("span", `${line.item ? line.item.number + " " + line.item.name : ""} · ${line.customer}`, "sub"));
        option.addEventListener("mousedown", (event) => {
            event.preventDefault();
            this.choose(index);
        });
        return option;
    }

    key(event) {
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const count = Math.min(SHOWN, this.found.length);
            if (count > 0) {
                this.at = (this.at + (event.key === "ArrowDown" ? 1 : count - (this.at < 0 ? 0 : 1))) % count;
                this.show();
                this.input.setAttribute("aria-activedescendant", "found-" + this.at);
            }
        } else if (event.key === "Escape") {
            this.close();
        }
        event.stopPropagation();
    }

    choose(index) {
        if (this.found.length === 0) {
            this.look();
        }
        if (this.found.length > 0) {
            this.at = index % this.found.length;
            this.status.textContent = `${this.at + 1} of ${this.found.length}`;
            this.close();
            this.jump(this.found[this.at]);
        }
    }

    close() {
        this.list.hidden = true;
        this.input.setAttribute("aria-expanded", "false");
        this.input.removeAttribute("aria-activedescendant");
    }
}
