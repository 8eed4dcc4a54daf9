package org.commonwright.review.fork;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.Soon;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What each fork is, and how much it changes.
@Execution(ExecutionMode.CONCURRENT)
class ForkScanTest {
    private static final Instant NOW = Instant.parse("2026-05-10T12:00:00Z");
    private static final Person LENA = new Person("Lena", "lena@fork.invalid");
    private static final String BOM = "Part,Quantity,Notes\nscrew,4,\nrod,2,steel\nbelt,1,\n";

    @TempDir
    Path folder;

    private GitRepository repository;
    private Workspace workspace;
    private CommitId base;
    private CommitId main;
    private int written;

    @BeforeEach
    void aDesign() {
        repository = GitRepository.init(folder.resolve("plotter"));
        workspace = new Workspace(folder.resolve("workspace"));
        base = commit("begin", draft -> draft.put(path("bom.csv"), bytes(BOM)).put(path("README.md"), bytes("one\n"))
                .put(path("modules/arm/okh.toml"), bytes("name = \"Arm\"\n"))
                .put(path("modules/arm/arm.scad"), bytes("cube(1);\n")));
        main = commit("more screws",
                draft -> draft.on(base).put(path("bom.csv"), bytes(BOM.replace("screw,4", "screw,6"))));
        repository.workTree().advance(Optional.empty(), main);
    }

    @AfterEach
    void close() {
        workspace.close();
        repository.close();
    }

    private interface Filling {
        CommitDraft fill(CommitDraft draft);
    }

    /// Each a minute after the one before.
    private CommitId commit(String message, Filling filling) {
        return repository.commits().write(
                filling.fill(new CommitDraft(LENA, NOW.minusSeconds(86_400L * 3 - 60L * written++), message)));
    }

