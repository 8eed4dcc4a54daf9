package org.commonwright.workbench.review.comments;

import java.util.List;
import org.commonwright.review.comment.Anchor;

/// A place in a difference, by which a row finds the threads that stand under it without asking each of them.
public sealed interface Spot {
    /// @param column empty for whatever is said about the part
    record Cell(String part, String column) implements Spot {}

    /// A line as it is afterwards.
    ///
    /// @param number from 1
    record Line(int number) implements Spot {}

    /// A line that is gone.
    ///
    /// @param number from 1, as it was
    record Gone(int number, String text) implements Spot {}

    /// Where a thread may stand: under the first row that is at one of these.
    static List<Spot> of(PlacedThread thread) {
        return switch (thread.at()) {
            case Anchor.Cell cell -> List.of(new Cell(cell.part(), cell.column()), new Cell(cell.part(), ""));
            case Anchor.Line line -> {
                int last = line.line() + line.quote().size() - 1;
                yield List.of(!thread.place().isGone()
                        ? new Line(last)
                        : new Gone(last, line.quote().isEmpty() ? "" : line.quote().getLast()));
            }
            case Anchor.Module _,Anchor.File _,Anchor.Point _,Anchor.Picture _ -> List.of();
        };
    }
}
