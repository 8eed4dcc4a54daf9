package org.commonwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.git.TreeEdit;
import org.commonwright.git.Version;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Histories as they are found: merged right, or refused in a sentence, and nothing lost.
class OddMergesTest {
    private static final String BOM = "Part,Quantity\nscrew,4\nrod,2\nbelt,1\n";

    @TempDir
    Path folder;
    private GitRepository repository;
    private CommitId base;

    @BeforeEach
    void aRepository() {
        repository = GitRepository.initBare(folder.resolve("r.git"));
        base = commit(BOM);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private CommitId commit(String bom, CommitId... parents) {
        return Repos.commit(repository, Map.of("bom.csv", bom), parents);
    }

    private CommitId merged(CommitId ours, CommitId theirs, Resolution choice) {
        MergeWork work = MergeWork.plan(repository, ours, theirs);
        Map<MergeConflict, Resolution> choices = new HashMap<>();
        work.conflicts().forEach(conflict -> choices.put(conflict, choice));
        return work.commit(choices, new CommitDraft(Repos.ADA, Repos.NOON, "merge"));
    }

    private Map<String, String> files(CommitId commit) {
        var files = new TreeMap<String, String>();
        repository.tree(commit).files().forEach(path -> files.put(path.text(),
                new String(repository.tree(commit).read(path, 1000), StandardCharsets.UTF_8)));
        return files;
    }

    private String code(CommitId ours, CommitId theirs) {
        return assertThrows(Fault.class, () -> MergeWork.plan(repository, ours, theirs)).code();
    }

    @Test
    void crossedHistoriesNeverSettleACellSilently() {
        CommitId a = commit(BOM.replace("screw,4", "screw,5"), base);
        CommitId b = commit(BOM.replace("rod,2", "rod,3"), base);
        CommitId both = commit(BOM.replace("screw,4", "screw,5").replace("rod,2", "rod,3"), a, b);
        CommitId other = commit(BOM.replace("screw,4", "screw,7").replace("rod,2", "rod,3"), b, a);
        assertEquals(2, repository.history().mergeBases(both, other).size());
        MergeWork work = MergeWork.plan(repository, both, other);
        MergeConflict.Cell cell = assertInstanceOf(MergeConflict.Cell.class, work.conflicts().getFirst());
        assertEquals("5 7", cell.cell().ours() + " " + cell.cell().theirs());
        assertEquals(1, work.conflicts().size());
    }

    @Test
    void anOctopusAndAnEmptyCommitAreHistoryLikeAnyOther() {
        CommitId a = commit(BOM.replace("screw,4", "screw,5"), base);
        CommitId b = commit(BOM.replace("rod,2", "rod,3"), base);
        CommitId c = commit(BOM.replace("belt,1", "belt,2"), base);
        CommitId octopus = commit("Part,Quantity\nscrew,5\nrod,3\nbelt,2\n", a, b, c);
        CommitId fork = commit(BOM.replace("belt,1", "belt,2") + "nut,9\n", c);
        assertEquals(Map.of("bom.csv", "Part,Quantity\nscrew,5\nrod,3\nbelt,2\nnut,9\n"),
                files(merged(octopus, commit(BOM + "nut,9\n", base), new Resolution.Ours())));
        CommitId empty = commit(BOM, base);
        assertEquals(files(fork), files(merged(fork, empty, new Resolution.Ours())));
    }

    @Test
    void linksAndSubmodulesAreTakenWholeAndNeverFollowed() {
        var path = new RepoPath("bom.csv");
        var link = repository.commits().write(new CommitDraft(Repos.BOB, Repos.NOON, "link").on(base).edit(path,
                new TreeEdit.Use(new Version(blob("../../outside"), Version.Kind.LINK))));
        CommitId ours = commit(BOM.replace("screw,4", "screw,5"), base);
        MergeWork work = MergeWork.plan(repository, ours, link);
        assertInstanceOf(MergeConflict.Whole.class, work.conflicts().getFirst());
        var sub = repository.commits().write(new CommitDraft(Repos.BOB, Repos.NOON, "sub").on(base)
                .edit(new RepoPath("lib"), new TreeEdit.Use(new Version(base.hex(), Version.Kind.SUBMODULE))));
        var sub2 = repository.commits().write(new CommitDraft(Repos.BOB, Repos.NOON, "sub").on(base)
                .edit(new RepoPath("lib"), new TreeEdit.Use(new Version(ours.hex(), Version.Kind.SUBMODULE))));
        assertInstanceOf(MergeConflict.Whole.class,
                MergeWork.plan(repository, sub, sub2).conflicts().getFirst());
        assertEquals(files(ours).keySet(), files(merged(ours, link, new Resolution.Ours())).keySet());
    }

    @Test
    void namesThatDifferInCaseOnlyBothStay() {
        CommitId ours = Repos.commit(repository, Map.of("bom.csv", BOM, "README.md", "a\n"), base);
        CommitId theirs = Repos.commit(repository, Map.of("bom.csv", BOM, "Readme.md", "b\n"), base);
        assertEquals(Map.of("bom.csv", BOM, "README.md", "a\n", "Readme.md", "b\n"),
                files(merged(ours, theirs, new Resolution.Ours())));
    }

    @Test
    void aPathThatIsNoUtf8IsKeptOrRefusedNeverRenamed() throws IOException {
        CommitId odd = odd("old\n");
        CommitId oddToo = odd("new\n");
        assertEquals("merging.path-not-utf8", code(base, oddToo));
        assertEquals("merging.path-not-utf8", code(odd, oddToo));
        CommitId theirs = commit(BOM.replace("rod,2", "rod,3"), base);
        CommitId merge = merged(odd, theirs, new Resolution.Ours());
        try (var jgit = new FileRepository(folder.resolve("r.git").toFile())) {
            ObjectId tree = jgit.resolve(merge.hex() + "^{tree}");
            byte[] raw = jgit.open(tree).getBytes();
            assertTrue(new String(raw, StandardCharsets.ISO_8859_1).contains("100644 \u00e9\0"));
        }
    }

    /// BASE with a file whose name is the byte E9, by an author without a name, in the year 2106.
    private CommitId odd(String text) throws IOException {
        try (var jgit = new FileRepository(folder.resolve("r.git").toFile());
                ObjectInserter inserter = jgit.newObjectInserter()) {
            ObjectId bom = ObjectId.fromString(blob(BOM));
            var tree = new TreeFormatter();
            tree.append("bom.csv", FileMode.REGULAR_FILE, bom);
            byte[] name = {(byte) 0xe9};
            tree.append(name, 0, 1, FileMode.REGULAR_FILE,
                    inserter.insert(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)));
            ObjectId id = inserter.insert(tree);
            ObjectId commit = inserter.insert(Constants.OBJ_COMMIT, ("tree " + id.name() + "\nparent " + base.hex()
                    + "\nauthor  <> 4294967000 +0000\ncommitter  <> 4294967000 +0000\n\nodd\n")
                    .getBytes(StandardCharsets.UTF_8));
            inserter.flush();
            return new CommitId(commit.name());
        }
    }

