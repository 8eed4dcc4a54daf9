package org.commonwright.review.fork;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.commonwright.Seed;
import org.commonwright.git.GitRepository;
import org.commonwright.review.MergeWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of docs/formats/review.md.
class ForkCacheTest {
    private static final String FIRST = "commonwright forks 4, merged by " + MergeWork.VERSION + "\n";
    private static final byte[] VALUE = "found".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private GitRepository repository;

    @BeforeEach
    void aRepository() {
        repository = GitRepository.initBare(folder.resolve("lamp.git"));
    }

    @AfterEach
    void close() {
        repository.close();
    }

    private ForkCache open() {
        return ForkCache.open(folder.resolve("cache"), repository);
    }

    private Path kept() throws IOException {
        ForkCache cache = open();
        cache.put("pair a b", VALUE);
        cache.save();
        try (var files = Files.list(folder.resolve("cache/forks"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void whatIsKeptIsThereAgain() throws IOException {
        String start = Files.readString(kept(), StandardCharsets.ISO_8859_1);
        assertTrue(start.startsWith(FIRST), start);
        try (var found = open().get("pair a b").orElseThrow()) {
            assertArrayEquals(VALUE, found.readAllBytes());
        }
        assertTrue(open().get("pair b a").isEmpty());
    }

    @Test
    void aBrokenOneCountsAsAbsent() throws IOException {
        Path file = kept();
        byte[] whole = Files.readAllBytes(file);
        long seed = Seed.chosen();
        var random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            byte[] broken = random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (broken.length == whole.length) {
                broken[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, broken);
            assertTrue(open().get("pair a b").isEmpty(), "seed " + seed + ", case " + i);
        }
    }

    /// What an older program found is not believed, though every sum in it is right.
    @Test
    void oneOfAnotherVersionCountsAsAbsent() throws IOException {
        Path file = kept();
        byte[] older = Files.readAllBytes(file);
        older["commonwright forks ".length()] = '1';
        var sum = new CRC32();
        sum.update(older, 0, older.length - Long.BYTES);
        ByteBuffer.wrap(older).putLong(older.length - Long.BYTES, sum.getValue());
        Files.write(file, older);
        assertTrue(open().get("pair a b").isEmpty());
    }

    @Test
    void whatNobodyAsksForGoesWhenItIsMoreThanHalf() throws IOException {
        Path file = kept();
        long before = Files.size(file);
        ForkCache cache = open();
        cache.put("pair c d", VALUE);
        cache.save();
        assertEquals(2, entries(file), "of two, one was asked for");
        cache = open();
        cache.put("pair e f", VALUE);
        cache.save();
        assertEquals(1, entries(file));
        assertEquals(before, Files.size(file));
    }

    private static int entries(Path file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file)).getInt(FIRST.length());
    }
}
