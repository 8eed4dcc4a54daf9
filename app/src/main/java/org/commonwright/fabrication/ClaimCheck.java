package org.commonwright.fabrication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.exchange.KnownClaims;
import org.commonwright.fabrication.job.ClaimProof;
import org.commonwright.fabrication.job.ClaimRecord;
import org.commonwright.fabrication.job.Fact;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.files.AtomicFiles;
import org.commonwright.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds records of claims against what the orders' homes say. A record that was here when its home was asked and that the
/// home knows nothing of is false: whoever wins a claim records it afterwards. Which ones are, is kept in a file that may be
/// deleted; then the homes are asked again.
final class ClaimCheck implements ClaimProof {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimCheck.class);

    private final KnownClaims known;
    private final Path file;
    private final Set<String> notWon = new TreeSet<>();

    /// @param file where to keep the ids of false records
    ClaimCheck(KnownClaims known, Path file) {
        this.known = known;
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).stream().filter(id -> id.matches("[0-9a-f]{64}")).forEach(notWon::add);
            }
        } catch (IOException e) {
            LOG.warn("{} was not read; the homes are asked again", file, e);
        }
    }

    @Override
    public Verdict of(Fact fact, ClaimRecord claim) {
        Optional<String> holder = known.holder(claim.job(), claim.epoch());
        if (holder.isPresent()) {
            return holder.get().equals(fact.author()) ? Verdict.WON : Verdict.NOT_WON;
        }
        return notWon.contains(fact.id()) ? Verdict.NOT_WON : Verdict.UNKNOWN;
    }

    /// Asks the homes for claims that are not known yet.
    ///
    /// @param homes those that were reached just now
    /// @return what is damaged there
    List<Fault> ask(Set<String> homes, JobBook book, List<Fact> facts, Progress progress) {
        Map<String, Job> jobs = book.jobs().stream().filter(job -> homes.contains(job.spec().home()))
                .collect(Collectors.toMap(Job::id, job -> job));
        var open = new HashMap<String, List<Fact>>();
        for (Fact fact : facts) {
            claim(fact).filter(c -> jobs.containsKey(c.job())).filter(c -> of(fact, c) == Verdict.UNKNOWN)
                    .ifPresent(c -> open.computeIfAbsent(c.job(), _ -> new ArrayList<>()).add(fact));
        }
        var damaged = new ArrayList<Fault>();
        int before = notWon.size();
        Map<String, Set<String>> byHome = open.keySet().stream()
                .collect(Collectors.groupingBy(job -> jobs.get(job).spec().home(), Collectors.toSet()));
        byHome.forEach((home, asked) -> {
            Map<String, Fault> unreadable = known.ask(home, asked, progress).unreadable();
            damaged.addAll(unreadable.values());
            var answered = new HashSet<>(asked);
            answered.removeAll(unreadable.keySet());
            answered.stream().flatMap(job -> open.get(job).stream())
                    .filter(fact -> claim(fact).filter(c -> of(fact, c) == Verdict.UNKNOWN).isPresent())
                    .forEach(fact -> notWon.add(fact.id()));
        });
        if (notWon.size() > before) {
            AtomicFiles.replace(file, String.join("\n", notWon) + "\n");
        }
        return damaged;
    }

    private static Optional<ClaimRecord> claim(Fact fact) {
        try {
            return fact.kind().equals(ClaimRecord.KIND) ? Optional.of(ClaimRecord.of(fact.body())) : Optional.empty();
        } catch (Fault _) {
            // The book of jobs sets it aside, with the reason.
            return Optional.empty();
        }
    }
}
