/**
 * A planning run as it goes: its progress, what its best plan is worth beside the dispatch rule's, and both over time.
 * Stopping and publishing are ordinary forms; this only shows the right one.
 */

const LATENESS = "#1d4f63";
const CHANGEOVER = "#8a6d3b";
const KEPT = "duebook-run-";

let loading;

/** The chart's script is fetched when the first run is followed; most visits to the board see none. */
function charts(source) {
    loading ??= new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = source;
        script.onload = done;
        script.onerror = () => failed(new Error("no chart: " + source));
        document.head.append(script);
    });
    return loading;
}

export class RunPanel {
    constructor(panel) {
        this.panel = panel;
        this.points = [];
        this.run = null;
        document.addEventListener("duebook:standing", (event) => event.detail.run && this.follow(event.detail.run));
        if (panel.dataset.run) {
            this.follow(panel.dataset.run);
        }
    }

    follow(run) {
        if (this.run === run) {
            return;
        }
        this.events?.close();
        this.run = run;
        this.points = JSON.parse(sessionStorage.getItem(KEPT + run) ?? "[]");
        this.panel.hidden = false;
        this.chart?.destroy();
        this.chart = null;
        const url = (name, value) => this.panel.dataset[name].replace("RUN", value);
        this.find("stop-form").action = url("stop", run);
        this.events = new EventSource(url("events", run));
        this.events.addEventListener("progress", (event) => this.show(JSON.parse(event.data), false));
        this.events.addEventListener("over", (event) => {
            this.events.close();
            this.show(JSON.parse(event.data), true);
            document.dispatchEvent(new CustomEvent("duebook:plan"));
        });
    }

    find(part) {
        return this.panel.querySelector(`[data-part=${part}]`);
    }

    show(run, over) {
        const seconds = run.elapsedSeconds;
        this.find("status").textContent = run.status;
        this.find("status").className = "tag " + run.tone;
        this.find("message").textContent = run.message;
        this.find("time").textContent = `${seconds} of ${run.limitSeconds} s`;
        const bar = this.find("bar");
        bar.max = run.limitSeconds;
        bar.value = over ? run.limitSeconds : Math.min(seconds, run.limitSeconds);
        for (const figure of ["lateLines", "latenessHours", "changeoverHours"]) {
            this.find(figure).textContent = run.best ? run.best[figure].toLocaleString("en") : "–";
            this.find(figure + "Rule").textContent = run.dispatch ? `rule ${run.dispatch[figure].toLocaleString("en")}` : "";
        }
        this.find("stop-form").hidden = over;
        const publish = this.find("publish-form");
        publish.hidden = !over || !run.schedule || run.published;
        if (run.schedule) {
            publish.action = this.panel.dataset.publish.replace("SCHEDULE", run.schedule);
        }
        this.find("published").hidden = !run.published;
        if (run.best) {
            this.add({x: seconds, lateness: run.best.latenessHours, changeover: run.best.changeoverHours}, run.dispatch);
        }
        this.find("words").textContent = this.words(run, over);
    }

    /** For who cannot see the chart; said only when something is worth saying. */
    words(run, over) {
        if (!run.best) {
            return over ? run.status : "";
        }
        const against = run.dispatch ? `, the dispatch rule ${run.dispatch.latenessHours} and ${run.dispatch.changeoverHours}` : "";
        return `Best plan: ${run.best.lateLines} late lines, ${run.best.latenessHours} weighted hours late, `
            + `${run.best.changeoverHours} hours of changeovers${against}.`;
    }

    async add(point, dispatch) {
        await charts(this.panel.dataset.chart);
        const last = this.points[this.points.length - 1];
        if (last && last.x === point.x) {
            this.points.pop();
        }
        this.points.push(point);
        sessionStorage.setItem(KEPT + this.run, JSON.stringify(this.points.slice(-600)));
        const chart = this.drawing();
        const end = Math.max(point.x, 1);
        chart.data.datasets[0].data = this.points.map(({x, lateness}) => ({x, y: lateness}));
        chart.data.datasets[1].data = this.points.map(({x, changeover}) => ({x, y: changeover}));
        chart.data.datasets[2].data = dispatch ? [{x: 0, y: dispatch.latenessHours}, {x: end, y: dispatch.latenessHours}] : [];
        chart.data.datasets[3].data = dispatch ? [{x: 0, y: dispatch.changeoverHours}, {x: end, y: dispatch.changeoverHours}] : [];
        chart.update("none");
        this.panel.dataset.points = String(this.points.length);
    }

    drawing() {
        if (this.chart) {
            return this.chart;
        }
        const line = (label, colour, axis, more) => ({
            label, borderColor: colour, backgroundColor: colour, yAxisID: axis, data: [], borderWidth: 2, pointRadius: 2, stepped: true, ...more
        });
        const rule = {borderDash: [5, 4], borderWidth: 1.5, pointRadius: 0, stepped: false};
        this.chart = new Chart(this.find("chart"), {
            type: "line",
            data: {
                datasets: [
                    line("Weighted lateness, h", LATENESS, "late", {}),
                    line("Changeover, h", CHANGEOVER, "change", {pointStyle: "rect"}),
                    line("Lateness by the dispatch rule", LATENESS, "late", rule),
                    line("Changeover by the dispatch rule", CHANGEOVER, "change", rule)
                ]
            },
            options: {
                animation: false, responsive: true, maintainAspectRatio: false, parsing: false,
                scales: {
                    x: {type: "linear", min: 0, title: {display: true, text: "seconds searched"}},
                    late: {position: "left", beginAtZero: true, title: {display: true, text: "weighted lateness, h"}},
                    change: {position: "right", beginAtZero: true, title: {display: true, text: "changeover, h"}, grid: {drawOnChartArea: false}}
                },
                plugins: {legend: {position: "bottom", labels: {boxHeight: 2, font: {size: 11}}}}
            }
        });
        return this.chart;
    }
}

for (const panel of document.querySelectorAll("[data-run-panel]")) {
    new RunPanel(panel);
}
