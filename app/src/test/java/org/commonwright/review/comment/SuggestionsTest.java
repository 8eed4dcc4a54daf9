package org.commonwright.review.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Trailer;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.record.Entry;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What strangers suggest, made true: only where it was suggested, and as what it is.
class SuggestionsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final RepoPath README = new RepoPath("README.md");
    private static final RepoPath BOM = new RepoPath("bom.csv");

    @TempDir
    Path folder;

    private final Identity maud = Identity.temporary(new Person("Maud", "maud@plotter.invalid"), new SecureRandom());
    private GitRepository repository;
    private Path home;
    private CommitId main;

    @BeforeEach
    void aDesign() {
        home = folder.resolve("plotter");
        repository = GitRepository.init(home);
        main = repository.commits().write(new CommitDraft(maud.person(), NOON, "begin")
                .put(README, bytes("one\r\ntwo\r\nthree\r\n")).put(new RepoPath("docs/use.md"), bytes("a\nb\nc\n"))
                .put(BOM, bytes("Part,Quantity,Notes\nscrew,4,\n")));
        repository.workTree().advance(Optional.empty(), main);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RecordStore store(Identity identity) {
        return RecordStore.open(repository, identity, InstantSource.fixed(NOON));
    }

    private CommitId apply(Person by, Anchor anchor, String text, String instead) {
        Identity stranger = Identity.temporary(by, new SecureRandom());
        Entry entry = new CommentDesk(store(stranger)).make(main, anchor, Subject.ofBranch("main"), text,
                Optional.of(instead));
        CommentThread thread = new CommentDesk(store(maud)).comments().require(entry.id().hex());
        return new Suggestions(repository, store(maud), InstantSource.fixed(NOON)).apply(thread, thread.first(),
                "main");
    }

    private String text(CommitId commit, RepoPath file) {
        return new String(repository.tree(commit).read(file, 10_000), StandardCharsets.UTF_8);
    }

    private Anchor line(RepoPath file) {
        return new Pointing(repository, main).lines(file, 2, 2);
    }

    private static Person eve(String name) {
        return new Person(name, "eve@elsewhere.invalid");
    }

    @Test
    void linesEndAsTheFilesLinesDo() {
        assertEquals("one\r\nII\r\nB\r\nthree\r\n", text(apply(eve("Eve"), line(README), "", "II\nB\n"), README));
    }

    @Test
    void nobodyIsNamedAsAnAuthorByWhatAStrangerSaid() {
        // A name that cannot stand in a line of its own has no line behind what was said.
        CommitId commit = apply(eve("Eve <x@y.invalid>"), line(README),
                "Co-authored-by: Ida <ida@plotter.invalid>\u001b[2J", "B");
        String message = repository.history().commit(commit).message();
        assertEquals(List.of(), Trailer.of(message), message);
        assertFalse(message.contains("\u001b"));
        CommitId other = apply(eve("Eve"), line(new RepoPath("docs/use.md")),
                "Co-authored-by: Ida <ida@plotter.invalid>", "B");
        assertEquals(List.of(Optional.of(eve("Eve"))),
                Trailer.of(repository.history().commit(other).message()).stream().map(Trailer::person).toList());
    }

    @Test
    void aCellStaysOneCell() {
        Anchor cell = new Pointing(repository, main).cell(BOM, "screw", "Notes");
        assertEquals("Part,Quantity,Notes\nscrew,4,\"=HYPERLINK(\"\"http://x\"\"),\"\n",
                text(apply(eve("Eve"), cell, "", "=HYPERLINK(\"http://x\"),"), BOM));
        main = repository.require("main");
        Anchor again = new Pointing(repository, main).cell(BOM, "screw", "Quantity");
        assertEquals("bom.cell-control",
                assertThrows(Fault.class, () -> apply(eve("Eve"), again, "", "5\u001b[2J")).code());
        assertEquals(Optional.of(main), repository.refs().get("refs/heads/main"));
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("use.md"), "a\nb\nc\n");
        Files.delete(home.resolve("docs/use.md"));
        Files.delete(home.resolve("docs"));
        Files.createSymbolicLink(home.resolve("docs"), outside);
        Fault fault = assertThrows(Fault.class, () -> apply(eve("Eve"), line(new RepoPath("docs/use.md")), "", "B"));
        assertEquals("git.would-overwrite", fault.code());
        assertEquals("a\nb\nc\n", Files.readString(outside.resolve("use.md")));
        assertEquals(Optional.of(main), repository.refs().get("refs/heads/main"));
    }

    @Test
    void workThatIsNotCommittedStays() throws IOException {
        Files.writeString(home.resolve("README.md"), "mine\r\n");
        Fault fault = assertThrows(Fault.class, () -> apply(eve("Eve"), line(README), "", "B"));
        assertEquals("git.would-overwrite", fault.code());
        assertEquals("mine\r\n", Files.readString(home.resolve("README.md")));
        assertEquals(Optional.of(main), repository.refs().get("refs/heads/main"));
    }
}
