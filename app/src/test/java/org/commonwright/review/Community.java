package org.commonwright.review;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;

/// A design with three maintainers whose keys its rules name, a stranger, and a clock that is set by hand.
final class Community implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    final Identity maud = Identity.temporary(new Person("Maud", "maud@plotter.invalid"), new SecureRandom());
    final Identity idris = Identity.temporary(new Person("Idris", "idris@plotter.invalid"), new SecureRandom());
    final Identity hana = Identity.temporary(new Person("Hana", "hana@plotter.invalid"), new SecureRandom());
    final Identity eve = Identity.temporary(new Person("Eve", "eve@elsewhere.invalid"), new SecureRandom());
    final GitRepository repository;
    final Workspace workspace;
    Instant now = NOON;
    CommitId main;

    Community(Path folder, String decision) {
        repository = GitRepository.init(folder.resolve("plotter"));
        workspace = new Workspace(folder.resolve("workspace"));
        main = repository.commits().write(draft("begin").put(new RepoPath("README.md"), bytes("one\n"))
                .put(new RepoPath("commons.toml"), bytes(rules(decision))));
        repository.workTree().advance(Optional.empty(), main);
        repository.refs().createBranch("fork", change("fork", "README.md", "two\n"));
    }

    String rules(String decision) {
        return "version = 1\n[[maintainers]]\npath = \".\"\npeople = [\"" + maud.agent() + "\", \"" + idris.agent()
                + "\", \"" + hana.agent() + "\"]\n" + decision;
    }

    CommitId change(String message, String file, String text) {
        return repository.commits().write(draft(message).on(main).put(new RepoPath(file), bytes(text)));
    }

    ReviewDesk desk(Identity identity) {
        return new ReviewDesk(repository, store(identity), workspace, () -> now);
    }

    RecordStore store(Identity identity) {
        return RecordStore.open(repository, identity, () -> now);
    }

    String branch() {
        return repository.currentBranch().orElseThrow();
    }

    ProposalState propose(String source) {
        return again(desk(eve).propose("More", "Because.", source, branch()).id().hex());
    }

    ProposalState again(String id) {
        return desk(maud).proposals().require(id);
    }

    void days(int days) {
        now = now.plusSeconds(86_400L * days);
    }

    static CommitDraft draft(String message) {
        return new CommitDraft(new Person("Eve", "eve@elsewhere.invalid"), NOON, message);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        workspace.close();
        repository.close();
    }
}
