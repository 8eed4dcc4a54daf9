package org.commonwright.workbench.table;

import java.util.List;
import java.util.Optional;
import org.commonwright.i18n.Messages;

/// Helps while a cell is typed into: what may be meant, and what would be wrong.
///
/// @param <T> a row
public interface CellHelp<T> {
    /// One value that may be meant.
    ///
    /// @param value what the cell would say
    /// @param detail tells it from others; may be empty
    /// @param take writes it, with whatever comes along
    record Choice(String value, String detail, Runnable take) {}

    /// @param typed so far
    List<Choice> choices(T row, String typed);

    /// A sentence that says why what is typed would not be understood; empty when it would.
    Optional<Messages.Key> wrong(T row, String typed);
}
