package org.commonwright.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.commonwright.git.GitRepository;
import org.commonwright.git.PushOutcome;
import org.commonwright.git.PushUpdate;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.record.Identity;
import org.commonwright.record.RecordReader;
import org.commonwright.record.RecordStore;
import org.commonwright.record.VerifiedCommits;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Checking signed records against `git verify-commit`, and claiming refs by compare-and-set on a shared folder against
/// `git push --force-with-lease`.
public final class RecordBench {
    private static final int RECORDS = 2_000;
    private static final int GIT_VERIFIES = 100;
    private static final int CLAIMS = 100;
    private static final int GIT_CLAIMS = 30;
    private static final int RACERS = 8;
    private static final int RACES = 20;
    private static final double NANOS = 1e9;

    private RecordBench() {}

    static List<BenchRow> run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("commonwright-bench");
        try {
            var rows = new ArrayList<>(records(folder));
            rows.addAll(claims(folder));
            return rows;
        } finally {
            delete(folder);
        }
    }

    private static List<BenchRow> records(Path folder) throws IOException {
        Identity ada = Identity.temporary(new Person("Ada", "ada@example.org"), new SecureRandom());
        try (GitRepository repository = GitRepository.initBare(folder.resolve("records.git")).relaxed()) {
            RecordStore store = RecordStore.open(repository, ada, Instant::now);
            for (int i = 0; i < RECORDS; i++) {
                store.append("event", JsonNodeFactory.instance.objectNode().put("number", i)
                        .put("note", "a part was made and checked").put("amount", "12.50"));
            }
            repository.tidy(Progress.NONE);
            read(repository, VerifiedCommits.inMemory());
            double checked = RECORDS / read(repository, VerifiedCommits.inMemory());
            var remembered = VerifiedCommits.inMemory();
            read(repository, remembered);
            double again = RECORDS / read(repository, remembered);
            String name = "signed records checked";
            BenchRow first = Repos.hasGit()
                    ? new BenchRow(name, checked, "records/s", "git verify-commit", git(folder, repository, ada))
                    : BenchRow.alone(name, checked, "records/s");
            return List.of(first, BenchRow.alone("signed records read again", again, "records/s"));
        }
    }

    private static double read(GitRepository repository, VerifiedCommits verified) {
        long start = System.nanoTime();
        int entries = new RecordReader(repository, verified).read().entries().size();
        if (entries != RECORDS) {
            throw new IllegalStateException(entries + " entries");
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static double git(Path folder, GitRepository repository, Identity ada) throws IOException {
        Path signers = folder.resolve("allowed_signers");
        Files.writeString(signers, ada.allowedSignersLine() + "\n");
        CommitId tip = repository.refs().list("refs/commonwright/log/").values().iterator().next();
        var command = Repos.command("-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=" + signers,
                "verify-commit");
        Repos.git(repository.folder(), "rev-list", "-n", Integer.toString(GIT_VERIFIES), tip.hex()).lines()
                .forEach(command::add);
        long start = System.nanoTime();
        Repos.run(repository.folder(), command).orElseThrow();
        return GIT_VERIFIES * NANOS / (System.nanoTime() - start);
    }

    private static List<BenchRow> claims(Path folder) throws InterruptedException {
        Path home = folder.resolve("home.git");
        GitRepository.initBare(home).close();
        var racers = new ArrayList<GitRepository>();
        try (var threads = Executors.newFixedThreadPool(RACERS)) {
            for (int i = 0; i < RACERS; i++) {
                racers.add(GitRepository.initBare(folder.resolve("racer" + i)));
            }
            claim(racers.getFirst(), home, "warm");
            long start = System.nanoTime();
            for (int i = 0; i < CLAIMS; i++) {
                claim(racers.getFirst(), home, "alone/" + i);
            }
            double alone = CLAIMS * NANOS / (System.nanoTime() - start);
            start = System.nanoTime();
            for (int race = 0; race < RACES; race++) {
                String job = "race/" + race;
                var tries = racers.stream().<Callable<PushOutcome>>map(r -> () -> claim(r, home, job)).toList();
                threads.invokeAll(tries);
            }
            double raced = RACES * NANOS / (System.nanoTime() - start);
            String name = "claims on a shared folder, alone";
            BenchRow first = Repos.hasGit()
                    ? new BenchRow(name, alone, "claims/s", "git push", git(folder, home))
                    : BenchRow.alone(name, alone, "claims/s");
            return List.of(first,
                    BenchRow.alone("claims on a shared folder, 8 racers for each", raced, "claims/s"));
        } finally {
            racers.forEach(GitRepository::close);
        }
    }

    private static PushOutcome claim(GitRepository by, Path home, String job) {
        CommitId claim = Repos.commit(by, Map.of("claim", job + " " + by.folder()));
        return by.remotes().push(home.toString(),
                List.of(new PushUpdate(claim, "refs/commonwright/claim/" + job, Optional.empty())), Progress.NONE)
                .getFirst();
    }

    private static double git(Path folder, Path home) {
        Path mine = folder.resolve("peer");
        Repos.git(folder, "init", "-q", mine.toString());
        String tree = Repos.git(mine, "write-tree");
        long start = System.nanoTime();
        for (int i = 0; i < GIT_CLAIMS; i++) {
            String commit = Repos.git(mine, "commit-tree", "-m", "claim " + i, tree);
            String ref = "refs/commonwright/claim/peer/" + i;
            Repos.git(mine, "push", "-q", "--force-with-lease=" + ref + ":", home.toString(), commit + ":" + ref);
        }
        return GIT_CLAIMS * NANOS / (System.nanoTime() - start);
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
