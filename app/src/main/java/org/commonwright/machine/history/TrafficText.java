package org.commonwright.machine.history;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;

/// Reads what was said in a run. The file of a run that was killed breaks off; what is before that is read.
public final class TrafficText {
    private TrafficText() {}

    /// @param most lines at most, the first ones
    /// @return nothing when nothing was kept
    /// @throws Fault `files.not-read`
    public static List<String> lines(Path run, int most) {
        Path file = run.resolve("traffic.log.gz");
        List<String> lines = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            return lines;
        }
        try (var reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null && lines.size() < most; line = reader.readLine()) {
                lines.add(LogText.plain(line));
            }
        } catch (EOFException _) {
            lines.add("# the file breaks off here");
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
        return lines;
    }
}
