package org.commonwright.publish.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.files.Reason;
import org.commonwright.model.ContentId;

/// Checks an archive against the checksums in it. Nothing is unpacked to the disk.
public final class ReleaseCheck {
    static final String SUMS = "SHA256SUMS";
    private static final long MOST = 4L << 30;
    private static final int MOST_OF_SUMS = 32 << 20;
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.{1,4096})");

    private ReleaseCheck() {}

    /// What was found.
    ///
    /// @param hash of the archive itself, as a tag names it
    /// @param files how many agree with their checksums
    public record Report(ContentId hash, int files, List<Problem> problems) {}

    /// @throws Fault `publish.not-a-release` for what is no archive with checksums
    public static Report check(Path archive) {
        Map<String, ContentId> found = new HashMap<>();
        String sums = null;
        try (InputStream in = Files.newInputStream(archive); var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            long total = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 16, MOST - total + 1));
                total += bytes.length;
                if (total > MOST || path.equals(SUMS) && bytes.length > MOST_OF_SUMS) {
                    throw new Fault("publish.release-too-large", archive, MOST >> 30);
                }
                if (path.equals(SUMS)) {
                    sums = new String(bytes, StandardCharsets.UTF_8);
                } else {
                    found.put(path, ContentId.of(bytes));
                }
            }
            if (sums == null) {
                throw new Fault("publish.not-a-release", archive);
            }
            return compare(ContentId.of(archive), sums, found);
        } catch (ZipException | IllegalArgumentException e) {
            throw new Fault(e, "publish.not-a-release", archive);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", archive, Reason.of(e));
        }
    }

    private static Report compare(ContentId hash, String sums, Map<String, ContentId> found) {
        List<Problem> problems = new ArrayList<>();
        int good = 0;
        for (String line : sums.lines().toList()) {
            Matcher named = LINE.matcher(line);
            if (!named.matches()) {
                problems.add(Problem.error(Place.file(SUMS), "publish.sum-unreadable",
                        line.substring(0, Math.min(80, line.length()))));
                continue;
            }
            ContentId there = found.remove(named.group(2));
            if (there == null) {
                problems.add(Problem.error(Place.file(named.group(2)), "publish.file-not-there"));
            } else if (there.hex().equals(named.group(1))) {
                good++;
            } else {
                problems.add(Problem.error(Place.file(named.group(2)), "publish.file-changed"));
            }
        }
        found.keySet().stream().sorted()
                .forEach(path -> problems.add(Problem.error(Place.file(path), "publish.file-not-listed")));
        return new Report(hash, good, problems);
    }
}
