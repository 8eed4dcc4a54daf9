package org.commonwright.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.commonwright.model.ContentId;

/// Orders entries so that what one cites comes before it, and by id where that leaves a choice: a function of the set of
/// entries alone. Citations are hashes, so they cannot go round in a circle.
final class CausalOrder {
    private CausalOrder() {}

    static List<Entry> of(Collection<Entry> entries) {
        Map<ContentId, Entry> byId = new HashMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        Map<ContentId, List<Entry>> followers = new HashMap<>();
        Map<ContentId, Integer> waitsFor = new HashMap<>();
        var ready = new PriorityQueue<Entry>(Comparator.comparing(entry -> entry.id().hex()));
        for (Entry entry : byId.values()) {
            Set<ContentId> before = new HashSet<>(entry.cites());
            entry.previous().ifPresent(before::add);
            before.retainAll(byId.keySet());
            before.forEach(id -> followers.computeIfAbsent(id, _ -> new ArrayList<>()).add(entry));
            waitsFor.put(entry.id(), before.size());
            if (before.isEmpty()) {
                ready.add(entry);
            }
        }
        var ordered = new ArrayList<Entry>(byId.size());
        for (Entry next = ready.poll(); next != null; next = ready.poll()) {
            ordered.add(next);
            for (Entry follower : followers.getOrDefault(next.id(), List.of())) {
                if (waitsFor.merge(follower.id(), -1, Integer::sum) == 0) {
                    ready.add(follower);
                }
            }
        }
        return ordered;
    }
}
