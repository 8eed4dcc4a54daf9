package org.commonwright.machine.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.PlainFiles;
import org.commonwright.files.Reason;
import org.commonwright.settings.AppFolders;

/// The cards of the machines that this computer knows, one file each.
///
/// @param folder where they are
public record MachineCards(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LIMIT = 1L << 20;

    public static MachineCards of(AppFolders folders) {
        return new MachineCards(folders.data().resolve("machines"));
    }

    /// An empty one when nobody has said anything of that machine.
    ///
    /// @throws Fault `files.not-read`, `card.newer`
    public MachineCard read(MachineId machine) {
        Path file = file(machine);
        byte[] bytes = PlainFiles.readIfThere(file, LIMIT);
        if (bytes == null) {
            return MachineCard.EMPTY;
        }
        try {
            JsonNode node = JSON.readTree(bytes);
            if (node.path("version").asInt() > MachineCard.VERSION) {
                throw new Fault("card.newer", file);
            }
            return MachineCard.of(node);
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
    }

    /// @throws Fault `files.not-written`
    public void write(MachineId machine, MachineCard card) {
        AtomicFiles.replace(file(machine), card.json().put("machine", machine.text()).toPrettyString() + "\n");
    }

    private Path file(MachineId machine) {
        return folder.resolve(machine.fileName() + ".json");
    }
}
