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

    /// Without what stands before `from` in the records' order: nothing there can follow it, and it is not walked. So what is asked
    /// about the stances on a proposal costs what was said since the first of them, and not all that was ever said.
    ///
    /// @return without the entry itself; entries that are not here are left out
    public static Set<ContentId> since(RecordView records, ContentId from, Entry entry) {
        return walk(records, List.of(entry), records.place(from));
    }

    /// As [#since], for any of several entries.
    ///
    /// @return one of them is in it only when another follows it
    public static Set<ContentId> allSince(RecordView records, ContentId from, Collection<Entry> entries) {
        return walk(records, entries, records.place(from));
    }

    private static Set<ContentId> walk(RecordView records, Collection<Entry> entries, int from) {
        var seen = new HashSet<ContentId>();
        var open = new ArrayDeque<>(entries);
        while (!open.isEmpty()) {
            Entry next = open.poll();
            next.previous().ifPresent(id -> add(records, id, from, seen, open));
            next.cites().forEach(id -> add(records, id, from, seen, open));
        }
        return seen;
    }

    private static void add(RecordView records, ContentId id, int from, Set<ContentId> seen, ArrayDeque<Entry> open) {
        records.find(id).filter(_ -> records.place(id) >= from && seen.add(id)).ifPresent(open::add);
    }
}