    private static RepoPath path(String text) {
        return new RepoPath(text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Fork> scan() {
        ForkCache cache = ForkCache.open(folder.resolve("cache"), repository);
        try (var scan = new ForkScan(repository, workspace, main, cache, NOW, Progress.NONE)) {
            List<Fork> forks = new ArrayList<>();
            scan.tips(Progress.NONE).forEach(tip -> forks.add(scan.figures(tip, Progress.NONE)));
            cache.save();
            return forks;
        }
    }

    private Fork only(String branch, CommitId head) {
        repository.refs().createBranch(branch, head);
        return scan().stream().filter(fork -> fork.name().equals(branch)).findFirst().orElseThrow();
    }

    private static List<String> codes(Fork fork) {
        return fork.problems().stream().map(Problem::code).toList();
    }

    @Test
    void aForkShowsAuthorAgeSizeAndModules() throws IOException {
        CommitId one = commit("stiffer arm", draft -> draft.on(base).put(path("modules/arm/arm.scad"),
                bytes("cube(2);\nsphere(1);\n")));
        CommitId two = commit("a foot",
                draft -> draft.on(one).put(path("modules/foot/okh.toml"), bytes("name = \"Foot\"\n"))
                        .put(path("modules/foot/foot.bin"), new byte[]{0, 1, 2}));
        Fork fork = only("lena", two);
        assertEquals(ForkKind.OPEN, fork.kind());
        assertEquals(Optional.of(base), fork.base());
        assertEquals(List.of(2, 1), List.of(fork.ahead(), fork.behind()));
        assertEquals(List.of(LENA), fork.people());
        assertEquals(new ForkSize(3, 3, 1, 20 + 14 + 3, 1), fork.size());
        assertEquals(List.of(path("modules/arm"), path("modules/foot")), fork.modules());
        assertEquals("forks.age-days", ForkWords.age(fork.tip(), NOW).key());
        assertTrue(codes(fork).isEmpty());

        try (Stream<Path> kept = Files.list(folder.resolve("cache/forks"))) {
            Path file = kept.findFirst().orElseThrow();
            assertEquals(fork, scan().getFirst(), "from the cache");
            byte[] whole = Files.readAllBytes(file);
            whole[whole.length / 2] ^= 1;
            Files.write(file, whole);
            assertEquals(fork, scan().getFirst(), "a broken cache counts as none");
            Files.delete(file);
            assertEquals(fork, scan().getFirst());
        }
    }

    @Test
    void mergedTakenRewrittenAndUnrelatedAreTold() {
        assertEquals(ForkKind.MERGED, only("old", base).kind());
        CommitId picked = commit("the same, done by hand",
                draft -> draft.on(base).put(path("bom.csv"), bytes(BOM.replace("screw,4", "screw,6"))));
        assertEquals(ForkKind.TAKEN, only("picked", picked).kind());

        // The whole history of main under other names, and one commit more.
        CommitId anew = again(base, "Part,Quantity,Notes\n");
        CommitId anewToo = again(main, "Part,Quantity,Notes\n", anew);
        CommitId more = commit("a label", draft -> draft.on(anewToo).put(path("LABEL"), bytes("x\n")));
        Fork rewritten = only("rewritten", more);
        assertEquals(ForkKind.REWRITTEN, rewritten.kind());
        assertEquals(List.of("forks.rewritten-whole"), codes(rewritten));
        assertEquals(Optional.of(main), rewritten.base());
        assertEquals(2, rewritten.twins());
        assertTrue(rewritten.files().contains(path("LABEL")));

        Fork unrelated = only("pages", commit("a web page", draft -> draft.put(path("index.html"), bytes("<p>\n"))));
        assertEquals(ForkKind.UNRELATED, unrelated.kind());
        assertEquals(Optional.empty(), unrelated.base());
    }

    @Test
    void historyThatWasWordedAnewIsRewrittenToo() {
        CommitId worded = reworded(base);
        CommitId wordedToo = reworded(main, worded);
        Fork whole = only("worded",
                commit("a label", draft -> draft.on(wordedToo).put(path("LABEL"), bytes("x\n"))));
        assertEquals(ForkKind.REWRITTEN, whole.kind());
        assertEquals(Optional.of(main), whole.base());
        assertEquals(2, whole.twins());
        CommitId last = reworded(main, base);
        Fork end = only("end", commit("a plate", draft -> draft.on(last).put(path("PLATE"), bytes("x\n"))));
        assertEquals(ForkKind.REWRITTEN, end.kind());
        assertEquals(List.of("forks.rewritten"), codes(end));
    }

    /// A commit with the same author, time and files that says something else.
    private CommitId reworded(CommitId like, CommitId... parents) {
        var info = repository.history().commit(like);
        var draft = new CommitDraft(info.author(), info.authored(), "Worded anew: " + info.subject());
        repository.tree(like).files().forEach(file -> draft.put(file, repository.tree(like).read(file, 1 << 20)));
        Stream.of(parents).forEach(draft::parent);
        return repository.commits().write(draft);
    }

    /// A commit with another tree and the same author, time and subject.
    private CommitId again(CommitId like, String bom, CommitId... parents) {
        var info = repository.history().commit(like);
        var draft = new CommitDraft(info.author(), info.authored(), info.message()).put(path("bom.csv"), bytes(bom))
                .put(path("README.md"), bytes("one\n"));
        Stream.of(parents).forEach(draft::parent);
        return repository.commits().write(draft);
    }

    @Test
    void namesOfOneCommitAreOneFork() {
        CommitId head = commit("x", draft -> draft.on(base).put(path("X"), bytes("x\n")));
        repository.refs().createBranch("mine", head);
        assertTrue(repository.refs().update("refs/remotes/lena/theirs", Optional.empty(), head));
        assertTrue(repository.refs().update("refs/remotes/lena/HEAD", Optional.empty(), head));
        List<Fork> forks = scan();
        assertEquals(List.of(List.of("mine", "lena/theirs")), forks.stream().map(f -> f.tip().names()).toList());
    }

    /// On `base`: a path that is the byte E9, by nobody, in 2106.
    @Test
    void nobodyFromTheFutureWithAPathThatIsNoUtf8() throws IOException {
        repository.refs().createBranch("sound", commit("x", draft -> draft.on(base).put(path("X"), bytes("x\n"))));
        CommitId odd;
        try (var jgit = new FileRepository(folder.resolve("plotter/.git").toFile());
                ObjectInserter inserter = jgit.newObjectInserter()) {
            var tree = new TreeFormatter();
            byte[] name = {(byte) 0xe9};
            tree.append(name, 0, 1, FileMode.REGULAR_FILE, inserter.insert(Constants.OBJ_BLOB, bytes("odd\n")));
            ObjectId id = inserter.insert(tree);
            odd = new CommitId(
                    inserter.insert(Constants.OBJ_COMMIT, bytes("tree " + id.name() + "\nparent " + base.hex()
                            + "\nauthor  <> 4294967000 +0000\ncommitter  <> 4294967000 +0000\n\nodd\n")).name());
            inserter.flush();
        }
        Fork fork = only("odd", odd);
        assertEquals(ForkKind.OPEN, fork.kind());
        assertTrue(codes(fork).containsAll(List.of("forks.future", "forks.not-utf8")), codes(fork)::toString);
        assertEquals("", fork.tip().by());
        assertEquals("forks.age-ahead", ForkWords.age(fork.tip(), NOW).key());
        assertEquals(List.of("sound", "odd"), scan().stream().map(Fork::name).toList(),
                "what is dated ahead comes last");
    }

    /// Folders in each other, ten times each: a few hundred bytes that are ten thousand million paths.
    @Test
    void aBombOfFoldersIsToldAndNotLookedInto() throws Exception {
        CommitId bomb;
        try (var jgit = new FileRepository(folder.resolve("plotter/.git").toFile());
                ObjectInserter inserter = jgit.newObjectInserter()) {
            ObjectId inside = inserter.insert(Constants.OBJ_BLOB, bytes("x\n"));
            for (int depth = 0; depth < 4; depth++) {
                var tree = new TreeFormatter();
                for (int i = 100; i < 200; i++) {
                    tree.append("d" + i, depth == 0 ? FileMode.REGULAR_FILE : FileMode.TREE, inside);
                }
                inside = inserter.insert(tree);
            }
            bomb = new CommitId(inserter.insert(Constants.OBJ_COMMIT, bytes("tree " + inside.name() + "\nparent "
                    + base.hex() + "\nauthor a <a@b> 1 +0000\ncommitter a <a@b> 1 +0000\n\nbomb\n")).name());
            inserter.flush();
        }
        Soon.done(Duration.ofSeconds(20), () -> {
            Fork fork = only("bomb", bomb);
            assertEquals(ForkKind.DAMAGED, fork.kind());
            assertEquals(List.of("git.too-many-paths"), codes(fork));
            assertEquals("git.too-many-paths",
                    assertThrows(Fault.class, () -> repository.merges().plan(main, bomb)).code());
            Fault large = assertThrows(Fault.class, () -> repository.lfs().files(bomb));
            assertEquals(List.of("git.too-many-paths", bomb.hex().substring(0, 8)),
                    List.of(large.code(), large.arguments().getFirst()), "the commit, and not a folder of it");
        });
    }

    @Test
    void pathsThatDifferInCaseAreTold() {
        Fork fork = only("case", commit("x", draft -> draft.on(base).put(path("readme.MD"), bytes("x\n"))));
        assertEquals(List.of("forks.case"), codes(fork));
    }

    @Test
    void whatIsMissingOrCutOffStopsNoOther() throws IOException {
        Fork sound = only("sound", commit("x", draft -> draft.on(base).put(path("X"), bytes("x\n"))));
        CommitId gone = commit("gone", draft -> draft.on(base).put(path("X"), bytes("y\n")));
        CommitId later = commit("later", draft -> draft.on(gone).put(path("X"), bytes("z\n")));
        repository.refs().createBranch("gone", gone);
        repository.refs().createBranch("later", later);
        Files.delete(folder.resolve("plotter/.git/objects").resolve(gone.hex().substring(0, 2))
                .resolve(gone.hex().substring(2)));
        repository.close();
        repository = GitRepository.open(folder.resolve("plotter"));
        List<Fork> forks = scan();
        assertTrue(forks.contains(sound));
        assertEquals(ForkKind.DAMAGED, named(forks, "gone").kind());
        assertEquals(List.of("forks.tip-missing"), codes(named(forks, "gone")));
        assertEquals(ForkKind.CUT, named(forks, "later").kind());
    }

    private static Fork named(List<Fork> forks, String name) {
        return forks.stream().filter(fork -> fork.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void shallowAndPartialClonesSayWhatTheyCannotTell() throws IOException {
        CommitId big = commit("big", draft -> draft.on(base).put(path("big.bin"), new byte[5000]));
        repository.refs().createBranch("big", big);
        Repos.git(folder, "-C", "plotter", "config", "uploadpack.allowFilter", "true");
        String url = folder.resolve("plotter").toUri().toString();
        Repos.git(folder, "clone", "-q", "--depth", "1", "--no-single-branch", url, "shallow");
        Repos.git(folder, "clone", "-q", "--filter=blob:limit=1k", "--no-checkout", url, "partial");
        repository.close();
        repository = GitRepository.open(folder.resolve("shallow"));
        Fork cut = named(scan(), "origin/big");
        assertEquals(ForkKind.CUT, cut.kind());
        assertEquals(List.of("forks.cut"), codes(cut));
        repository.close();
        repository = GitRepository.open(folder.resolve("partial"));
        Fork partial = named(scan(), "origin/big");
        assertEquals(ForkKind.OPEN, partial.kind());
        assertEquals(List.of("forks.contents-missing"), codes(partial));
        assertEquals(1, partial.size().uncounted());
    }
}
