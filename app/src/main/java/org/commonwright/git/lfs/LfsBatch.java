package org.commonwright.git.lfs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.task.Progress;

/// The batch API: asks a server where up to a hundred contents are, or may be brought (git-lfs, docs/api/batch.md).
final class LfsBatch {
    static final int PAGE = 100;
    static final String JSON = "application/vnd.git-lfs+json";

    private final LfsHttp http;
    private final LfsEndpoint endpoint;
    private final InstantSource clock;

    LfsBatch(LfsHttp http, LfsEndpoint endpoint, InstantSource clock) {
        this.http = http;
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /// @param operation `download` or `upload`
    /// @return what the server says about each, in their order
    /// @throws Fault `git.remote-lfs-…`
    Map<LfsPointer, LfsOffer> ask(String operation, List<LfsPointer> page, Progress progress) throws IOException {
        var headers = new TreeMap<>(endpoint.headers());
        headers.put("Accept", JSON);
        headers.put("Content-Type", JSON);
        var call = new LfsHttp.Call("POST", endpoint.batch(), headers, question(operation, page), null);
        JsonNode said = Tries.run(progress, _ -> {
            LfsHttp.Answer answer = http.send(call, null, progress);
            Said.checkServer(answer, endpoint.name());
            return parse(answer);
        });
        return offers(page, said, new LfsOfferReader(endpoint, clock.instant()));
    }

    private static byte[] question(String operation, List<LfsPointer> page) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("operation", operation).put("hash_algo", "sha256");
        node.putArray("transfers").add("basic");
        ArrayNode objects = node.putArray("objects");
        page.forEach(p -> objects.addObject().put("oid", p.oid().hex()).put("size", p.size()));
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode parse(LfsHttp.Answer answer) {
        try {
            JsonNode node = new ObjectMapper().readTree(answer.text());
            String transfer = node.path("transfer").asText("basic");
            if (!node.path("objects").isArray() || !transfer.equals("basic")) {
                throw new Fault("git.remote-lfs-answer", endpoint.name());
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Fault(e, "git.remote-lfs-answer", endpoint.name());
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
    }

    /// Only what was asked about counts, and of that the first answer.
    private Map<LfsPointer, LfsOffer> offers(List<LfsPointer> page, JsonNode said, LfsOfferReader reader) {
        Map<String, JsonNode> byOid = new HashMap<>();
        said.path("objects").forEach(object -> byOid.putIfAbsent(object.path("oid").asText(), object));
        Map<LfsPointer, LfsOffer> offers = new HashMap<>();
        for (LfsPointer pointer : new ArrayList<>(page)) {
            JsonNode object = byOid.get(pointer.oid().hex());
            offers.put(pointer, object == null
                    ? LfsOffer.no(new Fault("git.lfs-not-there", pointer.oid().abbreviated(), endpoint.name()))
                    : reader.read(pointer, object));
        }
        return offers;
    }
}
