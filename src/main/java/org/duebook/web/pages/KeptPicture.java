package org.duebook.web.pages;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.duebook.measures.PromiseAccuracy;
import org.duebook.measures.PromisesKept;

/**
 * Shares of promises kept by month as bars, in units of the drawing: for each month one against the date promised first, one
 * against the date promised last, 100 units high where all were kept.
 *
 * @param width of the whole drawing
 * @param months oldest first
 */
record KeptPicture(int width, List<Bars> months) {

    static final int HEIGHT = 100;
    private static final int STEP = 56;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);

    /**
     * Two bars side by side.
     *
     * @param x left edge of the month
     * @param first height of the first bar; 0 where nothing was delivered
     * @param last height of the second
     * @param words the same in words
     */
    record Bars(String month, int x, int lines, int first, int last, String words) {}

    KeptPicture {
        months = List.copyOf(months);
    }

    static KeptPicture of(PromiseAccuracy measure) {
        List<Bars> bars = new ArrayList<>();
        for (PromiseAccuracy.Month each : measure.months()) {
            PromisesKept kept = each.kept();
            String month = NAME.format(each.month());
            bars.add(new Bars(
                    month,
                    bars.size() * STEP,
                    kept.lines(),
                    height(kept.shareFirst()),
                    height(kept.shareLast()),
                    kept.lines() == 0
                            ? month + ": nothing delivered"
                            : month + ": " + kept.lines() + " lines, " + height(kept.shareFirst())
                                    + " % by the first date, " + height(kept.shareLast()) + " % by the last"));
        }
        return new KeptPicture(bars.size() * STEP, bars);
    }

    private static int height(OptionalDouble share) {
        return (int) Math.round(share.orElse(0) * HEIGHT);
    }
}
