package org.commonwright.fabrication.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.error.Fault;
import org.commonwright.fabrication.job.LogRef;
import org.commonwright.files.Reason;
import org.commonwright.machine.history.LogText;
import org.commonwright.model.ContentId;
import org.jspecify.annotations.Nullable;

/// The log of a run as it travels with the run's record (docs/formats/orders.md): the journal, and what was said both ways.
/// At most about 1 MiB; of a longer one the beginning and the end are kept, and a line between them says what is not there.
///
/// @param bytes its text in UTF-8
/// @param leftOut bytes that were left out
record RunLog(byte[] bytes, long leftOut) {
    private static final String FIRST = "commonwright-run-log 1";
    private static final int HEAD = 64 << 10;
    private static final int TAIL = 192 << 10;
    private static final int LONGEST = 16 << 10;

    /// @param traffic null when nobody listened: the program was killed and only the journal is left
    /// @throws Fault `files.not-read` when the journal cannot be read
    static RunLog of(Path journal, @Nullable RunTraffic traffic) {
        var records = new HeadAndTail(HEAD, TAIL);
        try (BufferedReader reader = Files.newBufferedReader(journal, StandardCharsets.ISO_8859_1)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                records.add(LogText.plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
            }
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", journal, Reason.of(e));
        }
        var text = new StringBuilder(FIRST).append("\n# journal\n");
        records.appendTo(text);
        long leftOut = records.leftOut();
        if (traffic != null) {
            text.append("# traffic\n");
            traffic.appendTo(text);
            leftOut += traffic.leftOut();
        }
        return new RunLog(text.toString().getBytes(StandardCharsets.UTF_8), leftOut);
    }

    LogRef ref() {
        return new LogRef(ContentId.of(bytes).hex(), bytes.length, leftOut);
    }
}
