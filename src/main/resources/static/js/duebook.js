"use strict";

/* Everything works without this file; it only saves page loads. */

/** The server's clock less this one's, in milliseconds: what is left is reckoned by the server's. */
let ahead = 0;

function setClock() {
    const page = document.querySelector("[data-now]");
    if (page) {
        ahead = Date.parse(page.dataset.now) - Date.now();
    }
}

/** Shows the time left until a moment and turns it into words when it has passed. */
function countDown() {
    for (const place of document.querySelectorAll("[data-until]")) {
        const left = Math.floor((Date.parse(place.dataset.until) - Date.now() - ahead) / 1000);
        if (left <= 0) {
            if (place.textContent !== "expired") {
                place.textContent = "expired";
                place.dispatchEvent(new Event("duebook:over", { bubbles: true }));
            }
        } else if (left >= 86400) {
            place.textContent = Math.floor(left / 86400) + " d " + Math.floor((left % 86400) / 3600) + " h left";
        } else if (left >= 3600) {
            place.textContent = Math.floor(left / 3600) + " h " + Math.floor((left % 3600) / 60) + " min left";
        } else {
            place.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0") + " min left";
        }
    }
}

/* A file that is too large is told before it is sent. */
document.addEventListener("change", (event) => {
    const most = Number(event.target.dataset.most);
    if (most && event.target.files) {
        const large = event.target.files.length > 0 && event.target.files[0].size > most;
        event.target.setCustomValidity(large ? "The file is too large. Send its sheets in parts." : "");
        event.target.reportValidity();
    }
});

/* What takes a while says so, and is not sent twice. */
document.addEventListener("submit", (event) => {
    const words = event.target.dataset.busy;
    if (words && event.submitter) {
        event.submitter.textContent = words;
        event.submitter.disabled = true;
    }
});

document.addEventListener("submit", (event) => {
    const question = event.target.dataset.ask;
    if (question && !window.confirm(question)) {
        event.preventDefault();
    }
}, true);

document.addEventListener("DOMContentLoaded", () => {
    setClock();
    countDown();
    setInterval(countDown, 1000);
});
document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.matches("[data-now]") || event.target.querySelector("[data-now]")) {
        setClock();
    }
    countDown();
});
