package org.commonwright.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.design.manifest.LockEntry;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushOutcome;
import org.commonwright.git.PushUpdate;
import org.commonwright.model.CommitId;
import org.commonwright.sample.SampleWorkspace.SampleDesign;
import org.commonwright.sample.SampleWorkspace.SampleFork;
import org.commonwright.sample.Step.Change;
import org.commonwright.task.Progress;

/// Makes the repositories of the samples, each only where nothing is yet. Clones and pushes go from one folder to the next and
/// take no time worth a progress of their own; a person's cancel is heard between the commits.
final class SampleLayout {
    private static final String MAIN = "main";
    private static final String HOME = "home";

    private final SampleSource source;
    private final Path workspace;
    private final Path network;
    private final Staging staging;

    SampleLayout(SampleSource source, Path workspace, Path network, Staging staging) {
        this.source = source;
        this.workspace = workspace;
        this.network = network;
        this.staging = staging;
    }

    /// The design's shared repository, its forks, and a clone to work in.
    SampleDesign design(String name, Path home, Progress progress) throws IOException {
        StoredHistory history = StoredHistory.read(name, source);
        Path origin = shared(history, progress);
        List<SampleFork> forks = forks(history);
        Path folder = workspace.resolve(name);
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return new SampleDesign(name, folder, origin, forks, history.you(), true);
        }
        Path made = staging.place(name);
        try (GitRepository clone = GitRepository.cloneFrom(origin.toString(), made, Progress.NONE)) {
            for (SampleFork fork : forks) {
                clone.remotes().add(fork.owner(), fork.folder().toString());
                clone.remotes().fetch(fork.owner(), List.of(), Progress.NONE);
            }
            clone.remotes().add(HOME, home.toString());
            new SampleProposals(clone, forks).open(history.proposals());
            history.you().ifPresent(clone::configurePerson);
        }
        staging.publish(made, folder);
        return new SampleDesign(name, folder, origin, forks, history.you(), false);
    }

    /// A bare repository with the replayed history of a sample.
    Path shared(String name, Progress progress) throws IOException {
        return shared(StoredHistory.read(name, source), progress);
    }

    private Path shared(StoredHistory history, Progress progress) throws IOException {
        Path target = network.resolve(history.name() + ".git");
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return target;
        }
        Path made = staging.place(history.name() + ".git");
        try (GitRepository repository = GitRepository.initBare(made).relaxed()) {
            Map<String, Map<String, CommitId>> forks = new Replay(history, source, repository, this::pin)
                    .run(progress);
            for (var fork : forks.entrySet()) {
                fork(history.name(), repository, fork.getKey(), fork.getValue());
            }
        }
        staging.publish(made, target);
        return target;
    }

    private Path forkFolder(String owner, String design) {
        return network.resolve(owner).resolve(design + ".git");
    }

    private void fork(String design, GitRepository from, String owner, Map<String, CommitId> branches)
            throws IOException {
        Path target = forkFolder(owner, design);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path made = staging.place(owner + "-" + design + ".git");
        GitRepository.initBare(made).close();
        List<PushUpdate> updates = branches.entrySet().stream()
                .map(b -> new PushUpdate(b.getValue(), "refs/heads/" + b.getKey(), Optional.empty())).toList();
        for (PushOutcome outcome : from.remotes().push(made.toString(), updates, Progress.NONE)) {
            if (!outcome.isOk()) {
                throw new IOException(outcome.remoteRef() + ": " + outcome.message());
            }
        }
        staging.publish(made, target);
    }

    private List<SampleFork> forks(StoredHistory history) {
        List<SampleFork> forks = new ArrayList<>();
        history.steps().stream().flatMap(s -> s.fork().stream()).distinct().forEach(owner -> {
            Path folder = forkFolder(owner, history.name());
            if (Files.isDirectory(folder)) {
                List<String> branches = history.steps().stream().filter(s -> s.fork().equals(Optional.of(owner)))
                        .map(Step::branch).distinct().filter(b -> !b.equals(MAIN)).toList();
                forks.add(new SampleFork(owner, folder, branches));
            }
        });
        return List.copyOf(forks);
    }

    /// What a pin stands for: the tagged commit of the other design's shared repository and the module's tree in it.
    private LockEntry pin(Change.Pin pin) {
        try (GitRepository other = GitRepository.open(network.resolve(pin.design() + ".git"))) {
            CommitId commit = other.refs().get("refs/tags/" + pin.tag())
                    .orElseThrow(() -> new Fault("sample.pin-missing", pin.name(), pin.design(), pin.tag()));
            String tree = other.treeId(commit, pin.module())
                    .orElseThrow(() -> new Fault("sample.pin-missing", pin.name(), pin.design(), pin.tag()));
            return new LockEntry(pin.name(), pin.design(), pin.module(), commit, tree);
        }
    }
}
