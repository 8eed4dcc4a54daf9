package org.commonwright.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {
    private static final byte[] LOG = "began\nended\n".getBytes(UTF_8);
    private static final ContentId ID = ContentId.of(LOG);

    @TempDir
    Path folder;

    @Test
    void whatIsAttachedTravelsWithItsEntry() {
        String home = GitRepository.initBare(folder.resolve("home")).folder().toString();
        RecordStore ada = Records.store(folder.resolve("ada"), Records.identity("ada"));
        RecordStore bob = Records.store(folder.resolve("bob"), Records.identity("bob"));
        Entry before = ada.append("note", Records.body("before"));
        Entry run = ada.append(List.of(new NewEntry("run", Records.body(ID.hex()))), List.of(LOG)).getFirst();
        Entry after = ada.append("note", Records.body("after"));
        assertEquals(Optional.of(before.id()), run.previous());
        assertEquals(Optional.empty(), bob.attachment(ID));
        ada.sync(home, Progress.NONE);
        bob.sync(home, Progress.NONE);
        assertEquals(List.of(before, run, after), bob.read().entries());
        assertTrue(bob.read().isAttached(ID));
        assertArrayEquals(LOG, bob.attachment(ID).orElseThrow());
        assertEquals(List.of(), bob.verify().bad());
        assertFalse(bob.read().isAttached(ContentId.of(new byte[0])));
        Repos.git(bob.repository().folder(), "fsck", "--strict");
        ada.repository().close();
        bob.repository().close();
    }

    @Test
    void otherBytesUnderTheNameAreRefusedButTheRightOnesAreFound() {
        Identity eve = Records.identity("eve");
        RecordStore ada = Records.store(folder, Records.identity("ada"));
        attach(ada.repository(), eve, ID, "forged".getBytes(UTF_8));
        assertEquals("record.attachment-altered", assertThrows(Fault.class, () -> ada.attachment(ID)).code());
        assertEquals(List.of(), ada.read().bad(), "it is looked at only when somebody asks");
        assertEquals(List.of("record.attachment-altered"),
                ada.verify().bad().stream().map(b -> b.reason().code()).toList());
        ada.append(List.of(new NewEntry("run", Records.body(ID.hex()))), List.of(LOG));
        assertArrayEquals(LOG, ada.attachment(ID).orElseThrow());
        ada.repository().close();
    }

    @Test
    void whatIsTooLargeIsNeitherWrittenNorRead() {
        Identity eve = Records.identity("eve");
        RecordStore ada = Records.store(folder, Records.identity("ada"));
        byte[] large = new byte[Attachments.LIMIT + 1];
        var entries = List.of(new NewEntry("run", Records.body("")));
        assertEquals("files.too-large",
                assertThrows(Fault.class, () -> ada.append(entries, List.of(large))).code());
        assertEquals(0, ada.read().logs());
        attach(ada.repository(), eve, ContentId.of(large), large);
        assertEquals("files.too-large",
                assertThrows(Fault.class, () -> ada.attachment(ContentId.of(large))).code());
        ada.repository().close();
    }

    @Test
    void aFolderOfAnythingElseIsNoPack() {
        Identity eve = Records.identity("eve");
        RecordStore ada = Records.store(folder, Records.identity("ada"));
        put(ada.repository(), eve, new RepoPath("attached/readme"), LOG);
        put(ada.repository(), eve, new RepoPath("attached/" + ID.hex() + "/deeper"), LOG);
        assertEquals(List.of("record.not-a-pack"), ada.read().bad().stream().map(b -> b.reason().code()).toList());
        assertEquals("record.attachment-altered", assertThrows(Fault.class, () -> ada.attachment(ID)).code());
        ada.repository().close();
    }

    private static void attach(GitRepository repository, Identity log, ContentId id, byte[] bytes) {
        put(repository, log, Attachments.path(id), bytes);
    }

    private static void put(GitRepository repository, Identity log, RepoPath path, byte[] bytes) {
        String ref = LogName.ref(log.agent());
        Optional<CommitId> tip = repository.refs().get(ref);
        var draft = new CommitDraft(log.person(), Records.NOON, "forged").signedBy(log.signer())
                .put(LogReader.PACK, new byte[0]).put(path, bytes);
        tip.ifPresent(draft::parent);
        repository.refs().update(ref, tip, repository.commits().write(draft));
    }
}
