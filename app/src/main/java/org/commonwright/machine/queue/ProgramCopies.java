package org.commonwright.machine.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Reason;
import org.commonwright.machine.protocol.Program;

/// The copies of the programs that wait in queues, one for each content, whichever and how many queues it waits in. What was run has
/// a copy of its own beside its journal.
///
/// @param folder where they are
record ProgramCopies(Path folder) {
    private static final String END = ".gcode";

    /// @throws Fault `files.not-written`
    void keep(Program program) {
        Path copy = path(program.hash().hex());
        if (!Files.exists(copy)) {
            AtomicFiles.replace(copy, program.bytes());
        }
    }

    /// @throws Fault `files.not-read`, `queue.changed` when the copy is no longer what was added
    Program read(QueueItem item) {
        Program copy = Program.read(path(item.hash()));
        if (!copy.hash().hex().equals(item.hash())) {
            throw new Fault("queue.changed", item.program());
        }
        return Program.of(item.program(), copy.bytes());
    }

    /// Deletes the copies that nothing waits for any more.
    ///
    /// @param waiting the hashes of what waits in any queue
    /// @throws Fault `files.not-read`, `files.not-written`
    void keepOnly(Set<String> waiting) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> over = found.filter(file -> isCopy(name(file)) && !waiting.contains(hash(file))).toList();
            over.forEach(AtomicFiles::delete);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", folder, Reason.of(e));
        }
    }

    private static boolean isCopy(String name) {
        return name.matches("[0-9a-f]{64}\\" + END);
    }

    private static String hash(Path file) {
        String name = name(file);
        return name.substring(0, name.length() - END.length());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private Path path(String hash) {
        return folder.resolve(hash + END);
    }
}
