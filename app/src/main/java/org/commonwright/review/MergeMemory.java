package org.commonwright.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What merge commits hold that is neither side's, in a file of the cache folder that may be deleted at any time. A commit never
/// changes, so what is kept stays true for as long as the program merges in the same way. For one thread at a time.
public final class MergeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(MergeMemory.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "commonwright merges 2, merged by " + MergeWork.VERSION;
    private static final long LIMIT = 64L << 20;
    /// Written when so much of it, an eighth, is new: however many there are, each is written a few times.
    private static final int SHARE = 8;

    private final @Nullable Path file;
    private final Map<String, List<RepoPath>> added = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();
    private int fresh;

    private MergeMemory(@Nullable Path file) {
        this.file = file;
    }

    /// One that keeps nothing beyond its own life.
    public static MergeMemory none() {
        return new MergeMemory(null);
    }

    /// @param cache the program's cache folder
    public static MergeMemory open(Path cache, GitRepository repository) {
        String key = repository.folder().toAbsolutePath().normalize() + String.join(" ", repository.cutOff());
        var opened = new MergeMemory(cache.resolve("merges")
                .resolve(ContentId.of(key.getBytes(StandardCharsets.UTF_8)).abbreviated() + ".json"));
        opened.load();
        return opened;
    }

    /// What is known of a merge, or what looking at it comes to.
    List<RepoPath> of(CommitId merge, Supplier<List<RepoPath>> look) {
        asked.add(merge.hex());
        List<RepoPath> known = added.get(merge.hex());
        if (known == null) {
            known = List.copyOf(look.get());
            added.put(merge.hex(), known);
            fresh++;
        }
        return known;
    }

    /// Whether nothing has to be found out about a merge any more.
    boolean knows(CommitId merge) {
        return added.containsKey(merge.hex());
    }

    /// Writes what is new, with all that was known before, once there is enough of it: the whole file is written each time.
    ///
    /// @throws Fault `files.not-written`
    void keepUp() {
        if (fresh * SHARE >= added.size()) {
            keep();
        }
    }

    /// As [#keep], for a verdict that does not hang on whether a cache can be written.
    void keepIfPossible() {
        try {
            keep();
        } catch (Fault fault) {
            LOG.info("{} cannot be written; the merges are made again next time", file, fault);
        }
    }

    /// Writes what is new, with all that was known before.
    ///
    /// @throws Fault `files.not-written`
    void keep() {
        if (file != null && fresh > 0) {
            write(file);
        }
    }

    /// Writes what is new, without what nobody asked for since this was opened.
    ///
    /// @throws Fault `files.not-written`
    public void save() {
        if (file != null && (fresh > 0 || !asked.containsAll(added.keySet()))) {
            added.keySet().retainAll(asked);
            write(file);
        }
    }

    private void write(Path to) {
        ObjectNode node = JSON.createObjectNode().put("form", FORM);
        ObjectNode merges = node.putObject("merges");
        added.forEach((merge, paths) -> {
            ArrayNode list = merges.putArray(merge);
            paths.forEach(path -> list.add(path.text()));
        });
        AtomicFiles.replace(to, node.toString());
        fresh = 0;
    }

    private void load() {
        if (file == null || !Files.isRegularFile(file)) {
            return;
        }
        try {
            JsonNode node = Files.size(file) > LIMIT ? JSON.nullNode() : JSON.readTree(Files.readAllBytes(file));
            if (!node.path("form").asText().equals(FORM)) {
                LOG.info("{} is of another version; the merges are made again", file);
                return;
            }
            var known = new HashMap<String, List<RepoPath>>();
            for (Map.Entry<String, JsonNode> merge : node.path("merges").properties()) {
                var paths = new ArrayList<RepoPath>();
                for (JsonNode path : merge.getValue()) {
                    if (!path.isTextual() || !RepoPath.isSafe(path.textValue())) {
                        throw new StreamCorruptedException(merge.getKey());
                    }
                    paths.add(new RepoPath(path.textValue()));
                }
                known.put(merge.getKey(), List.copyOf(paths));
            }
            added.putAll(known);
        } catch (IOException e) {
            LOG.info("{} cannot be read; the merges are made again", file, e);
        }
    }
}
