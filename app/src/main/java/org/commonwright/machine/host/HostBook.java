package org.commonwright.machine.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.FileGuard;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.settings.AppFolders;
import org.jspecify.annotations.Nullable;

/// The hosts that were connected once, each with its key, in one file among the settings that only its owner may read. A key is
/// never shown, and never part of a fault. Several processes may change it: one at a time.
public final class HostBook {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String KEY = "[!-~]{1,500}";
    private static final int LARGEST = 1 << 20;

    private final Path file;

    public HostBook(Path file) {
        this.file = file;
    }

    public static HostBook of(AppFolders folders) {
        return new HostBook(folders.config().resolve("hosts.json"));
    }

    /// The addresses, sorted, each with its key, which is empty where none is needed.
    ///
    /// @throws Fault `hosts.book-unreadable`
    public synchronized Map<String, String> all() {
        byte[] bytes = PlainFiles.readIfThere(file, LARGEST);
        if (bytes == null) {
            return new TreeMap<>();
        }
        try {
            return hosts(JSON.readTree(bytes));
        } catch (JsonProcessingException _) {
            // Without its cause: that would quote the file, keys and all.
            throw new Fault("hosts.book-unreadable", file);
        } catch (IOException e) {
            throw new Fault(e, "hosts.book-unreadable", file);
        }
    }

    /// Whatever is not understood is refused: the next write would lose it, keys and all.
    private Map<String, String> hosts(JsonNode root) {
        if (!root.path("hosts").isArray()) {
            throw new Fault("hosts.book-unreadable", file);
        }
        Map<String, String> found = new TreeMap<>();
        for (JsonNode host : root.path("hosts")) {
            String address = host.path("address").asText("");
            String key = host.path("key").asText("");
            boolean understood = isAddress(address) && host.path("key").isTextual()
                    && (key.isEmpty() || key.matches(KEY));
            if (!understood || found.put(address, key) != null) {
                throw new Fault("hosts.book-unreadable", file);
            }
        }
        return found;
    }

    private static boolean isAddress(String text) {
        try {
            HostAddress.parse(text);
            return true;
        } catch (Fault _) {
            return false;
        }
    }

    /// Empty when the host is not known.
    public Optional<String> key(HostAddress address) {
        return Optional.ofNullable(all().get(address.toString()));
    }

    /// @param key empty for none
    public synchronized void remember(HostAddress address, String key) {
        if (key.equals(all().get(address.toString()))) {
            return;
        }
        change(now -> now.put(address.toString(), key));
    }

    /// @return whether it was known
    public synchronized boolean forget(HostAddress address) {
        return all().containsKey(address.toString()) && change(now -> now.remove(address.toString())) != null;
    }

    /// Reads and writes while no other process does.
    private @Nullable String change(Function<Map<String, String>, @Nullable String> how) {
        Path lock = file.resolveSibling("hosts.lock");
        try (var _ = FileGuard.take(lock)) {
            Map<String, String> now = all();
            String before = how.apply(now);
            write(now);
            return before;
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", lock, Reason.of(e));
        }
    }

    private void write(Map<String, String> all) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode list = root.putArray("hosts");
        all.forEach((address, key) -> list.addObject().put("address", address).put("key", key));
        AtomicFiles.replaceSecret(file, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// A key as it was typed or stands in a file.
    ///
    /// @throws Fault `hosts.bad-key`, which does not show it
    public static String checked(String typed) {
        String key = typed.strip();
        if (!key.matches(KEY)) {
            throw new Fault("hosts.bad-key");
        }
        return key;
    }
}
