package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;

/// A change of one file in the terms of what the file is, as both faces tell it.
public sealed interface FileDiff
        permits FieldDiff, ProgramDiff, PictureDiff, DrawingDiff, BinaryDiff, LinkDiff, SameBytes, OffersDiff {
    /// What to say of it, in a person's language.
    List<Row> rows(Messages messages, Formats formats);

    /// Writes it into a file's JSON object; `kind` first.
    void write(ObjectNode node);
}
