package org.commonwright.review.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.commonwright.record.Revocations;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    Path folder;

    private final Identity maud = Identity.temporary(new Person("Maud", "maud@plotter.invalid"), new SecureRandom());
    private final Identity eve = Identity.temporary(new Person("Eve", "eve@elsewhere.invalid"), new SecureRandom());
    private GitRepository repository;
    private CommitId main;
    private Anchor anchor;

    @BeforeEach
    void aDesign() {
        repository = GitRepository.init(folder.resolve("plotter"));
        main = repository.commits().write(new CommitDraft(maud.person(), NOON, "begin").put(new RepoPath("README.md"),
                "one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8)));
        repository.workTree().advance(Optional.empty(), main);
        anchor = new Pointing(repository, main).lines(new RepoPath("README.md"), 2, 2);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private RecordStore store(Identity identity) {
        return RecordStore.open(repository, identity, InstantSource.fixed(NOON));
    }

    private CommentDesk desk(Identity identity) {
        return new CommentDesk(store(identity));
    }

    private Comments comments() {
        return desk(maud).comments();
    }

    private CommentThread made() {
        Entry entry = desk(eve).make(main, anchor, Subject.ofBranch("refs/heads/fork"), "Why two?",
                Optional.of("2\n"));
        return comments().require(entry.id().hex());
    }

    @Test
    void aThreadIsReadAsItWasWritten() {
        CommentThread thread = made();
        desk(maud).answer(thread, "Because.", Optional.empty());
        thread = comments().require(thread.id().hex());
        assertEquals(anchor, thread.anchor());
        assertEquals(main, thread.at());
        assertEquals(List.of("Why two?", "Because."), thread.remarks().stream().map(Remark::text).toList());
        assertEquals(List.of("Eve", "Maud"), thread.remarks().stream().map(r -> r.by().person().name()).toList());
        assertEquals(Optional.of("2\n"), thread.suggested().orElseThrow().suggestion());
        assertEquals(List.of(thread),
                comments().about(Subject.ofBranch("refs/remotes/eve/fork"), new NamesNow(repository, Progress.NONE)));
        assertEquals(List.of(), comments().about(Subject.ofBranch("other"), new NamesNow(repository, Progress.NONE)));
    }

    @Test
    void whatIsSettledCanBeOpenedAgainAndOneWhoDidNotKnowDoesNotCloseIt() {
        CommentThread open = made();
        desk(maud).resolve(open);
        CommentThread resolved = comments().require(open.id().hex());
        assertEquals("Maud", resolved.settling().orElseThrow().by().person().name());
        assertEquals("comments.resolved", assertThrows(Fault.class, () -> desk(eve).resolve(resolved)).code());
        desk(eve).reopen(resolved);
        assertTrue(comments().require(open.id().hex()).isOpen());
        // Somebody who saw neither resolves it at the same time: the word against it stands.
        desk(Identity.temporary(new Person("Ida", "ida@plotter.invalid"), new SecureRandom())).resolve(open);
        assertTrue(comments().require(open.id().hex()).isOpen());
        desk(maud).resolve(comments().require(open.id().hex()));
        assertFalse(comments().require(open.id().hex()).isOpen());
    }

    @Test
    void onlyItsAuthorChangesOrWithdrawsARemark() {
        CommentThread thread = made();
        assertEquals("comments.not-yours",
                assertThrows(Fault.class, () -> desk(maud).edit(thread.first(), "No.")).code());
        ObjectNode forged = org.commonwright.governance.Bodies.create().put("remark", thread.id().hex())
                .put("text", "I agree with everything.");
        store(maud).append(Comments.EDITED, forged, thread.id());
        assertEquals("Why two?", comments().threads().getFirst().first().text());
        assertEquals(1, comments().problems().size());
        desk(eve).edit(thread.first(), "Why not three?");
        assertEquals("Why not three?", comments().threads().getFirst().first().text());
        assertTrue(comments().threads().getFirst().first().edited());
        desk(eve).withdraw(thread.first());
        assertEquals(List.of(), comments().threads());
    }

    @Test
    void anotherPersonsNameAndAWithdrawnKeyAreSaid() {
        ObjectNode body = new Made(main, anchor, Subject.NONE, "Trust me.", Optional.empty(), maud.person()).toBody();
        store(eve).append("note", org.commonwright.governance.Bodies.create());
        store(eve).append(Made.KIND, body);
        assertEquals(List.of(), comments().threads());
        assertEquals(1, comments().problems().size());
        Entry kept = desk(eve).make(main, anchor, Subject.NONE, "Mine.", Optional.empty());
        store(eve).append(Revocations.KIND, Revocations.body("lost", Optional.of(kept.id()), Optional.empty()));
        assertEquals("record.key-revoked", assertThrows(Fault.class,
                () -> desk(eve).make(main, anchor, Subject.NONE, "Too late.", Optional.empty())).code());
        store(eve).append(Made.KIND, new Made(main, anchor, Subject.NONE, "By a thief.", Optional.empty(), eve.person())
                .toBody());
        assertEquals(List.of("Mine."), comments().threads().stream().map(t -> t.first().text()).toList());
        assertEquals(2, comments().problems().size());
    }

    @Test
    void aBodyThatIsWrongInAnyFieldIsSetAside() {
        ObjectNode good = new Made(main, anchor, Subject.ofBranch("fork"), "x", Optional.empty(), eve.person())
                .toBody();
        int wrong = 0;
        for (String field : List.of("v", "at", "text", "name", "email", "about")) {
            ObjectNode body = good.deepCopy();
            body.remove(field);
            store(eve).append(Made.KIND, body);
            wrong++;
        }
        for (String[] change : new String[][]{{"path", "../../etc/passwd"}, {"path", ".git/config"}, {"path", ""},
                {"path", "a\nb"}, {"kind", "window"}, {"blob", "zz"}, {"blob", "HEAD"}}) {
            ObjectNode body = good.deepCopy();
            ((ObjectNode) body.get("about")).put(change[0], change[1]);
            store(eve).append(Made.KIND, body);
            wrong++;
        }
        for (String[] change : new String[][]{{"text", "x".repeat(Made.LONGEST + 1)}, {"branch", "a\u0000b"},
                {"proposal", "../"}}) {
            store(eve).append(Made.KIND, good.deepCopy().put(change[0], change[1]));
            wrong++;
        }
        ObjectNode lines = good.deepCopy();
        ((ObjectNode) lines.get("about")).put("line", -4);
        store(eve).append(Made.KIND, lines);
        assertEquals(List.of(), comments().threads());
        assertEquals(wrong + 1, comments().problems().size());
        store(eve).append(Made.KIND, good);
        assertEquals(1, comments().threads().size());
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        assertEquals("comments.text-needed", assertThrows(Fault.class,
                () -> desk(eve).make(main, anchor, Subject.NONE, " ", Optional.empty())).code());
        assertEquals("comments.text-too-long", assertThrows(Fault.class,
                () -> desk(eve).make(main, anchor, Subject.NONE, "x".repeat(30_000), Optional.empty())).code());
        assertEquals("comments.no-suggestion", assertThrows(Fault.class, () -> desk(eve).make(main,
                new Anchor.Module(RepoPath.ROOT), Subject.NONE, "x", Optional.of("y"))).code());
        assertEquals("comments.none", assertThrows(Fault.class, () -> comments().require("ab")).code());
    }

    @Test
    void aRenamedBranchKeepsItsCommentsAlsoWhenItWasRebased() {
        CommitId fork = commit(main, "narrower", "one\ntoo\nthree\n");
        repository.refs().update("refs/heads/fork", Optional.empty(), fork);
        Entry made = desk(eve).make(fork, anchor, Subject.ofBranch("refs/heads/fork"), "Too?", Optional.empty());
        CommentThread thread = comments().require(made.id().hex());
        assertEquals("fork", new NamesNow(repository, Progress.NONE).of(thread).branch());
        repository.refs().update("refs/heads/narrow", Optional.empty(), fork);
        repository.refs().update("refs/remotes/eve/deeper", Optional.empty(), commit(fork, "deeper", "deeper\n"));
        repository.refs().delete("refs/heads/fork", fork);
        assertEquals("narrow", new NamesNow(repository, Progress.NONE).of(thread).branch());
        assertEquals(List.of(thread),
                comments().about(Subject.ofBranch("refs/heads/narrow"), new NamesNow(repository, Progress.NONE)));
        assertEquals(List.of(),
                comments().about(Subject.ofBranch("refs/remotes/eve/deeper"), new NamesNow(repository, Progress.NONE)));
        CommitId later = commit(main, "later", "zero\none\ntwo\nthree\n");
        CommitId rebased = commit(later, "narrower", "zero\none\ntoo\nthree\n");
        repository.refs().delete("refs/heads/narrow", fork);
        repository.refs().delete("refs/remotes/eve/deeper", repository.require("refs/remotes/eve/deeper"));
        repository.refs().update("refs/heads/slim", Optional.empty(), rebased);
        assertEquals("slim", new NamesNow(repository, Progress.NONE).of(thread).branch());
        assertThrows(CancelledFault.class,
                () -> new NamesNow(repository, Progress.silent(() -> true)).of(thread));
        repository.refs().delete("refs/heads/slim", rebased);
        assertEquals("fork", new NamesNow(repository, Progress.NONE).of(thread).branch());
    }

    private CommitId commit(CommitId on, String title, String text) {
        return repository.commits().write(new CommitDraft(maud.person(), NOON, title).on(on)
                .put(new RepoPath("README.md"), text.getBytes(StandardCharsets.UTF_8)));
    }
}
