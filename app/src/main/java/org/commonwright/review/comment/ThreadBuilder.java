package org.commonwright.review.comment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.review.comment.CommentThread.Settling;

/// A thread while its entries are read.
final class ThreadBuilder {
    final Made made;
    private final ContentId id;
    private final Map<ContentId, Remark> remarks = new LinkedHashMap<>();
    /// What was last said about whether it is settled: nothing said later knew of it.
    private final Map<ContentId, Optional<Settling>> states = new LinkedHashMap<>();

    ThreadBuilder(ContentId id, Made made) {
        this.id = id;
        this.made = made;
    }

    void add(Remark remark) {
        remarks.put(remark.entry(), remark);
    }

    void edit(ContentId remark, String text) {
        remarks.computeIfPresent(remark, (_, said) -> said.saying(text));
    }

    void withdraw(ContentId remark) {
        remarks.computeIfPresent(remark, (_, said) -> said.takenBack());
    }

    /// @param settling empty when it was reopened
    void state(Entry entry, Optional<Settling> settling) {
        entry.cites().forEach(states::remove);
        entry.previous().ifPresent(states::remove);
        states.put(entry.id(), settling);
    }

    /// Where one resolved it while another reopened it, it is open: nothing is settled behind somebody's back.
    CommentThread build() {
        boolean open = states.isEmpty() || states.values().stream().anyMatch(Optional::isEmpty);
        Optional<Settling> settling = open
                ? Optional.empty()
                : states.values().stream().flatMap(Optional::stream).findFirst();
        List<Remark> said = new ArrayList<>(remarks.values());
        return new CommentThread(id, made.at(), made.anchor(), made.subject(), said, settling,
                List.copyOf(states.keySet()));
    }
}
