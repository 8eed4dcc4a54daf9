package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.git.StoredContent;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// A file of which nothing here can say what changed inside: its size and its hash, and who can open it.
///
/// @param before null when it is new
/// @param after null when it is removed
/// @param opener by the file's ending; empty for an ending that is not known
public record BinaryDiff(@Nullable StoredContent before, @Nullable StoredContent after, Optional<Opener> opener)
        implements
            FileDiff {
    @Override
    public List<Row> rows(Messages messages, Formats formats) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(messages.get("filediff.size"), before == null ? null : formats.bytes(before.bytes()),
                after == null ? null : formats.bytes(after.bytes())));
        rows.add(new Row(messages.get("filediff.sha256"), before == null ? null : before.sha256().abbreviated(),
                after == null ? null : after.sha256().abbreviated()));
        if (before != null && before.isLarge() || after != null && after.isLarge()) {
            rows.add(new Row(messages.get("filediff.lfs"), before == null ? null : place(messages, before),
                    after == null ? null : place(messages, after)));
        }
        opener.ifPresentOrElse(
                known -> rows.add(Row.said(messages.get("filediff.opens"), messages.get(
                        known.free() ? "filediff.opener-free" : "filediff.opener-closed", known.programs()))),
                () -> rows.add(Row.said(messages.get("filediff.opens"), messages.get("filediff.opener-unknown"))));
        return rows;
    }

    private static String place(Messages messages, StoredContent side) {
        return messages
                .get(side.isLarge() ? side.here() ? "filediff.lfs-here" : "filediff.lfs-away" : "filediff.lfs-not");
    }

    @Override
    public void write(ObjectNode node) {
        node.put("kind", "binary").put("bytes_before", before == null ? null : before.bytes())
                .put("bytes_after", after == null ? null : after.bytes())
                .put("sha256_before", before == null ? null : before.sha256().hex())
                .put("sha256_after", after == null ? null : after.sha256().hex())
                .put("here_before", before == null ? null : before.here())
                .put("here_after", after == null ? null : after.here())
                .put("opened_by", opener.map(Opener::programs).orElse(null))
                .put("free_software_opens_it", opener.map(Opener::free).orElse(null));
    }
}
