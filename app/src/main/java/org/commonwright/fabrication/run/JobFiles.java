package org.commonwright.fabrication.run;

import java.util.List;
import java.util.Optional;
import org.commonwright.design.RepositoryStore;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.JobSpec;
import org.commonwright.files.FileTree;
import org.commonwright.git.GitRepository;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;

/// Finds the file that a job is made from, and makes sure that it is the one that was ordered.
public final class JobFiles {
    private static final long LIMIT = 512L << 20;

    private final GitRepository repository;
    private final RepositoryStore others;

    /// @param others clones of repositories that designs take modules from
    public JobFiles(GitRepository repository, RepositoryStore others) {
        this.repository = repository;
        this.others = others;
    }

    /// A file that Git keeps elsewhere (Git LFS) is fetched from the order's home.
    ///
    /// @throws Fault `fabrication.file-away` when its commit is not here and cannot be fetched, `fabrication.file-changed`
    ///         when the bytes are not those that were ordered
    public Program program(JobSpec job, Progress progress) {
        var commit = new CommitId(job.commit());
        FileTree tree = own(commit).or(() -> other(job, commit)).or(() -> fetched(job, commit, progress))
                .orElseThrow(() -> new Fault("fabrication.file-away", job.file(), job.design(), commit.abbreviated()));
        if (tree.away(job.file()).isPresent()) {
            repository.lfs().fetchAlong(job.home(), commit, job.file()::equals, progress);
        }
        Program program = Program.of(job.file().fileName(), tree.read(job.file(), LIMIT));
        if (!program.hash().equals(job.sha256())) {
            throw new Fault("fabrication.file-changed", job.file(), job.id());
        }
        return program;
    }

    private Optional<FileTree> own(CommitId commit) {
        try {
            return repository.resolve(commit.hex()).map(repository::tree);
        } catch (Fault fault) {
            if (fault.code().equals("git.missing-object")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    /// The ref at an order's home that holds the commit that was ordered.
    public static String ref(String order) {
        return "refs/commonwright/order/" + order;
    }

    private Optional<FileTree> fetched(JobSpec job, CommitId commit, Progress progress) {
        String ref = ref(job.order());
        boolean there = repository.remotes().refs(job.home(), ref).containsKey(ref);
        String wanted = there ? "+" + ref + ":" + ref : "+refs/heads/*:refs/commonwright/home/*";
        repository.remotes().fetch(job.home(), List.of(wanted), progress);
        return own(commit);
    }

    private Optional<FileTree> other(JobSpec job, CommitId commit) {
        return others.find(job.design()).flatMap(stored -> stored.at(commit));
    }
}
