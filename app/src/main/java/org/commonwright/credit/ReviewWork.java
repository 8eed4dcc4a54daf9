package org.commonwright.credit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.commonwright.governance.Proposals;
import org.commonwright.model.AgentId;
import org.commonwright.model.ContentId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordView;
import org.commonwright.record.RecordView.Writer;
import org.jspecify.annotations.Nullable;

/// Who looked at what others proposed: proposals that somebody decided about, and those that they took a stance on or commented.
/// A proposal counts once for each person, however much they wrote, and one's own never.
final class ReviewWork {
    private static final Set<String> WORDS = Set.of("stance", "comment");

    private final RecordView records;
    private final Proposals proposals;

    ReviewWork(RecordView records, Proposals proposals) {
        this.records = records;
        this.proposals = proposals;
    }

    /// One person's.
    ///
    /// @param decided proposals by their ids
    /// @param discussed those among the others that they said something about
    record Reviewed(Set<String> decided, Set<String> discussed) {}

    /// @param folder only proposals that touch something in it
    Map<Person, Reviewed> read(RepoPath folder) {
        Map<Person, Reviewed> people = new LinkedHashMap<>();
        Set<String> within = new HashSet<>();
        proposals.list().stream().filter(state -> folder.isRoot()
                || state.proposal().modules().stream().anyMatch(module -> module.isUnder(folder)))
                .forEach(state -> within.add(state.id()));
        proposals.list().stream().filter(state -> within.contains(state.id()))
                .forEach(state -> state.decisions().stream()
                        .filter(decision -> !sameAddress(decision.person(), state.proposal().person()))
                        .forEach(decision -> of(people, decision.person()).decided.add(state.id())));
        Map<ContentId, String> about = new HashMap<>();
        for (Entry entry : records.entries()) {
            String proposal = proposal(entry, about);
            if (proposal != null) {
                about.put(entry.id(), proposal);
                Writer writer = records.writers().get(entry.author());
                AgentId proposer = proposals.all().get(proposal).agent();
                if (writer != null && within.contains(proposal) && WORDS.stream().anyMatch(entry::isKind)
                        && !entry.author().equals(proposer)
                        && !sameAddress(writer.person(), proposals.all().get(proposal).proposal().person())) {
                    of(people, writer.person()).discussed.add(proposal);
                }
            }
        }
        people.values().forEach(reviewed -> reviewed.discussed.removeAll(reviewed.decided));
        return people;
    }

    private static Reviewed of(Map<Person, Reviewed> people, Person person) {
        return people.computeIfAbsent(person, _ -> new Reviewed(new HashSet<>(), new HashSet<>()));
    }

    private static boolean sameAddress(Person a, Person b) {
        return a.email().equalsIgnoreCase(b.email());
    }

    /// The proposal that an entry is about: the one that it names or cites, or that the entry it cites is about.
    private @Nullable String proposal(Entry entry, Map<ContentId, String> about) {
        JsonNode named = entry.body().path("proposal");
        if (named.isTextual() && proposals.all().containsKey(named.asText())) {
            return named.asText();
        }
        return Stream.concat(Stream.of(entry.id()), entry.cites().stream())
                .map(id -> proposals.all().containsKey(id.hex()) ? id.hex() : about.get(id))
                .filter(Objects::nonNull).findFirst().orElse(null);
    }
}
