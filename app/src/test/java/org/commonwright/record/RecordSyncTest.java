package org.commonwright.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class RecordSyncTest {
    private static final int REPLICAS = Integer.getInteger("commonwright.replicas", 3);
    private static final int STEPS = 12 * REPLICAS;

    @TempDir
    Path folder;

    @Test
    void twoReplicasMeetThroughAHome() {
        String home = home();
        RecordStore ada = Records.store(folder.resolve("ada"), Records.identity("ada"));
        RecordStore bob = Records.store(folder.resolve("bob"), Records.identity("bob"));
        Entry order = ada.append("order", Records.body("one"));
        CommitId tip = ada.repository().refs().get(LogName.ref(ada.agent())).orElseThrow();
        ada.repository().refs().update("refs/commonwright/quarantine/1000-crashed/x", Optional.empty(), tip);
        assertEquals(new SyncReport(0, 1, List.of()), ada.sync(home, Progress.NONE));
        assertEquals(new SyncReport(1, 0, List.of()), bob.sync(home, Progress.NONE));
        Entry claim = bob.append("claim", Records.body("mine"), order.id());
        bob.sync(home, Progress.NONE);
        ada.sync(home, Progress.NONE);
        assertEquals(List.of(order, claim), ada.read().entries());
        assertEquals(List.of(order, claim), bob.read().entries());
        assertEquals(new SyncReport(0, 0, List.of()), ada.sync(home, Progress.NONE));
        assertEquals(Map.of(), ada.repository().refs().list("refs/commonwright/quarantine/"));
        close(ada, bob);
    }

    @Test
    void aRemoteCannotRewriteOrExtendALogThatItDoesNotOwn() {
        String home = home();
        Identity eve = Records.identity("eve");
        RecordStore ada = Records.store(folder.resolve("ada"), Records.identity("ada"));
        RecordStore bob = Records.store(folder.resolve("bob"), Records.identity("bob"));
        ada.append("order", Records.body("one"));
        ada.append("order", Records.body("two"));
        ada.sync(home, Progress.NONE);
        bob.sync(home, Progress.NONE);
        String ref = LogName.ref(ada.agent());
        Optional<CommitId> held = bob.repository().refs().get(ref);
        try (var host = GitRepository.open(Path.of(home))) {
            // The host puts a commit of its own on top: a fast-forward, but not signed by Ada.
            Records.forge(host, ada.identity(), eve, new byte[0]);
            SyncReport report = bob.sync(home, Progress.NONE);
            assertEquals(List.of("record.other-key"), codes(report));
            // The host rewrites the log with Ada's own, older signature.
            CommitId first = host.history().commit(held.orElseThrow()).parents().getFirst();
            host.refs().update(ref, host.refs().get(ref), first);
            CommitId rewritten = Records.forge(host, ada.identity(), ada.identity(), new byte[0]);
            assertEquals(first, host.history().commit(rewritten).parents().getFirst());
            report = bob.sync(home, Progress.NONE);
            assertEquals(List.of("record.log-rewritten"), codes(report));
            // The host forgets the end of the log: nothing happens here.
            host.refs().update(ref, Optional.of(rewritten), first);
            assertEquals(List.of(), bob.sync(home, Progress.NONE).refused());
        }
        assertEquals(held, bob.repository().refs().get(ref));
        assertEquals(2, bob.read().entries().size());
        close(ada, bob);
    }

    /// On a host without the gate.
    @Test
    void onesOwnLogThatSomebodyOverwroteIsPutBackWhole() {
        String home = home();
        Identity eve = Records.identity("eve");
        RecordStore ada = Records.store(folder.resolve("ada"), Records.identity("ada"));
        RecordStore second = Records.store(folder.resolve("second"), ada.identity());
        RecordStore bob = Records.store(folder.resolve("bob"), Records.identity("bob"));
        ada.append("order", Records.body("one"));
        ada.sync(home, Progress.NONE);
        second.sync(home, Progress.NONE);
        second.append("order", Records.body("two"));
        second.sync(home, Progress.NONE);
        ada.append("order", Records.body("three"));
        String ref = LogName.ref(ada.agent());
        try (var host = GitRepository.open(Path.of(home))) {
            CommitId evil = Records.forge(host, ada.identity(), eve, new byte[0]);
            assertEquals(List.of("record.other-key"), codes(ada.take(home, Progress.NONE)));
            assertEquals(Optional.of(evil), host.refs().get(ref), "only to take puts nothing back");
            SyncReport report = ada.sync(home, Progress.NONE);
            assertEquals(List.of("record.other-key", "record.put-back"), codes(report));
            assertEquals(1, report.pushed());
            assertEquals(ada.repository().refs().get(ref), host.refs().get(ref));
            // Another's log in its place, which holds nothing of hers.
            RecordStore theirs = Records.store(folder.resolve("eve"), eve);
            theirs.append("note", Records.body("mine now"));
            theirs.sync(home, Progress.NONE);
            host.refs().update(ref, host.refs().get(ref), host.refs().get(LogName.ref(eve.agent())).orElseThrow());
            assertEquals(List.of("record.other-key", "record.put-back"), codes(ada.sync(home, Progress.NONE)));
            assertEquals(new SyncReport(0, 0, List.of()), ada.sync(home, Progress.NONE));
            close(theirs);
        }
        bob.sync(home, Progress.NONE);
        assertEquals(3, bob.read().entries().stream().filter(e -> e.isKind("order")).count(),
                "what the second clone brought is there, too");
        close(ada, second, bob);
    }

    /// However much a host puts on top of a log: none of it becomes the key's own.
    @Test
    void whatAKeyDidNotSignIsNotItsLogHoweverLongItIs() {
        RecordStore ada = Records.store(folder.resolve("ada"), Records.identity("ada"));
        Identity eve = Records.identity("eve");
        ada.append("order", Records.body("one"));
        GitRepository repository = ada.repository();
        CommitId own = repository.refs().get(LogName.ref(ada.agent())).orElseThrow();
        CommitId evil = own;
        for (int i = 0; i < 3; i++) {
            evil = Records.forge(repository, ada.identity(), eve, new byte[0]);
        }
        var reader = new RecordReader(repository, VerifiedCommits.inMemory());
        assertEquals(Optional.of(own),
                new LogGate(repository, reader, 4).newestGood(ada.agent(), evil, Optional.empty()));
        assertEquals(Optional.empty(),
                new LogGate(repository, reader, 3).newestGood(ada.agent(), evil, Optional.empty()));
        assertEquals(Optional.of(evil),
                new LogGate(repository, reader, 3).newestGood(ada.agent(), evil, Optional.of(evil)), "a host");
        close(ada);
    }

    @Test
    void aLogThatIsDamagedAtTheHomeHoldsUpNoOther() throws java.io.IOException {
        String home = home();
        RecordStore ada = Records.store(folder.resolve("ada"), Records.identity("ada"));
        RecordStore bob = Records.store(folder.resolve("bob"), Records.identity("bob"));
        RecordStore eve = Records.store(folder.resolve("eve"), Records.identity("eve"));
        Entry order = ada.append("order", Records.body("one"));
        ada.sync(home, Progress.NONE);
        eve.append("note", Records.body("lost"));
        eve.sync(home, Progress.NONE);
        String gone = eve.repository().refs().get(LogName.ref(eve.agent())).orElseThrow().hex();
        java.nio.file.Files.delete(Path.of(home, "objects", gone.substring(0, 2), gone.substring(2)));
        java.nio.file.Files.writeString(Path.of(home, LogName.REFS + "f".repeat(64)), "1".repeat(40) + "\n");
        for (int i = 0; i < 2; i++) {
            SyncReport report = bob.sync(home, Progress.NONE);
            assertEquals(List.of("git.missing-object", "git.missing-object"), codes(report));
            assertEquals(List.of(order), bob.read().entries().stream().filter(e -> e.isKind("order")).toList());
            bob.append("claim", Records.body("mine " + i), order.id());
        }
        bob.sync(home, Progress.NONE);
        ada.sync(home, Progress.NONE);
        assertEquals(3, ada.read().entries().size());
        assertEquals(List.of("git.missing-object"), codes(eve.sync(home, Progress.NONE)), "her own she has herself");
        close(ada, bob, eve);
    }

    @Test
    void aLogThatWasWrittenInTwoClonesBecomesOneAgain() {
        String home = home();
        Identity ada = Records.identity("ada");
        RecordStore desk = Records.store(folder.resolve("desk"), ada);
        RecordStore bench = Records.store(folder.resolve("bench"), ada);
        Entry common = desk.append("note", Records.body("common"));
        desk.sync(home, Progress.NONE);
        bench.sync(home, Progress.NONE);
        Entry left = desk.append("note", Records.body("left"));
        Entry right = bench.append("note", Records.body("right"));
        desk.sync(home, Progress.NONE);
        bench.sync(home, Progress.NONE);
        Entry after = bench.append("note", Records.body("after"));
        bench.sync(home, Progress.NONE);
        desk.sync(home, Progress.NONE);
        assertEquals(desk.read().entries(), bench.read().entries());
        assertEquals(4, desk.read().entries().size());
        assertEquals(List.of(), desk.read().bad());
        var follows = new HashSet<ContentId>(after.cites());
        follows.add(after.previous().orElseThrow());
        assertEquals(java.util.Set.of(left.id(), right.id()), follows);
        assertEquals(Optional.of(common.id()), left.previous());
        close(desk, bench);
    }

    @Test
    void aStickCarriesTheLogsOfOthers() {
        String stick = home();
        String home = GitRepository.initBare(folder.resolve("home2")).folder().toString();
        RecordStore ada = Records.store(folder.resolve("ada"), Records.identity("ada"));
        RecordStore bob = Records.store(folder.resolve("bob"), Records.identity("bob"));
        RecordStore carol = Records.store(folder.resolve("carol"), Records.identity("carol"));
        ada.append("order", Records.body("one"));
        ada.sync(home, Progress.NONE);
        bob.sync(home, Progress.NONE);
        assertEquals(new SyncReport(0, 1, List.of()), bob.spread(stick, Progress.NONE));
        assertEquals(1, carol.sync(stick, Progress.NONE).received());
        assertEquals(ada.read().entries(), carol.read().entries());
        close(ada, bob, carol);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void inWhateverOrderLogsArriveTheStateIsTheSame(long seed) {
        var random = new Random(seed);
        var replicas = new ArrayList<RecordStore>();
        var homes = new ArrayList<String>();
        for (int i = 0; i < REPLICAS; i++) {
            replicas.add(Records.store(folder.resolve("r" + i), Records.identity("r" + i)));
            homes.add(GitRepository.initBare(folder.resolve("h" + i)).folder().toString());
        }
        for (int step = 0; step < STEPS; step++) {
            RecordStore at = replicas.get(random.nextInt(replicas.size()));
            if (random.nextInt(3) == 0) {
                at.spread(homes.get(random.nextInt(homes.size())), Progress.NONE);
            } else {
                List<Entry> here = new ArrayList<>(at.read().entries());
                Collections.shuffle(here, random);
                ContentId[] cites = here.stream().limit(random.nextInt(3)).map(Entry::id).toArray(ContentId[]::new);
                at.append("count", Records.body("s" + step), cites);
            }
        }
        for (int round = 0; round < 2; round++) {
            var order = new ArrayList<>(replicas);
            Collections.shuffle(order, random);
            order.forEach(replica -> homes.forEach(home -> replica.spread(home, Progress.NONE)));
        }
        RecordView first = replicas.getFirst().read();
        for (RecordStore replica : replicas) {
            assertEquals(first.entries(), replica.read().entries(), "seed " + seed);
            assertEquals(first.entries(), replica.verify().entries(), "seed " + seed);
            assertEquals(first.reduce(new Chain()), replica.read().reduce(new Chain()), "seed " + seed);
            assertEquals(List.of(), replica.read().bad(), "seed " + seed);
        }
        var seen = new HashMap<ContentId, Integer>();
        for (Entry entry : first.entries()) {
            entry.cites().forEach(id -> assertTrue(seen.containsKey(id), "seed " + seed));
            entry.previous().ifPresent(id -> assertTrue(seen.containsKey(id), "seed " + seed));
            seen.put(entry.id(), seen.size());
        }
        replicas.forEach(replica -> replica.repository().close());
    }

    /// Depends on the order of everything.
    private static final class Chain implements Reducer<Integer> {
        @Override
        public Integer initial() {
            return 7;
        }

        @Override
        public Integer apply(Integer state, Entry entry) {
            return 31 * state + entry.body().path("text").asText().hashCode();
        }
    }

    private String home() {
        try (var home = GitRepository.initBare(folder.resolve("home.git"))) {
            return home.folder().toString();
        }
    }

    private static List<String> codes(SyncReport report) {
        return report.refused().stream().map(b -> b.reason().code()).toList();
    }

    private static void close(RecordStore... stores) {
        for (RecordStore store : stores) {
            store.repository().close();
        }
    }
}
