/** The plant's clock. The plan counts minutes from an origin; people read days and hours of the plant's zone. */

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export class PlantClock {
    /**
     * @param {string} origin instant of minute 0
     * @param {number[][]} offsets from which minute on, how many minutes ahead of UTC; sorted
     */
    constructor(origin, offsets) {
        this.origin = Date.parse(origin);
        this.offsets = offsets.map(([minute, ahead]) => [this.at(minute), ahead]);
    }

    at(minute) {
        return this.origin + minute * MINUTE;
    }

    /** Minutes ahead of UTC at an instant. */
    ahead(instant) {
        let ahead = this.offsets[0][1];
        for (const [from, minutes] of this.offsets) {
            if (from > instant) {
                break;
            }
            ahead = minutes;
        }
        return ahead;
    }

    /** A date whose UTC fields are the plant's. */
    local(instant) {
        return new Date(instant + this.ahead(instant) * MINUTE);
    }

    /** Such as Thu 3 Dec. */
    day(instant) {
        const local = this.local(instant);
        return `${DAYS[local.getUTCDay()]} ${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]}`;
    }

    /** Such as 14:05. */
    time(instant) {
        const local = this.local(instant);
        return `${String(local.getUTCHours()).padStart(2, "0")}:${String(local.getUTCMinutes()).padStart(2, "0")}`;
    }

    /** Such as Thu 3 Dec 14:05. */
    moment(instant) {
        return `${this.day(instant)} ${this.time(instant)}`;
    }

    /** Two moments, the day once when it is the same. */
    span(from, to) {
        return `${this.moment(from)} – ${this.day(from) === this.day(to) ? this.time(to) : this.moment(to)}`;
    }

    /** Midnight at the beginning of the instant's day. */
    startOfDay(instant) {
        const local = this.local(instant);
        const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
        return midnight - this.ahead(midnight - this.ahead(instant) * MINUTE) * MINUTE;
    }

    startOfWeek(instant) {
        const day = this.startOfDay(instant);
        return this.startOfDay(day - ((this.local(day).getUTCDay() + 6) % 7) * DAY + HOUR);
    }

    isMonday(instant) {
        return this.local(instant).getUTCDay() === 1;
    }

    /**
     * Makes the timeline's moments live in the plant's zone, across changes of its clocks too: the hook is the one that
     * moment keeps for time zones, called whenever a moment has moved.
     */
    momentIn(moment) {
        const mark = "_plantClock";
        if (!moment.momentProperties.includes(mark)) {
            moment.momentProperties.push(mark);
        }
        moment.updateOffset = (each, keepTime) => {
            const clock = each[mark];
            if (clock) {
                each.utcOffset(clock.ahead(each.valueOf()), keepTime);
                each[mark] = clock;
            }
        };
        return (value) => {
            const each = moment.utc(moment.isMoment(value) ? value.valueOf() : value);
            each[mark] = this;
            moment.updateOffset(each, false);
            return each;
        };
    }
}

/** Such as 2 d 4 h, 3 h 20 min or 15 min. */
export function duration(milliseconds) {
    const minutes = Math.round(milliseconds / MINUTE);
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    if (days > 0) {
        return `${days} d${hours ? ` ${hours} h` : ""}`;
    }
    return hours > 0 ? `${hours} h${minutes % 60 ? ` ${minutes % 60} min` : ""}` : `${minutes} min`;
}

/** A day as the feed writes it, 2026-12-03, as people read it here: Thu 3 Dec. */
export function dayOf(iso) {
    const day = new Date(iso + "T00:00:00Z");
    return `${DAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]}`;
}
