package org.commonwright.bom.read;

import org.commonwright.i18n.Messages;

/// What a row of a table is for.
sealed interface RowRole {
    /// A line of the bill of materials, under this header.
    record Line(HeaderMap header) implements RowRole {}

    /// The header.
    record Header(HeaderMap header) implements RowRole {}

    /// Something else, for this reason.
    record Aside(Messages.Key reason) implements RowRole {}
}
