package org.commonwright.review.fork;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Reason;
import org.commonwright.git.GitRepository;
import org.commonwright.model.ContentId;
import org.commonwright.review.MergeWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was found out about pairs of commits, in a file of the cache folder. It may be deleted at any time; one that is broken or of
/// another version counts as absent. Two commits never change, so what is kept stays true for as long as the program makes the same of
/// them. For one thread at a time.
public final class ForkCache {
    private static final Logger LOG = LoggerFactory.getLogger(ForkCache.class);
    /// Its first number rises whenever the program compares otherwise than before, not only when the form of an entry changes; the
    /// other whenever it merges otherwise.
    private static final byte[] MAGIC = ("commonwright forks 4, merged by " + MergeWork.VERSION + "\n")
            .getBytes(StandardCharsets.US_ASCII);
    private static final int CHECK = 8;
    private static final long LIMIT = 64L << 20;
    private static final int ENTRY_LIMIT = 1 << 18;

    private final Path file;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private long size;
    private boolean changed;

    private ForkCache(Path file) {
        this.file = file;
    }

    /// @param cache the program's cache folder
    public static ForkCache open(Path cache, GitRepository repository) {
        String key = repository.folder().toAbsolutePath().normalize() + String.join(" ", repository.cutOff());
        var opened = new ForkCache(cache.resolve("forks")
                .resolve(ContentId.of(key.getBytes(StandardCharsets.UTF_8)).abbreviated() + ".forks"));
        opened.load();
        return opened;
    }

    Optional<DataInputStream> get(String key) {
        byte[] found = entries.get(key);
        if (found == null) {
            return Optional.empty();
        }
        used.add(key);
        return Optional.of(new DataInputStream(new ByteArrayInputStream(found)));
    }

    /// What is too large to keep is not kept.
    void put(String key, byte[] value) {
        if (value.length > ENTRY_LIMIT || size + value.length > LIMIT) {
            return;
        }
        byte[] before = entries.put(key, value);
        size += value.length - (before == null ? 0 : before.length);
        used.add(key);
        changed = true;
    }

    /// Writes what is new. What was not asked for since this was opened goes as soon as the file is half full of it.
    ///
    /// @throws Fault `files.not-written`
    public void save() {
        if (!changed) {
            return;
        }
        if (entries.size() > 2 * used.size()) {
            entries.keySet().retainAll(used);
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            out.writeInt(entries.size());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
            byte[] body = bytes.toByteArray();
            out.writeLong(check(body, body.length));
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", file, Reason.of(e));
        }
        AtomicFiles.replace(file, bytes.toByteArray());
        changed = false;
    }

    private void load() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            byte[] bytes = Files.size(file) > 2 * LIMIT ? new byte[0] : Files.readAllBytes(file);
            int end = bytes.length - CHECK;
            boolean whole = end >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                    && ByteBuffer.wrap(bytes, end, CHECK).getLong() == check(bytes, end);
            if (!whole) {
                LOG.info("{} is of another version or broken; the forks are looked at again", file);
                return;
            }
            var in = new DataInputStream(new ByteArrayInputStream(bytes, MAGIC.length, end - MAGIC.length));
            for (int left = in.readInt(); left > 0; left--) {
                String key = in.readUTF();
                int length = in.readInt();
                if (length < 0) {
                    throw new StreamCorruptedException(key);
                }
                byte[] value = in.readNBytes(length);
                entries.put(key, value);
                size += value.length;
            }
        } catch (IOException e) {
            LOG.info("{} cannot be read; the forks are looked at again", file, e);
            entries.clear();
        }
    }

    /// A text of any length.
    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static long check(byte[] bytes, int end) {
        var crc = new CRC32();
        crc.update(bytes, 0, end);
        return crc.getValue();
    }
}
