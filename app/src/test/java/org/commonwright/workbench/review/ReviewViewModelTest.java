package org.commonwright.workbench.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.design.Workspace;
import org.commonwright.error.Problem;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.Decision;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
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

class ReviewViewModelTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Person EVE = new Person("Eve", "eve@elsewhere.invalid");

    @TempDir
    private Path folder;

    private static CommitDraft draft(String file, String text) {
        return new CommitDraft(EVE, NOON, "work").put(new RepoPath(file), text.getBytes(StandardCharsets.UTF_8));
    }

    /// A proposal by Eve, which she declares decided although only Maud may.
    private void aDecisionThatDoesNotCount() {
        try (GitRepository repository = GitRepository.init(folder.resolve("lamp"));
                var workspace = new Workspace(folder.resolve("workspace"))) {
            CommitId main = repository.commits().write(draft("commons.toml",
                    "version = 1\n[[maintainers]]\npeople = [\"Maud <maud@lamp.invalid>\"]\n"));
            repository.workTree().advance(Optional.empty(), main);
            repository.refs().createBranch("fork", repository.commits().write(draft("README.md", "more\n").on(main)));
            var records = RecordStore.open(repository, Identity.temporary(EVE, new SecureRandom()),
                    InstantSource.fixed(NOON));
            var proposal = new ReviewDesk(repository, records, workspace, InstantSource.fixed(NOON)).propose("More",
                    "", "fork", repository.currentBranch().orElseThrow());
            records.append(Decision.KIND, new Decision(proposal.id().hex(), Decision.Outcome.DECLINED, "no", null, main,
                    EVE).toBody(), proposal.id());
        }
    }

    @Test
    void aDecisionThatDoesNotCountIsToldAndTheProposalStaysOpen() {
        aDecisionThatDoesNotCount();
        var model = new ReviewViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks(),
                new Notices(Runnable::run), new CurrentDesign(), InstantSource.fixed(NOON));
        model.load(new OpenDesign(folder.resolve("lamp"), "lamp"));
        ReviewList found = Objects.requireNonNull(model.items().value());
        assertEquals(List.of("governance.decision-not-theirs"),
                found.setAside().stream().map(Problem::code).toList());
        var item = assertInstanceOf(ReviewItem.Proposed.class, found.items().getFirst());
        assertTrue(item.state().isOpen());
    }

    @Test
    void theBranchThatIsCheckedOutIsProposedToTheMainOne() throws IOException {
        aDecisionThatDoesNotCount();
        var model = new ReviewViewModel(AppFolders.under(folder.resolve("home")), new InlineTasks(),
                new Notices(Runnable::run), new CurrentDesign(), InstantSource.fixed(NOON));
        OpenDesign lamp = new OpenDesign(folder.resolve("lamp"), "lamp");
        try (GitRepository repository = GitRepository.open(lamp.folder())) {
            CommitId main = repository.head().orElseThrow();
            Files.writeString(lamp.folder().resolve(".git/HEAD"), "ref: refs/heads/own\n");
            repository.refs().createBranch("own", main);
            model.load(lamp);
            assertTrue(own(model).isEmpty(), "nothing in it yet");
            CommitId mine = repository.commits().write(draft("own.md", "mine\n").on(main));
            repository.workTree().advance(Optional.of(main), mine);
            model.load(lamp);
            model.choose(own(model).orElseThrow());
            Shown shown = Objects.requireNonNull(model.shown().value());
            assertEquals(List.of(main, mine), List.of(shown.report().base(), shown.report().head()));
            model.propose("Mine", "", "");
            model.load(lamp);
            assertTrue(own(model).isEmpty(), "it is proposed");
            var proposed = assertInstanceOf(ReviewItem.Proposed.class, model.chosen().get());
            assertEquals("refs/heads/own into main",
                    proposed.state().proposal().source() + " into " + proposed.state().proposal().target());
            CommitId more = repository.commits().write(draft("own.md", "more\n").on(main));
            repository.workTree().advance(Optional.of(mine), more);
            new Deciding(model).revise();
            repository.refs().update("refs/commonwright/proposed/mine", Optional.empty(), mine);
            model.load(lamp);
            List<CommitId> heads = Objects.requireNonNull(model.items().value()).items().stream()
                    .map(ReviewItem::head).toList();
            assertTrue(heads.contains(more) && !heads.contains(mine), "what was revised is no branch");
        }
    }

    private static Optional<ReviewItem> own(ReviewViewModel model) {
        return Objects.requireNonNull(model.items().value()).items().stream()
                .filter(item -> item instanceof ReviewItem.Branch(_, _, var into) && into != null).findFirst();
    }
}
