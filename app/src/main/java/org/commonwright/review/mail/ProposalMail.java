package org.commonwright.review.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.BundleIntake;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordReader;
import org.commonwright.record.RecordStore;
import org.commonwright.record.RecordView;
import org.commonwright.record.Revocations;
import org.commonwright.record.SyncReport;
import org.commonwright.record.VerifiedCommits;
import org.commonwright.review.ProposedCommits;
import org.commonwright.task.Progress;

/// A proposal that travels: as one file (a Git bundle with the proposer's signed log and the commits that are proposed), or pushed to
/// a remote under names of our own, where nobody needs a right to a branch. Nothing of a file is believed: see docs/formats/proposals.md.
public final class ProposalMail {
    private static final int MOST_REFS = 1_000;

    private final GitRepository repository;
    private final RecordStore records;
    private final ProposedCommits commits;

    public ProposalMail(GitRepository repository, RecordStore records) {
        this.repository = repository;
        this.records = records;
        this.commits = new ProposedCommits(repository);
    }

    /// Brings a proposal to a remote: its commits and its proposer's log.
    ///
    /// @param remote its name or URL
    /// @throws Fault `mailing.not-taken` when the remote refuses the commits, `record.push-rejected`; what
    ///         [org.commonwright.git.Remotes] throws
    public void send(ProposalState state, String remote, Progress progress) {
        CommitId head = here(state);
        repository.refs().mayDelete();
        commits.keep(head);
        commits.send(head, remote, progress);
        if (state.agent().equals(records.identity().agent())) {
            records.sync(remote, progress);
        } else {
            records.spread(remote, progress);
        }
    }

    /// Writes a proposal into a file.
    ///
    /// @param whole with the whole history, for somebody who has nothing of the design
    /// @throws Fault `mailing.not-here` when its commits are not here; `files.not-written`
    public Written write(ProposalState state, Path file, boolean whole, Progress progress) {
        CommitId head = here(state);
        commits.keep(head);
        Optional<CommitId> needs = whole
                ? Optional.empty()
                : Optional.of(state.proposal().base())
                        .filter(base -> repository.resolve(base.hex()).isPresent() && !base.equals(head));
        repository.remotes().bundle(file, List.of(RecordStore.logRef(state.agent()), ProposedCommits.ref(head)),
                needs.stream().toList(), progress);
        return new Written(file, file.toFile().length(), needs, needs.map(base -> large(base, head)).orElse(0));
    }

    private CommitId here(ProposalState state) {
        CommitId head = state.proposal().head();
        if (repository.resolve(head.hex()).isEmpty()) {
            throw new Fault("mailing.not-here", state.proposal().title(), head.abbreviated());
        }
        return head;
    }

    /// How many files of a change are only pointers to contents that Git does not carry.
    private int large(CommitId base, CommitId head) {
        int large = 0;
        for (FileChange change : repository.diff(base, head)) {
            if (change.newBlob() != null && !change.link()
                    && LfsPointer.of(small(change.newBlob())).isPresent()) {
                large++;
            }
        }
        return large;
    }

    private byte[] small(String blob) {
        try {
            return repository.blob(blob, LfsPointer.TOO_LONG);
        } catch (Fault larger) {
            if (larger.code().equals("files.too-large")) {
                return new byte[0];
            }
            throw larger;
        }
    }

    /// Takes what is in a file: all of it, or nothing. It may be taken twice, and in any order with others.
    ///
    /// @throws Fault `mailing.no-proposal`, `mailing.foreign-ref`, `mailing.bad-record` (forged, or not what its key signed),
    ///         `mailing.revoked`, `mailing.not-proposed`; what [BundleIntake#open] throws
    public Taken take(Path file, Progress progress) {
        if (!Files.exists(file)) {
            throw new Fault("files.not-read", file, "");
        }
        try (BundleIntake intake = repository.remotes().intake(file, refs -> heads(refs, file), progress)) {
            Set<CommitId> heads = heads(intake.refs(), file);
            RecordView theirs = new RecordReader(intake.repository(), VerifiedCommits.inMemory()).read();
            theirs.bad().stream().findFirst().ifPresent(bad -> {
                throw new Fault("mailing.bad-record", file, key(bad.reason()));
            });
            Set<CommitId> offered = offered(theirs, heads, file);
            for (CommitId head : heads) {
                if (!offered.contains(head)) {
                    throw new Fault("mailing.not-proposed", file, head.abbreviated());
                }
            }
            boolean isNew = bring(intake, heads, file, progress);
            Proposals now = Proposals.of(records.read(), (_, _, _, _, _) -> {});
            return new Taken(now.list().stream()
                    .filter(state -> state.heads().stream().anyMatch(head -> heads.contains(head.head()))).toList(),
                    isNew);
        }
    }

    private static Set<CommitId> heads(Map<String, CommitId> refs, Path file) {
        var heads = new TreeSet<CommitId>((a, b) -> a.hex().compareTo(b.hex()));
        int logs = 0;
        for (Map.Entry<String, CommitId> ref : refs.entrySet()) {
            Optional<CommitId> head = ProposedCommits.of(ref.getKey(), ref.getValue());
            if (head.isPresent()) {
                heads.add(head.get());
            } else if (RecordStore.logOf(ref.getKey()).isPresent()) {
                logs++;
            } else {
                throw new Fault("mailing.foreign-ref", file, ref.getKey());
            }
        }
        if (logs == 0 || heads.isEmpty() || logs + heads.size() > MOST_REFS) {
            throw new Fault("mailing.no-proposal", file);
        }
        return heads;
    }

    /// What good entries of the file propose; one whose key was withdrawn, as the file or we know, refuses the whole.
    private Set<CommitId> offered(RecordView theirs, Set<CommitId> heads, Path file) {
        Revocations known = Revocations.of(records.read());
        Revocations told = Revocations.of(theirs);
        for (Entry entry : theirs.ofKind("proposal").toList()) {
            try {
                known.check(entry);
                told.check(entry);
            } catch (Fault revoked) {
                if (heads.stream().anyMatch(head -> entry.body().path("head").asText().equals(head.hex()))) {
                    throw new Fault(revoked, "mailing.revoked", file, entry.author());
                }
            }
        }
        Proposals proposals = Proposals.of(theirs, (_, _, _, _, _) -> {});
        return proposals.list().stream().flatMap(state -> state.heads().stream()).map(ProposalState.Head::head)
                .collect(Collectors.toSet());
    }

    /// The commits first: a log that is refused then takes them along.
    private boolean bring(BundleIntake intake, Set<CommitId> heads, Path file, Progress progress) {
        // What is taken is all here or not at all: the logs come by refs that are removed again.
        repository.refs().mayDelete();
        String aside = intake.repository().folder().toString();
        List<CommitId> fresh = heads.stream()
                .filter(head -> repository.refs().get(ProposedCommits.ref(head)).isEmpty()).toList();
        if (!fresh.isEmpty()) {
            repository.remotes().fetch(aside, fresh.stream()
                    .map(head -> ProposedCommits.ref(head) + ":" + ProposedCommits.ref(head)).toList(), progress);
        }
        SyncReport report = records.take(aside, progress);
        if (!report.refused().isEmpty()) {
            fresh.forEach(head -> repository.refs().delete(ProposedCommits.ref(head), head));
            throw new Fault("mailing.bad-record", file, key(report.refused().getFirst().reason()));
        }
        return !fresh.isEmpty() || report.received() > 0;
    }

    private static Messages.Key key(Problem problem) {
        return new Messages.Key(problem.code(), new ArrayList<>(problem.arguments()));
    }
}
