package org.commonwright.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitDraft;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Repos;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RecordStoreTest {
    @TempDir
    Path folder;

    @Test
    void whatIsAppendedIsReadBackInOrder() {
        Identity ada = Records.identity("ada");
        RecordStore store = Records.store(folder, ada);
        Entry order = store.append("order.placed", Records.body("one"));
        Entry claim = store.append("claim", Records.body("mine"), order.id());
        List<Entry> pack = store.append(
                List.of(new NewEntry("event", Records.body("a")), new NewEntry("event", Records.body("a"))));
        RecordView view = store.read();
        assertEquals(List.of(order, claim, pack.get(0), pack.get(1)), view.entries());
        assertEquals(List.of(), view.bad());
        assertEquals(1, view.logs());
        assertEquals("ada", view.writers().get(ada.agent()).person().name());
        assertEquals(List.of(order), view.ofKind("order").toList());
        assertEquals(Optional.of(claim), view.find(claim.id()));
        assertEquals(Optional.of(order.id()), claim.previous());
        assertEquals(0, view.missing().count());
        store.repository().close();
    }

    @Test
    void gitItselfAcceptsTheSignatures() throws IOException {
        Identity ada = Records.identity("ada");
        RecordStore store = Records.store(folder.resolve("r.git"), ada);
        store.append("order", Records.body("été"));
        store.append("order", Records.body("two"));
        Path signers = folder.resolve("allowed_signers");
        Files.writeString(signers, ada.allowedSignersLine() + "\n");
        CommitId tip = store.repository().refs().get(LogName.ref(ada.agent())).orElseThrow();
        Path git = store.repository().folder();
        String said = Repos.git(git, "-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=" + signers,
                "verify-commit", "-v", tip.hex());
        assertTrue(said.contains("Good \"git\" signature for ada@example.org"), said);
        Repos.git(git, "fsck", "--strict");
        Files.writeString(signers, Records.identity("eve").allowedSignersLine() + "\n");
        assertTrue(Repos.run(git, Repos.command("-c", "gpg.format=ssh", "-c",
                "gpg.ssh.allowedSignersFile=" + signers, "verify-commit", tip.hex())).isEmpty());
        store.repository().close();
    }

    @Test
    void badEntriesAreSetAsideAndStopNothing() {
        Identity ada = Records.identity("ada");
        Identity eve = Records.identity("eve");
        RecordStore store = Records.store(folder, ada);
        GitRepository repository = store.repository();
        Entry first = store.append("order", Records.body("good"));
        Records.forge(repository, ada, eve, new byte[0]);
        Records.forge(repository, ada, ada, Records.line(entry(eve, 1, "order")));
        Records.forge(repository, ada, ada, Records.line(entry(ada, 2, "order")));
        Records.forge(repository, ada, ada, Records.line(entry(ada, 1, "Order!")));
        Records.forge(repository, ada, ada, "{ \"v\": 1 }\n".getBytes(StandardCharsets.UTF_8));
        byte[] good = Records.line(entry(ada, 1, "note"));
        Records.forge(repository, ada, ada, new String(good, StandardCharsets.UTF_8).strip().getBytes());
        Records.forge(repository, ada, ada, Records.line(entry(ada, 1, "note").put("more", 1)));
        byte[] large = ("{\"a\":\"" + "x".repeat(EntryFormat.ENTRY_LIMIT) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        Records.forge(repository, ada, ada, large);
        Records.forge(repository, ada, ada, new byte[LogReader.PACK_LIMIT + 1]);
        forge(repository, ada, new CommitDraft(ada.person(), Records.NOON, "unsigned").put(LogReader.PACK, good));
        forge(repository, ada, new CommitDraft(ada.person(), Records.NOON, "more").signedBy(ada.signer())
                .put(LogReader.PACK, good).put(new RepoPath("other"), good));
        tamper(repository, ada);
        repository.refs().update("refs/commonwright/log/nonsense", Optional.empty(), Repos.commit(repository,
                java.util.Map.of("x", "y")));
        Entry last = store.append("order", Records.body("still good"), first.id());
        RecordView view = store.read();
        assertEquals(List.of(first, last), view.entries());
        assertEquals(List.of("record.other-key", "record.author-mismatch", "record.unknown-version",
                "record.malformed", "record.not-canonical", "record.not-canonical", "record.malformed",
                "record.entry-too-large", "files.too-large", "record.not-signed", "record.not-a-pack",
                "record.bad-signature", "record.not-a-log"),
                view.bad().stream().map(b -> b.reason().code()).toList());
        assertEquals(view.bad(), store.verify().bad());
        repository.close();
    }

    /// A folder that somebody hands over may have any bytes under any name; a signature must not vouch for them.
    @Test
    void bytesUnderAFalseNameAreSetAside() throws IOException {
        Identity ada = Records.identity("ada");
        RecordStore store = Records.store(folder, ada);
        Entry first = store.append("order", Records.body("one"));
        store.append("order", Records.body("pay 10"));
        CommitId tip = store.repository().refs().get(LogName.ref(ada.agent())).orElseThrow();
        String blob = store.repository().tree(tip).fingerprint(LogReader.PACK);
        byte[] pack = store.repository().tree(tip).read(LogReader.PACK, 10_000);
        byte[] forged = new String(pack, StandardCharsets.UTF_8).replace("pay 10", "pay 99").getBytes();
        Path object = folder.resolve("objects/" + blob.substring(0, 2) + "/" + blob.substring(2));
        assertTrue(object.toFile().setWritable(true));
        try (var out = new java.util.zip.DeflaterOutputStream(Files.newOutputStream(object))) {
            out.write(("blob " + forged.length + "\0").getBytes(StandardCharsets.US_ASCII));
            out.write(forged);
        }
        RecordView view = store.verify();
        assertEquals(List.of(first), view.entries());
        assertEquals(List.of("git.corrupt"), view.bad().stream().map(b -> b.reason().code()).toList());
        try (var other = GitRepository.initBare(folder.resolve("other"))) {
            Repos.commit(other, "main", java.util.Map.of("x", "y"));
            assertEquals("git.corrupt", code(() -> other.remotes().fetch(folder.toString(),
                    List.of("refs/commonwright/*:refs/commonwright/*"), org.commonwright.task.Progress.NONE)));
            assertEquals(java.util.Map.of(), other.refs().list("refs/commonwright/"));
        }
        store.repository().close();
    }

    @Test
    void onAFullDiskNothingIsHalfRecorded() throws IOException {
        try (var disk = new org.commonwright.git.SmallDisk(folder.resolve("disk"))) {
            RecordStore store = Records.store(disk.folder().resolve("r.git"), Records.identity("ada"));
            Entry first = store.append("order", Records.body("one"));
            disk.fill(0);
            assertEquals("git.disk-full", code(() -> store.append("order", Records.body("x".repeat(50_000)))));
            assertEquals(List.of(first), store.verify().entries());
            disk.free();
            Entry second = store.append("order", Records.body("two"));
            assertEquals(List.of(first, second), store.verify().entries());
            assertEquals(List.of(), store.verify().bad());
            store.repository().close();
        }
    }

    @Test
    void whatHasNoCanonicalFormIsRefusedBeforeItIsWritten() {
        RecordStore store = Records.store(folder, Records.identity("ada"));
        ObjectNode fraction = JsonNodeFactory.instance.objectNode().put("amount", 0.1);
        assertEquals("record.not-writable", code(() -> store.append("event", fraction)));
        assertEquals("record.not-writable", code(() -> store.append("Event", Records.body(""))));
        String mega = "x".repeat(EntryFormat.ENTRY_LIMIT);
        assertEquals("record.entry-too-large", code(() -> store.append("event", Records.body(mega))));
        var nine = new ArrayList<NewEntry>();
        for (int i = 0; i < 9; i++) {
            nine.add(new NewEntry("event", Records.body("x".repeat(EntryFormat.ENTRY_LIMIT - 1000))));
        }
        assertEquals("record.pack-too-large", code(() -> store.append(nine)));
        assertEquals(0, store.read().logs());
        store.repository().close();
    }

    @Test
    void manyWritersOfOneLogLoseNothing() throws Exception {
        Identity ada = Records.identity("ada");
        GitRepository.initBare(folder).close();
        int threads = 4;
        int each = 15;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var work = new ArrayList<Callable<Void>>();
            for (int t = 0; t < threads; t++) {
                String name = "t" + t;
                work.add(() -> {
                    try (var repository = GitRepository.open(folder)) {
                        RecordStore store = RecordStore.open(repository, ada, () -> Records.NOON);
                        for (int i = 0; i < each; i++) {
                            store.append("event", Records.body(name));
                        }
                    }
                    return null;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }
        try (var repository = GitRepository.open(folder)) {
            RecordView view = new RecordReader(repository, VerifiedCommits.inMemory()).read();
            assertEquals(threads * each, view.entries().size());
            assertEquals(List.of(), view.bad());
        }
    }

    @Test
    void theCacheOfCheckedSignaturesMayBeDeletedOrDamaged() throws IOException {
        Path cache = folder.resolve("cache/verified");
        Identity ada = Records.identity("ada");
        RecordStore store = Records.store(folder.resolve("r.git"), ada);
        store.append("a", Records.body("1"));
        store.append("b", Records.body("2"));
        assertEquals(2, read(store, cache));
        assertEquals(2, Files.readAllLines(cache).stream().filter(line -> !line.isEmpty()).count());
        store.append("c", Records.body("3"));
        assertEquals(3, read(store, cache));
        Files.writeString(cache, Files.readString(cache).substring(0, 130));
        assertEquals(3, read(store, cache));
        Files.delete(cache);
        assertEquals(3, read(store, cache));
        store.repository().close();
    }

    private static int read(RecordStore store, Path cache) {
        RecordView view = new RecordReader(store.repository(), VerifiedCommits.in(cache)).read();
        assertEquals(List.of(), view.bad());
        return view.entries().size();
    }

    private static ObjectNode entry(Identity author, int version, String kind) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("v", version).put("author", author.agent().fingerprint()).put("time", "2026-03-01T12:00:00Z");
        json.put("kind", kind).putArray("cites");
        json.set("body", Records.body("forged"));
        return json;
    }

    private static void forge(GitRepository repository, Identity log, CommitDraft draft) {
        String ref = LogName.ref(log.agent());
        Optional<CommitId> tip = repository.refs().get(ref);
        tip.ifPresent(draft::parent);
        repository.refs().update(ref, tip, repository.commits().write(draft));
    }

    /// A good signature on a commit that was changed afterwards.
    private static void tamper(GitRepository repository, Identity ada) {
        String ref = LogName.ref(ada.agent());
        Optional<CommitId> tip = repository.refs().get(ref);
        var draft = new CommitDraft(ada.person(), Records.NOON, "tampered").parent(tip.orElseThrow())
                .put(LogReader.PACK, new byte[0]);
        draft.signedBy(payload -> {
            byte[] other = payload.clone();
            other[other.length - 1] ^= 1;
            return ada.signer().sign(other);
        });
        repository.refs().update(ref, tip, repository.commits().write(draft));
    }

    private static String code(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(Fault.class, executable).code();
    }
}
