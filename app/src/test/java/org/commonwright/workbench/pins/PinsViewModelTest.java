package org.commonwright.workbench.pins;

import java.util.HashSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.commonwright.design.PinUpdate.Preview;
import org.commonwright.design.Pins;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.Money;
import org.commonwright.model.RepoPath;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.InlineTasks;
import org.commonwright.workbench.notice.Notices;
import org.commonwright.workbench.tasks.Loaded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinsViewModelTest {
    @TempDir
    Path home;

    private final Notices notices = new Notices(Runnable::run);
    private AppFolders folders;
    private Path lamp;
    private Path lock;
    private CommitId first;
    private final Set<RepoPath> written = new HashSet<>();
    private PinsViewModel model;

    @BeforeEach
    void aDesignAndAnotherOne() throws IOException {
        folders = AppFolders.under(home);
        lamp = folders.workspace().resolve("lamp");
        lock = lamp.resolve("commons.lock");
        GitRepository.init(lamp).close();
        Files.writeString(lamp.resolve("bom.csv"),
                "Part,Quantity,Kind,Module\nshade,1,buy,\ndriver,2,module,@driver\n");
        Files.writeString(lamp.resolve("offers.csv"), "Part,Unit Price,Currency\nshade,5,EUR\n");
        try (GitRepository driver = GitRepository.init(folders.workspace().resolve("driver"))) {
            first = commit(driver, Map.of("bom.csv", "Part,Quantity\nboard,1\n", "offers.csv",
                    "Part,Unit Price,Currency\nboard,3,EUR\n"));
        }
        model = new PinsViewModel(folders, new InlineTasks(), new InlineTasks(), notices,
                (_, files) -> written.addAll(files));
        model.open(lamp);
    }

    private static CommitId commit(GitRepository repository, Map<String, String> files, CommitId... parents) {
        var draft = new CommitDraft(Repos.ADA, Repos.NOON, "state " + parents.length);
        for (CommitId parent : parents) {
            draft.parent(parent);
        }
        files.forEach((path, text) -> draft.put(new RepoPath(path), text.getBytes(StandardCharsets.UTF_8)));
        CommitId id = repository.commits().write(draft);
        String branch = "refs/heads/" + repository.currentBranch().orElse("main");
        repository.refs().update(branch, repository.refs().get(branch), id);
        return id;
    }

    private void driverChanges() {
        try (GitRepository driver = GitRepository.open(folders.workspace().resolve("driver"))) {
            commit(driver, Map.of("bom.csv", "Part,Quantity\nboard,1\nfuse,1\n", "offers.csv",
                    "Part,Unit Price,Currency\nboard,4,EUR\nfuse,1,EUR\n"), first);
        }
    }

    private Pins.State pins() {
        return ((Loaded.Ready<Pins.State>) model.pins().get()).value();
    }

    @Test
    void aMissingPinIsExplainedAndPinned() {
        assertEquals("design.pin-missing", pins().problems().getFirst().code());
        model.pin("driver", "driver", "", "", () -> {});
        assertTrue(pins().problems().isEmpty(), pins().problems().toString());
        Pins.Pin pin = pins().pins().getFirst();
        assertEquals(first, pin.entry().commit());
        assertEquals("[bom.csv:3]", pin.uses().toString());
        assertFalse(pin.isBehind());
        assertEquals(Set.of(new RepoPath("commons.lock")), written);
        model.undo();
        assertFalse(Files.exists(lock));
        model.redo();
        assertTrue(Files.exists(lock));
    }

    @Test
    void whatWouldChangeIsSeenBeforeAnythingDoes() throws IOException {
        model.pin("driver", "driver", "", "", () -> {});
        driverChanges();
        model.again();
        assertEquals(1, pins().pins().getFirst().behind());
        String before = Files.readString(lock);
        model.look(Set.of(), "");
        Preview preview = ((Loaded.Ready<Preview>) model.preview().get()).value();
        assertEquals("fuse", preview.boms().getFirst().diff().added().getFirst().part());
        assertEquals(Money.of("11", "EUR"), preview.costBefore());
        assertEquals(Money.of("15", "EUR"), preview.costAfter());
        assertEquals(before, Files.readString(lock));
        model.apply();
        assertFalse(pins().pins().getFirst().isBehind());
        assertFalse(Files.readString(lock).equals(before));
        model.undo();
        assertEquals(before, Files.readString(lock));
    }

    @Test
    void aLockThatSomebodyElseChangedIsNotWrittenOver() throws IOException {
        model.pin("driver", "driver", "", "", () -> {});
        Files.writeString(lock, Files.readString(lock) + "# mine\n");
        model.undo();
        assertEquals("pins.changed-since", notices.shown().getFirst().text().key());
        assertTrue(Files.readString(lock).endsWith("# mine\n"));
    }

    @Test
    void aPinIsRemovedAndItsLinesAreToldAsMissing() {
        model.pin("driver", "driver", "", "", () -> {});
        model.remove("driver");
        assertTrue(pins().pins().isEmpty());
        assertEquals("design.pin-missing", pins().problems().getFirst().code());
        model.undo();
        assertEquals(1, pins().pins().size());
    }

    @Test
    void aRepositoryThatIsNotHereIsTold() {
        model.pin("other", "https://example.invalid/other.git", "", "", () -> {});
        assertEquals("design.pin-repository", notices.shown().getFirst().text().key());
        assertFalse(Files.exists(lock));
    }
}
