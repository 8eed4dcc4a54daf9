package org.commonwright.record;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonwright.model.ContentId;

/// What an entry follows, directly and through others: what its author can be held to have seen.
public final class Past {
    private Past() {}

    /// @return without the entry itself; entries that are not here are left out
    public static Set<ContentId> of(RecordView records, Entry entry) {
        return ofAll(records, List.of(entry));
    }

    /// What any of several entries follows.
    ///
    /// @return one of them is in it only when another follows it
    public static Set<ContentId> ofAll(RecordView records, Collection<Entry> entries) {
        var seen = new HashSet<ContentId>();
        var open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            Entry next = open.poll();
            next.previous().ifPresent(id -> add(records, id, seen, open));
            next.cites().forEach(id -> add(records, id, seen, open));
        }
        return seen;
    }

    private static void add(RecordView records, ContentId id, Set<ContentId> seen, ArrayDeque<Entry> open) {
        records.find(id).filter(_ -> seen.add(id)).ifPresent(open::add);
    }
}
