package org.commonwright.workbench.parts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.commonwright.bom.edit.Edit;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.area.WorkbenchContext;
import org.jspecify.annotations.Nullable;

/// Adds, renames and takes out columns of the bill, and puts the lines of the file into the order in sight. All of it reaches
/// into every row, so it is worked out in the background; all of it can be undone.
final class ColumnCommands {
    /// No header is being written.
    static final int NONE = -1;

    private final BomEditing editing;
    private final WorkbenchContext context;
    private final ReadOnlyIntegerWrapper renaming = new ReadOnlyIntegerWrapper(NONE);

    ColumnCommands(BomEditing editing, WorkbenchContext context) {
        this.editing = editing;
        this.context = context;
    }

    /// The column whose header is being written, from 0.
    ReadOnlyIntegerProperty renaming() {
        return renaming.getReadOnlyProperty();
    }

    /// A new column behind this one, whose header is written next.
    void add(int after) {
        String header = free(context.texts().now("parts.new-column"));
        editing.large(_ -> new Edit.AddColumn(after + 1, header), () -> renaming.set(after + 1));
    }

    /// Begins to write a header.
    void rename(int column) {
        renaming.set(NONE);
        renaming.set(column);
    }

    /// Why a column cannot be called so; empty when it can.
    Optional<Messages.Key> refused(String header) {
        String name = header.strip();
        List<String> headers = editing.columns().get();
        int at = renaming.get();
        return name.isEmpty()
                ? Optional.of(Messages.Key.of("parts.header-empty"))
                : headers.contains(name) && (at < 0 || at >= headers.size() || !headers.get(at).equals(name))
                        ? Optional.of(Messages.Key.of("parts.header-taken", name))
                        : Optional.empty();
    }

    /// Ends writing a header.
    ///
    /// @param header null to leave it as it is
    void renamed(@Nullable String header) {
        int column = renaming.get();
        if (header != null && column >= 0) {
            if (refused(header).isPresent()) {
                return;
            }
            editing.large(_ -> new Edit.RenameColumn(column, header.strip()), () -> {});
        }
        renaming.set(NONE);
    }

    /// Takes a column out, with its cells.
    void remove(int column) {
        editing.large(_ -> new Edit.RemoveColumn(column), () -> {});
    }

    /// Puts the lines of the file into the order in sight.
    ///
    /// @param order as the table is sorted; null when it is not
    void order(int @Nullable [] order) {
        if (order == null || order.length != editing.rows().size()) {
            context.notices().say("parts.order-needs-sort");
        } else {
            editing.large(_ -> new Edit.OrderLines(Messages.Key.of("parts.step-order"),
                    Arrays.stream(order).boxed().toList()), () -> {});
        }
    }

    private String free(String wanted) {
        String name = wanted;
        for (int i = 2; editing.columns().get().contains(name); i++) {
            name = wanted + " " + i;
        }
        return name;
    }
}
