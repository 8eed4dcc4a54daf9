package org.commonwright.bom;

import org.commonwright.i18n.Messages;

/// A row that was set aside.
///
/// @param row from 1
/// @param reason a text of the program that says why
/// @param text what the row says, shortened
public record SkippedRow(int row, Messages.Key reason, String text) {}
