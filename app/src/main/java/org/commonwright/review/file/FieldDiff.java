package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A manifest by field. Comments, white space, and the order of keys and of tables with names are no change.
///
/// @param more how many fields changed besides those that are listed
public record FieldDiff(List<Field> fields, int more) implements FileDiff {
    public FieldDiff {
        fields = List.copyOf(fields);
    }

    @Override
    public List<Row> rows(Messages messages, Formats formats) {
        if (fields.isEmpty()) {
            return List.of(Row.said(messages.get("filediff.fields-same"), ""));
        }
        var rows = new ArrayList<Row>();
        fields.forEach(f -> rows.add(new Row(SafeText.of(f.name()), shown(f.before()), shown(f.after()))));
        if (more > 0) {
            rows.add(Row.said(messages.get("filediff.more", more), ""));
        }
        return rows;
    }

    private static @Nullable String shown(
            @Nullable String value) {
        return value == null ? null : SafeText.of(value);
    }

    @Override
    public void write(ObjectNode node) {
        node.put("kind", "manifest");
        ArrayNode list = node.putArray("fields");
        fields.forEach(f -> list.addObject().put("field", f.name()).put("before", f.before()).put("after", f.after()));
        node.put("more", more);
    }
}
