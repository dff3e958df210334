package org.duebook.web.pages;

import org.duebook.planning.PlanFigures;
import org.duebook.planning.PlanningRun;
import org.jspecify.annotations.Nullable;

/**
 * A planning run as the pages follow it.
 *
 * @param status in words
 * @param tone the look of its badge
 * @param best null before the first plan
 * @param dispatch what the dispatch rule reaches; null before it is known
 * @param schedule what it made; null until it is over
 * @param published whether that is the plan in force
 */
record RunView(
        String status,
        String tone,
        String message,
        long elapsedSeconds,
        long limitSeconds,
        @Nullable Figures best,
        @Nullable Figures dispatch,
        @Nullable String schedule,
        boolean published) {

    /** Hours are rounded to tenths; lateness is weighted by line. */
    record Figures(int lateLines, double latenessHours, double changeoverHours) {

        static @Nullable Figures of(@Nullable PlanFigures figures) {
            return figures == null
                    ? null
                    : new Figures(
                            figures.lateLines(),
                            hours(figures.weightedLateness()),
                            hours(figures.changeover().toMinutes()));
        }

        private static double hours(long minutes) {
            return Math.round(minutes / 6.0) / 10.0;
        }
    }

    static RunView of(PlanningRun run, boolean published, Wording say) {
        return new RunView(
                say.words(run.status()),
                say.tone(run.status()),
                run.message(),
                run.elapsed().toSeconds(),
                run.limit().toSeconds(),
                Figures.of(run.best()),
                Figures.of(run.dispatch()),
                run.schedule() == null ? null : run.schedule().toString(),
                published);
    }
}
