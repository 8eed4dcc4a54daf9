package org.commonwright.git.lfs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.model.ContentId;
import org.commonwright.task.Progress;

/// Moves one content by a plain GET or PUT (git-lfs, docs/api/basic-transfers.md).
final class BasicTransfer {
    private final LfsHttp http;
    private final String server;

    /// @param server its name, for faults
    BasicTransfer(LfsHttp http, String server) {
        this.http = http;
        this.server = server;
    }

    void download(LfsPointer pointer, LfsOffer offer, LfsStore store, Progress progress) throws IOException {
        LfsAction action = offer.actions().get("download");
        if (action == null) {
            throw new Fault("git.lfs-not-there", pointer.oid().abbreviated(), server);
        }
        try (var arrival = new LfsArrival(store, pointer)) {
            var call = new LfsHttp.Call("GET", action.href(), action.headers(), new byte[0], null);
            LfsHttp.Answer answer = http.send(call, bytes -> {
                arrival.take(bytes);
                return true;
            }, progress);
            check(answer, pointer);
            if (answer.status() != 200) {
                throw refused(pointer, answer);
            }
            arrival.finish();
        }
    }

    /// No action `upload` means that the server has it.
    void upload(LfsPointer pointer, LfsOffer offer, LfsStore store, Progress progress) throws IOException {
        LfsAction action = offer.actions().get("upload");
        if (action != null) {
            put(pointer, action, store, progress);
        }
        LfsAction verify = offer.actions().get("verify");
        if (action != null && verify != null) {
            verify(pointer, verify, progress);
        }
    }

    private void put(LfsPointer pointer, LfsAction action, LfsStore store, Progress progress) throws IOException {
        Path file = store.find(pointer)
                .orElseThrow(() -> new Fault("git.lfs-nowhere", pointer.oid().abbreviated(), server));
        if (!ContentId.of(file).equals(pointer.oid())) {
            store.setAside(pointer);
            throw new Fault("git.lfs-wrong-content", pointer.oid().abbreviated());
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", "application/octet-stream");
        headers.putAll(action.headers());
        LfsHttp.Answer answer = http.send(new LfsHttp.Call("PUT", action.href(), headers, new byte[0], file), null,
                progress);
        accepted(answer, pointer);
    }

    private void verify(LfsPointer pointer, LfsAction action, Progress progress) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", LfsBatch.JSON);
        headers.put("Accept", LfsBatch.JSON);
        headers.putAll(action.headers());
        byte[] text = JsonNodeFactory.instance.objectNode().put("oid", pointer.oid().hex())
                .put("size", pointer.size()).toString().getBytes(StandardCharsets.UTF_8);
        accepted(http.send(new LfsHttp.Call("POST", action.href(), headers, text, null), null, progress), pointer);
    }

    private void accepted(LfsHttp.Answer answer, LfsPointer pointer) throws IOException {
        check(answer, pointer);
        if (answer.status() / 100 != 2) {
            throw refused(pointer, answer);
        }
    }

    private void check(LfsHttp.Answer answer, LfsPointer pointer) throws IOException {
        Said.checkBusy(answer);
        if (answer.status() == 404 || answer.status() == 410) {
            throw new Fault("git.lfs-not-there", pointer.oid().abbreviated(), server);
        }
    }

    private Fault refused(LfsPointer pointer, LfsHttp.Answer answer) {
        return new Fault("git.lfs-refused", pointer.oid().abbreviated(), server, "HTTP " + answer.status());
    }
}
