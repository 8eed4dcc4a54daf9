package org.commonwright.record;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.error.Problem;
import org.commonwright.model.AgentId;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.jspecify.annotations.Nullable;

/// The union of all logs at one moment: good entries in one order that depends on them alone, and what was set aside.
public final class RecordView {
    private final List<Entry> entries;
    private final Map<ContentId, Entry> byId = new HashMap<>();
    private final Map<AgentId, Writer> writers;
    private final List<BadEntry> bad;
    private final Map<ContentId, List<CommitId>> attached;
    private final int logs;
    /// What is asked about every proposal again, worked out once.
    private volatile @Nullable Revocations revocations;
    private volatile @Nullable Map<String, List<Entry>> byProposal;
    private volatile @Nullable Map<ContentId, Integer> places;

    /// Who writes a log.
    ///
    /// @param person the name that they last gave
    /// @param addresses every e-mail address that they gave so far; their word, which nobody checked
    /// @param key theirs; the only thing that is proven
    public record Writer(Person person, Set<String> addresses, PublicKey key) {
        public Writer {
            addresses = Set.copyOf(addresses);
        }
    }

    RecordView(List<Entry> ordered, Map<AgentId, Writer> writers, List<BadEntry> bad,
            Map<ContentId, List<CommitId>> attached, int logs) {
        this.entries = List.copyOf(ordered);
        this.writers = Map.copyOf(writers);
        this.bad = List.copyOf(bad);
        this.attached = Map.copyOf(attached);
        this.logs = logs;
        ordered.forEach(entry -> byId.put(entry.id(), entry));
    }

    RecordView withBad(List<BadEntry> other) {
        return new RecordView(entries, writers, other, attached, logs);
    }

    /// What an entry cites comes before it; where that leaves a choice, the smaller id comes first.
    public List<Entry> entries() {
        return entries;
    }

    /// Those of a kind or of its family: `order` gives `order` and `order.placed`.
    public Stream<Entry> ofKind(String family) {
        return entries.stream().filter(entry -> entry.isKind(family));
    }

    /// Those of a kind whose body names a proposal by its id, in the same order.
    public Stream<Entry> ofProposal(String kind, String id) {
        Map<String, List<Entry>> sorted = byProposal;
        if (sorted == null) {
            sorted = entries.stream().filter(entry -> entry.body().path("proposal").isTextual())
                    .collect(Collectors.groupingBy(entry -> entry.body().path("proposal").asText()));
            byProposal = sorted;
        }
        return sorted.getOrDefault(id, List.of()).stream().filter(entry -> entry.isKind(kind));
    }

    Revocations revocations() {
        Revocations known = revocations;
        if (known == null) {
            known = Revocations.read(this);
            revocations = known;
        }
        return known;
    }

    /// Where an entry stands in [#entries]; what it follows stands before it. -1 when it is not here.
    int place(ContentId id) {
        Map<ContentId, Integer> known = places;
        if (known == null) {
            known = new HashMap<>();
            for (Entry entry : entries) {
                known.put(entry.id(), known.size());
            }
            places = known;
        }
        return known.getOrDefault(id, -1);
    }

    public Optional<Entry> find(ContentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// What was set aside, and why.
    public List<BadEntry> bad() {
        return bad;
    }

    /// That entries are in the logs whose objects this clone does not have, as after `git clone --filter`: what is added up without them
    /// may lack something. Empty when nothing is missing so.
    public Optional<Problem> lacking() {
        long lacking = bad.stream().filter(entry -> entry.reason().code().equals("git.missing-object")).count();
        return lacking == 0 ? Optional.empty() : Optional.of(Problem.warning(null, "record.lacking", lacking));
    }

    /// How many logs there are, bad ones included.
    public int logs() {
        return logs;
    }

    /// The agents with a log, and the names they go by.
    public Map<AgentId, Writer> writers() {
        return Collections.unmodifiableMap(writers);
    }

    /// Entries that some entry cites and that are not here (yet).
    public Stream<ContentId> missing() {
        return entries.stream().flatMap(e -> Stream.concat(e.previous().stream(), e.cites().stream()))
                .filter(id -> !byId.containsKey(id)).distinct();
    }

    /// Whether some log here says to hold the bytes of this hash; [RecordStore#attachment] reads and checks them.
    public boolean isAttached(ContentId id) {
        return attached.containsKey(id);
    }

    /// Packs that say to hold them: whoever wrote one may have lied.
    List<CommitId> attachedIn(ContentId id) {
        return attached.getOrDefault(id, List.of());
    }

    Map<ContentId, List<CommitId>> attached() {
        return attached;
    }

    public <S> S reduce(Reducer<S> reducer) {
        S state = reducer.initial();
        for (Entry entry : entries) {
            state = reducer.apply(state, entry);
        }
        return state;
    }
}
