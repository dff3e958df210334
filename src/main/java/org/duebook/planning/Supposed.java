package org.duebook.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duebook.planning.timeline.Board;
import org.duebook.planning.timeline.BoardDraft;
import org.duebook.shared.TimeWindow;

/** Boards as they would be if something were so. */
final class Supposed {

    private Supposed() {}

    static Board working(Supposition.Overtime overtime, Board board, PlanModel model) {
        List<TimeWindow> windows = new ArrayList<>(model.facts.working().getOrDefault(overtime.machine(), List.of()));
        windows.addAll(overtime.windows());
        windows.sort(Comparator.comparing(TimeWindow::from));
        BoardDraft draft = board.draft();
        draft.work(model.machine(overtime.machine()), model.calendar(windows));
        return draft.done();
    }

    static Board loosened(Supposition.Later later, Board board, OrderWork work) {
        BoardDraft draft = board.draft();
        int minutes = (int) later.by().toMinutes();
        work.lastOf(board, later.lines()).forEach(step -> draft.allow(step.operation(), minutes));
        draft.settle();
        return draft.done();
    }
}
