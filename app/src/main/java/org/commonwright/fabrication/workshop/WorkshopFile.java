package org.commonwright.fabrication.workshop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonwright.error.Fault;
import org.commonwright.files.Reason;
import org.commonwright.settings.AppFolders;
import org.jspecify.annotations.Nullable;

/// Reads `workshop.toml`, version 1 (docs/formats/orders.md).
public final class WorkshopFile {
    private static final String FORMAT = "commonwright-workshop-1";

    private final Path file;

    public WorkshopFile(Path file) {
        this.file = file;
    }

    /// The person's own workshop, in the folder of their settings.
    public static WorkshopFile in(AppFolders folders) {
        return new WorkshopFile(folders.config().resolve("workshop.toml"));
    }

    public Path path() {
        return file;
    }

    /// The workshop of the file; the practice workshop when there is no file.
    ///
    /// @throws Fault `fabrication.workshop-bad` naming the key, when the file does not say what it must
    public Workshop read() {
        if (!Files.exists(file)) {
            return Workshop.practice();
        }
        JsonNode root;
        try {
            root = new TomlMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new Fault(e, "fabrication.workshop-no-toml", file, e.getLocation().getLineNr(),
                    e.getOriginalMessage());
        } catch (IOException e) {
            throw new Fault(e, "files.not-read", file, Reason.of(e));
        }
        if (!FORMAT.equals(root.path("format").asText())) {
            throw bad("format", FORMAT);
        }
        var machines = new ArrayList<MachineProfile>();
        Set<String> names = new HashSet<>();
        int number = 1;
        for (JsonNode node : root.path("machine")) {
            MachineProfile machine = machine(node, "machine " + number++);
            if (!names.add(machine.name())) {
                throw new Fault("fabrication.workshop-twice", file, machine.name());
            }
            machines.add(machine);
        }
        return new Workshop(text(root, "name", "name"), file.toString(), machines);
    }

    private MachineProfile machine(JsonNode node, String where) {
        List<String> processes = texts(node, "processes", where).stream().map(Processes::named).toList();
        JsonNode size = node.path("envelope_mm");
        boolean three = size.isArray() && size.size() == 3;
        for (int i = 0; three && i < 3; i++) {
            three = size.get(i).isNumber() && size.get(i).asDouble() > 0 && Double.isFinite(size.get(i).asDouble());
        }
        if (!three) {
            throw bad(where + " envelope_mm", "[220, 220, 250]");
        }
        var envelope = new Envelope(size.get(0).asDouble(), size.get(1).asDouble(), size.get(2).asDouble());
        return new MachineProfile(text(node, "name", where + " name"), processes, envelope,
                texts(node, "materials", where), tolerance(node, where), text(node, "port", where + " port"));
    }

    private @Nullable Double tolerance(JsonNode node, String where) {
        JsonNode value = node.path("tolerance_mm");
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isNumber() || !(value.asDouble() > 0)) {
            throw bad(where + " tolerance_mm", "0.2");
        }
        return value.asDouble();
    }

    private String text(JsonNode node, String key, String where) {
        String value = node.path(key).asText().strip();
        if (!node.path(key).isTextual() || value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
            throw bad(where, "\"…\"");
        }
        return value;
    }

    private List<String> texts(JsonNode node, String key, String where) {
        var values = new ArrayList<String>();
        for (JsonNode value : node.path(key)) {
            values.add(value.asText().strip());
        }
        if (values.isEmpty() || values.contains("")) {
            throw bad(where + " " + key, "[\"…\"]");
        }
        return values;
    }

    private Fault bad(String key, String example) {
        return new Fault("fabrication.workshop-bad", file, key, example);
    }
}
