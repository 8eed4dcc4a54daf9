package org.commonwright.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Reason;
import org.commonwright.task.Threads;

/// What a person set, as one JSON object of named sections in one file. A change is saved half a second later, so that
/// dragging a divider writes once, and at once on [#close]. A file that is not JSON is set aside under another name, never
/// overwritten.
public final class SettingsFile implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SAVE_DELAY_MS = 500;

    private final Path file;
    private final Consumer<Fault> trouble;
    private final ScheduledExecutorService saver = Threads.later("settings");
    private final ObjectNode root;
    private boolean dirty;
    private boolean waiting;
    private boolean keepAsItIs;

    /// @param trouble hears, on any thread, of `settings.set-aside`, `settings.not-read` and a save that failed
    public SettingsFile(Path file, Consumer<Fault> trouble) {
        this.file = file;
        this.trouble = trouble;
        this.root = load();
    }

    /// A copy of one section; a missing node when it was never set.
    public synchronized JsonNode section(String name) {
        return root.has(name) ? root.get(name).deepCopy() : MissingNode.getInstance();
    }

    /// Replaces one section.
    public synchronized void put(String name, JsonNode value) {
        if (value.equals(root.get(name))) {
            return;
        }
        root.set(name, value.deepCopy());
        dirty = true;
        if (!waiting && !saver.isShutdown()) {
            waiting = true;
            saver.schedule(this::save, SAVE_DELAY_MS, TimeUnit.MILLISECONDS);
        }
    }

    /// An empty object, to build a section with.
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    @Override
    public void close() {
        saver.shutdownNow();
        save();
    }

    private synchronized void save() {
        waiting = false;
        if (!dirty || keepAsItIs) {
            return;
        }
        dirty = false;
        try {
            AtomicFiles.replace(file, root.toPrettyString() + "\n");
        } catch (Fault fault) {
            dirty = true;
            trouble.accept(fault);
        }
    }

    private ObjectNode load() {
        try {
            if (JSON.readTree(Files.readString(file, StandardCharsets.UTF_8)) instanceof ObjectNode object) {
                return object;
            }
            setAside();
        } catch (NoSuchFileException _) {
            return object();
        } catch (JsonProcessingException | MalformedInputException _) {
            setAside();
        } catch (IOException e) {
            keepAsItIs = true;
            trouble.accept(new Fault(e, "settings.not-read", file, Reason.of(e)));
        }
        return object();
    }

    private void setAside() {
        try {
            Path aside = freeName();
            Files.move(file, aside);
            trouble.accept(new Fault("settings.set-aside", file, aside.getFileName()));
        } catch (IOException e) {
            keepAsItIs = true;
            trouble.accept(new Fault(e, "settings.not-read", file, Reason.of(e)));
        }
    }

    private Path freeName() {
        for (int n = 1;; n++) {
            Path aside = file.resolveSibling(file.getFileName() + ".unreadable-" + n);
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }
}
