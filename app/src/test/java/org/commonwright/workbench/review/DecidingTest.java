package org.commonwright.workbench.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Certificate.Outcome;
import org.commonwright.governance.Stance.Word;
import org.commonwright.governance.decide.Standing;
import org.commonwright.model.Person;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stances and closing, as the window offers them.
class DecidingTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Person MAUD = new Person("Maud", "maud@lamp.invalid");
    private static final Person EVE = new Person("Eve", "eve@elsewhere.invalid");

    @TempDir
    private Path folder;

    private ReviewViewModel model;
    private Deciding deciding;

    /// A proposal by Eve to a design of Maud and Idris, opened by whoever sits at the window.
    private void open(Person sitting) {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"));
                var workspace = new Workspace(folder.resolve("workspace"))) {
            var main = repository.commits().write(draft("commons.toml", """
                    version = 1
                    [decision]
                    rule = "consent"
                    [[maintainers]]
                    people = ["Maud <maud@lamp.invalid>", "Idris <idris@lamp.invalid>"]
                    """));
            repository.workTree().advance(Optional.empty(), main);
            repository.configurePerson(sitting);
            repository.refs().createBranch("fork", repository.commits().write(draft("README.md", "more\n").on(main)));
            var records = RecordStore.open(repository, Identity.temporary(EVE, new SecureRandom()),
                    InstantSource.fixed(NOON));
            new ReviewDesk(repository, records, workspace, InstantSource.fixed(NOON)).propose("More", "", "fork",
                    repository.currentBranch().orElseThrow());
        }
        var current = new CurrentDesign();
        model = new ReviewViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks(),
                new Notices(Runnable::run), current, InstantSource.fixed(NOON));
        deciding = new Deciding(model);
        model.load(new OpenDesign(folder.resolve("lamp"), "lamp"));
        choose();
    }

    private void choose() {
        model.choose(Objects.requireNonNull(model.items().value()).items().getFirst());
    }

    private Standpoint standpoint() {
        return Objects.requireNonNull(model.shown().value()).standpoint().orElseThrow();
    }

    private static CommitDraft draft(String file, String text) {
        return new CommitDraft(EVE, NOON, "work").put(new RepoPath(file), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aMaintainerBlocksWithAReasonAndThenTheRulesLetNobodyMerge() {
        open(MAUD);
        assertTrue(standpoint().mayNotAccept().isEmpty());
        assertEquals("decide.reason-needed", deciding.blocked(Word.BLOCK).get().orElseThrow().key());
        deciding.reason().set("it falls over");
        assertTrue(deciding.blocked(Word.BLOCK).get().isEmpty());
        deciding.say(Word.BLOCK);
        Standing standing = standpoint().standing().orElseThrow();
        assertEquals(Optional.of(Outcome.REJECTED), standing.outcome());
        assertEquals("decide.not-yet", standpoint().mayNotAccept().orElseThrow().code());
        deciding.close();
        assertEquals("decide.closed-already", deciding.closing().get().orElseThrow().key());
        assertEquals("decide.closed-before", deciding.blocked(Word.AGREE).get().orElseThrow().key());
        assertTrue(standpoint().mayNotDecline().isEmpty());
    }

    @Test
    void whatTheBranchHasAlreadyIsNotMergedAgain() {
        open(MAUD);
        OpenDesign lamp = new OpenDesign(folder.resolve("lamp"), "lamp");
        try (GitRepository repository = GitRepository.open(lamp.folder())) {
            CommitId main = repository.head().orElseThrow();
            repository.workTree().advance(Optional.of(main), repository.commits()
                    .write(draft("README.md", "more\n").on(main).on(repository.require("fork"))));
        }
        model.load(lamp);
        assertTrue(((ReviewItem.Proposed) model.chosen().get()).state().isInAlready());
        assertEquals("review.merged-already", standpoint().mayNotAccept().orElseThrow().code());
        assertTrue(standpoint().mayNotDecline().isEmpty());
    }

    @Test
    void newCommitsOfOnesOwnBranchArePutForwardAndRulesThatChangedAreSeen() {
        open(MAUD);
        assertEquals("decide.not-the-proposer", deciding.revising().get().orElseThrow().key());
        OpenDesign lamp = new OpenDesign(folder.resolve("lamp"), "lamp");
        try (GitRepository repository = GitRepository.open(lamp.folder())) {
            CommitId main = repository.head().orElseThrow();
            CommitId one = repository.commits().write(draft("own.md", "one\n").on(main));
            repository.refs().createBranch("own", one);
            model.load(lamp);
            model.choose(Objects.requireNonNull(model.items().value()).items().stream()
                    .filter(ReviewItem.Branch.class::isInstance).findFirst().orElseThrow());
            model.propose("Own", "", "");
            model.load(lamp);
            assertEquals("review.nothing-new", deciding.revising().get().orElseThrow().key());
            CommitId two = repository.commits().write(draft("own.md", "two\n").on(one));
            assertTrue(repository.refs().update("refs/heads/own", Optional.of(one), two));
            String rules = new String(repository.tree(main).read(new RepoPath("commons.toml"), 1000),
                    StandardCharsets.UTF_8);
            repository.workTree().advance(Optional.of(main), repository.commits().write(
                    draft("commons.toml", rules.replace("consent", "consensus")).on(main)));
            model.load(lamp);
            assertTrue(standpoint().mayNotAccept().orElseThrow().arguments().toString().contains("consensus"));
            assertTrue(deciding.revising().get().isEmpty());
            deciding.revise();
            model.load(lamp);
            assertEquals(two, ((ReviewItem.Proposed) model.chosen().get()).state().proposal().head());
            assertEquals("review.nothing-new", deciding.revising().get().orElseThrow().key());
        }
    }

    @Test
    void whomTheRulesDoNotNameIsToldWhy() {
        open(EVE);
        for (Word word : Word.values()) {
            assertEquals("governance.not-a-maintainer", deciding.blocked(word).get().orElseThrow().key());
        }
        assertFalse(standpoint().mayNotAccept().isEmpty());
        assertEquals("governance.not-a-maintainer", deciding.closing().get().orElseThrow().key());
    }
}