    @Test
    void historyThatIsCutOffOrNotHereIsSaid() throws IOException {
        CommitId ours = commit(BOM.replace("screw,4", "screw,5"), base);
        CommitId theirs = commit(BOM.replace("screw,4", "screw,6"), base);
        assertEquals("review.unrelated", code(ours, commit(BOM + "nut,1\n")));
        String blob = blob(BOM.replace("screw,4", "screw,6"));
        Files.delete(folder.resolve("r.git/objects").resolve(blob.substring(0, 2)).resolve(blob.substring(2)));
        try (GitRepository again = GitRepository.open(folder.resolve("r.git"))) {
            assertEquals("git.missing-object",
                    assertThrows(Fault.class, () -> MergeWork.plan(again, ours, theirs)).code());
        }
        Files.writeString(folder.resolve("r.git/shallow"), ours.hex() + "\n" + theirs.hex() + "\n");
        try (GitRepository again = GitRepository.open(folder.resolve("r.git"))) {
            assertEquals("merging.shallow",
                    assertThrows(Fault.class, () -> MergeWork.plan(again, ours, theirs)).code());
        }
    }

    private String blob(String text) {
        CommitId commit = Repos.commit(repository, Map.of("x", text));
        return repository.diff(base, commit).stream().filter(change -> change.path().text().equals("x"))
                .map(change -> String.valueOf(change.newBlob())).findFirst().orElseThrow();
    }
}
