package org.commonwright.fabrication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobBook;
import org.commonwright.fabrication.job.OrderRecord;
import org.commonwright.fabrication.run.JobFiles;
import org.commonwright.files.Reason;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushOutcome;
import org.commonwright.git.PushUpdate;
import org.commonwright.git.Remote;
import org.commonwright.git.Remotes;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.record.BadEntry;
import org.commonwright.record.RecordStore;
import org.commonwright.task.Progress;

/// The repositories at which orders are at home, as far as this one has to do with them: its own, those of the orders that
/// this agent placed, and those of the jobs that it claimed. Another's order may name any address; it is not spoken to
/// before a person here claims one of its jobs.
final class Homes {
    private static final String HOME = "home";
    /// What is wrong at a home that could be reached; the other homes can do nothing for it.
    private static final Set<String> THEIRS = Set.of("git.missing-object", "git.corrupt", "record.push-rejected",
            "record.push-lost");

    private final GitRepository repository;
    private final RecordStore records;

    Homes(GitRepository repository, RecordStore records) {
        this.repository = repository;
        this.records = records;
    }

    /// Where orders of this repository are at home when nobody says otherwise: at the remote named `home`, else where it
    /// was cloned from, else in itself.
    String own() {
        List<Remote> remotes = repository.remotes().list();
        return Stream.of(HOME, Remotes.ORIGIN).flatMap(name -> remotes.stream().filter(r -> r.name().equals(name)))
                .map(Remote::url).map(Homes::address).findFirst().orElse(address(repository.folder().toString()));
    }

    /// An address as records keep it: what is a folder here, by its whole path.
    static String address(String written) {
        try {
            Path path = Path.of(written);
            return Files.isDirectory(path) ? path.toRealPath().toString() : written;
        } catch (InvalidPathException _) {
            return written;
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", written, Reason.of(e));
        }
    }

    /// Exchanges records with every home, and brings there what is ordered.
    ///
    /// @param reached is given the homes that could be
    Exchanged sync(JobBook book, Set<String> reached, Progress progress) {
        var away = new ArrayList<Fault>();
        var aside = new ArrayList<Fault>();
        for (String home : all(book)) {
            try {
                if (!isHere(home)) {
                    records.sync(home, progress).refused().forEach(bad -> aside.add(setAside(home, bad)));
                    away.addAll(bring(book, home, progress));
                }
                reached.add(home);
            } catch (Fault fault) {
                if (!fault.code().startsWith("git.remote-") && !THEIRS.contains(fault.code())) {
                    throw fault;
                }
                away.add(fault);
            }
        }
        return new Exchanged(away, aside);
    }

    private static Fault setAside(String home, BadEntry bad) {
        return new Fault("fabrication.log-set-aside", bad.log().substring(0, Math.min(12, bad.log().length())), home,
                new Messages.Key(bad.reason().code(), bad.reason().arguments()));
    }

    private Set<String> all(JobBook book) {
        String me = records.identity().agent().fingerprint();
        var homes = new LinkedHashSet<String>(Set.of(own()));
        book.orders().values().stream().filter(o -> o.by().equals(me)).map(OrderRecord::home).sorted()
                .forEach(homes::add);
        book.jobs().stream().filter(j -> j.claimant().equals(me)).map(Job::spec).map(s -> s.home())
                .forEach(homes::add);
        return homes;
    }

    private boolean isHere(String home) {
        return address(repository.folder().toString()).equals(address(home));
    }

    /// Pushes the commits that this agent ordered, so that a workshop finds the files even if no branch there has them. A
    /// ref of the same name here says that it has been done.
    ///
    /// @return what the home did not take; it is tried again the next time
    private List<Fault> bring(JobBook book, String home, Progress progress) {
        String me = records.identity().agent().fingerprint();
        Set<OrderRecord> mine = book.orders().values().stream().filter(o -> o.by().equals(me) && o.home().equals(home))
                .collect(Collectors.toSet());
        var updates = new ArrayList<PushUpdate>();
        for (OrderRecord order : mine) {
            String ref = JobFiles.ref(order.id());
            if (repository.refs().get(ref).isEmpty()) {
                updates.add(new PushUpdate(new CommitId(order.commit()), ref, Optional.empty()));
            }
        }
        var refused = new ArrayList<Fault>();
        List<PushOutcome> outcomes = repository.remotes().push(home, updates, progress);
        for (int i = 0; i < updates.size(); i++) {
            PushUpdate update = updates.get(i);
            switch (outcomes.get(i).result()) {
                case OK, ALREADY_THERE ->
                    repository.refs().update(update.remoteRef(), Optional.empty(), update.commit());
                case LOST_RACE -> refused.add(new Fault("fabrication.bring-taken", home, update.remoteRef()));
                case REJECTED -> refused.add(new Fault("fabrication.bring-refused", home, update.remoteRef(),
                        outcomes.get(i).message()));
            }
        }
        return refused;
    }
}
