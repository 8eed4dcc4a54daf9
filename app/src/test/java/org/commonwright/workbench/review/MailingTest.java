package org.commonwright.workbench.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.task.Progress;
import org.commonwright.workbench.area.CurrentDesign;
import org.commonwright.workbench.area.Dialogs;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.notice.Notices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two windows that exchange a proposal by a file.
class MailingTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    Path folder;

    /// Whoever sits at one window: every chooser answers with one file.
    private final class Sitting implements Dialogs {
        private final ReviewViewModel model;
        private final Mailing mailing;

        Sitting(String name) {
            AppFolders folders = AppFolders.under(folder.resolve(name));
            var notices = new Notices(Runnable::run);
            var current = new CurrentDesign();
            var clock = InstantSource.fixed(NOON);
            model = new ReviewViewModel(folders, new InlineTasks(), notices, current, clock);
            mailing = new Mailing(model, folders, clock, new InlineTasks(), new InlineTasks(), this, current, notices);
            var design = new OpenDesign(folder.resolve(name + "-lamp"), "lamp");
            model.load(design);
            mailing.load(design);
        }

        List<ReviewItem> items() {
            model.load(new OpenDesign(folder.resolve("maud-lamp"), "lamp"));
            return Objects.requireNonNull(model.items().value()).items();
        }

        @Override
        public Optional<Path> folder(Messages.Key title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFile(Messages.Key title, List<String> patterns) {
            return Optional.of(folder.resolve("lamp.proposal"));
        }

        @Override
        public Optional<Path> saveFile(Messages.Key title, String suggestedName) {
            assertEquals("Three-screws.proposal", suggestedName);
            return Optional.of(folder.resolve("lamp.proposal"));
        }

        @Override
        public boolean confirm(Messages.Key what, Messages.Key verb) {
            return true;
        }
    }

    @Test
    void whatOneSavesTheOtherOpens() throws IOException {
        try (GitRepository home = GitRepository.init(folder.resolve("maud-lamp"))) {
            CommitId base = Repos.commit(home, Map.of("bom.csv", "Part,Quantity\nscrew,4\n"));
            home.workTree().advance(Optional.empty(), base);
        }
        try (GitRepository clone = GitRepository.cloneFrom(folder.resolve("maud-lamp").toString(),
                folder.resolve("eve-lamp"), Progress.NONE)) {
            Repos.commit(clone, "lighter", Map.of("bom.csv", "Part,Quantity\nscrew,3\n"), clone.require("HEAD"));
        }
        var eve = new Sitting("eve");
        assertEquals(List.of("origin"), eve.mailing.remotes());
        eve.model.choose(Objects.requireNonNull(eve.model.items().value()).items().getFirst());
        assertTrue(eve.mailing.writeBlocked().get().isPresent(), "a branch is no proposal");
        eve.model.propose("Three screws", "Enough.", "Nobody.");
        eve.model.load(new OpenDesign(folder.resolve("eve-lamp"), "lamp"));
        eve.model.choose(Objects.requireNonNull(eve.model.items().value()).items().getFirst());
        eve.mailing.write();
        assertTrue(Files.size(folder.resolve("lamp.proposal")) > 0);

        var maud = new Sitting("maud");
        assertEquals(List.of(), maud.items());
        maud.mailing.take();
        var got = (ReviewItem.Proposed) maud.items().getFirst();
        assertEquals("Nobody.", got.state().proposal().impact());
        assertEquals(got, maud.model.chosen().get(), "what somebody opened is what they see");
        assertEquals(1, maud.items().size(), "its commits are the proposal's, not one more fork");
    }
}
