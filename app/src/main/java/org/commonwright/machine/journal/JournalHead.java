package org.commonwright.machine.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.Program;
import org.commonwright.model.ContentId;

/// What is run where.
///
/// @param id the journal's name, unique in its folder
/// @param job the fabrication job that this run is for, empty when it is for none
/// @param program the file's name
/// @param hash of the file's bytes
/// @param lines of the file
/// @param port the machine's port
/// @param dialect `grbl` or `marlin`
/// @param machine firmware and version
/// @param process the process that writes it, as `pid@start`
public record JournalHead(String id, String job, String program, ContentId hash, int lines, String port, String dialect,
        String machine, Instant started, String process) {
    static final int VERSION = 1;

    /// The head of a run that begins now.
    public static JournalHead of(Program program, String job, String port, MachineInfo machine, Instant now) {
        String stamp = now.toString().replaceAll("[-:]|\\.[0-9]+", "");
        return new JournalHead(stamp + "-" + program.hash().abbreviated(), job, program.name(), program.hash(),
                program.lines(), port, machine.dialect(), machine.firmware() + " " + machine.version(), now,
                name(ProcessHandle.current()));
    }

    JournalHead withId(String newId) {
        return new JournalHead(newId, job, program, hash, lines, port, dialect, machine, started, process);
    }

    ObjectNode json() {
        return RecordLine.node("begin").put("version", VERSION).put("id", id).put("job", job).put("program", program)
                .put("hash", hash.hex()).put("lines", lines).put("port", port).put("dialect", dialect)
                .put("machine", machine).put("started", started.toString()).put("process", process);
    }

    static JournalHead of(ObjectNode node) {
        return new JournalHead(node.path("id").asText(), node.path("job").asText(), node.path("program").asText(),
                new ContentId(node.path("hash").asText()), node.path("lines").asInt(), node.path("port").asText(),
                node.path("dialect").asText(), node.path("machine").asText(),
                Instant.parse(node.path("started").asText()), node.path("process").asText());
    }

    /// Whether the process that writes it is still there.
    boolean isWriterAlive() {
        String pid = process.replaceFirst("@.*", "");
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid)).filter(h -> h.isAlive() && name(h).equals(process))
                        .isPresent();
    }

    private static String name(ProcessHandle handle) {
        return handle.pid() + "@" + handle.info().startInstant().map(Instant::toString).orElse("");
    }
}
