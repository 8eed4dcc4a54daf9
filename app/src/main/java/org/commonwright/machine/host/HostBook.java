package org.commonwright.machine.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.settings.AppFolders;

/// The hosts that were connected once, each with its key, in one file among the settings that only its owner may read. A key is
/// never shown, and never part of a fault.
public final class HostBook {
    private static final ObjectMapper JSON = new ObjectMapper();
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
        Map<String, String> found = new TreeMap<>();
        if (!Files.exists(file)) {
            return found;
        }
        try {
            JsonNode root = JSON.readTree(PlainFiles.read(file, LARGEST));
            for (JsonNode host : root.path("hosts")) {
                String address = host.path("address").asText("");
                if (HostAddress.isMeant(address)) {
                    found.put(address, host.path("key").asText(""));
                }
            }
            return found;
        } catch (JsonProcessingException _) {
            // Without its cause: that would quote the file, keys and all.
            throw new Fault("hosts.book-unreadable", file);
        } catch (IOException e) {
            throw new Fault(e, "hosts.book-unreadable", file);
        }
    }

    /// Empty when the host is not known.
    public Optional<String> key(HostAddress address) {
        return Optional.ofNullable(all().get(address.toString()));
    }

    /// @param key empty for none
    public synchronized void remember(HostAddress address, String key) {
        Map<String, String> now = all();
        if (!key.equals(now.put(address.toString(), key))) {
            write(now);
        }
    }

    /// @return whether it was known
    public synchronized boolean forget(HostAddress address) {
        Map<String, String> now = all();
        boolean known = now.remove(address.toString()) != null;
        if (known) {
            write(now);
        }
        return known;
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
