package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;

/// Only the file's name, or whether it may be run, changed.
///
/// @param nameBefore its path before
/// @param nameAfter its path afterwards
/// @param mayRunBefore whether it was marked as a program
public record SameBytes(String nameBefore, String nameAfter, boolean mayRunBefore, boolean mayRunAfter)
        implements
            FileDiff {
    @Override
    public List<Row> rows(Messages messages, Formats formats) {
        var rows = new ArrayList<Row>();
        if (!nameBefore.equals(nameAfter)) {
            rows.add(new Row(messages.get("filediff.renamed"), nameBefore, nameAfter));
        }
        if (mayRunBefore != mayRunAfter) {
            rows.add(new Row(messages.get("filediff.may-run"), mayRun(messages, mayRunBefore),
                    mayRun(messages, mayRunAfter)));
        }
        rows.add(Row.said(messages.get("filediff.same-bytes"), ""));
        return rows;
    }

    private static String mayRun(Messages messages, boolean may) {
        return messages.get(may ? "filediff.yes" : "filediff.no");
    }

    @Override
    public void write(ObjectNode node) {
        node.put("kind", "same").put("path_before", nameBefore).put("executable_before", mayRunBefore)
                .put("executable_after", mayRunAfter);
    }
}
