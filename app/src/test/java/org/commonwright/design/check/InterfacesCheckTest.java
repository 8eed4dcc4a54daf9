package org.commonwright.design.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.design.fix.Fixing;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterfacesCheckTest {
    @TempDir
    Path home;

    private void file(String path, String text) throws IOException {
        Path file = home.resolve("design").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @BeforeEach
    void modules() throws IOException {
        file("bom.csv", "Part,Kind,Quantity,Module\nframe,module,1,frame\narm,module,1,arm\nleg,module,1,leg\n");
        for (String module : List.of("frame", "arm", "leg")) {
            file(module + "/bom.csv", "Part,Quantity\nscrew,1\n");
        }
    }

    private List<Finding> run() {
        try (var workspace = new Workspace(home.resolve("workspace"))) {
            return DesignChecks.run(new DesignReader(workspace).read(home.resolve("design")).tree()).stream()
                    .filter(f -> f.check().equals("interfaces")).toList();
        }
    }

    private List<String> found() {
        var messages = new Messages(Locale.ENGLISH);
        return run().stream().map(f -> messages.get(f.problem())).toList();
    }

    private void interfaces(String text) throws IOException {
        file("commons.toml", "version = 1\n" + text);
    }

    @Test
    void whatFits() throws IOException {
        interfaces("""
                [interfaces.frame]
                provides = ["rail-mgn12 1.3", "plate 2.0.1"]
                [interfaces.arm]
                requires = ["rail-mgn12 1.1", "plate v2"]
                """);
        assertEquals(List.of(), found());
    }

    @Test
    void whatDoesNot() throws IOException {
        interfaces("""
                [interfaces.frame]
                provides = ["rail-mgn12 1.0", "own 1"]
                requires = ["own 1"]
                [interfaces.arm]
                requires = ["rail-mgn12 1.1", "rail-mng12 1"]
                [interfaces.leg]
                provides = ["rail-mgn12 2"]
                requires = ["sole 1"]
                [interfaces.wing]
                provides = ["feather 1"]
                """);
        List<String> found = found();
        assertEquals(6, found.size(), found.toString());
        assertTrue(found.get(0).startsWith("commons.toml:3: frame requires own 1.0, and no other module provides it."),
                found.toString());
        assertTrue(found.get(1).startsWith("commons.toml:3: arm requires rail-mgn12 1.1, which does not fit what is "
                + "provided: 1.0 (frame), 2.0 (leg)."), found.toString());
        assertTrue(found.get(2).startsWith("commons.toml:6: arm requires rail-mng12 1.0, and no"), found.toString());
        assertTrue(found.get(3).contains("leg requires sole 1.0"), found.toString());
        assertTrue(found.get(4).contains("rail-mgn12 is provided in versions that do not fit each other: 1.0 (frame), "
                + "2.0 (leg)"), found.toString());
        assertTrue(found.get(5).contains("interfaces of wing"), found.toString());
        Fixing.apply(home.resolve("design"), run().get(2).fixes().getFirst());
        assertTrue(
                Files.readString(home.resolve("design/commons.toml")).contains("\"rail-mgn12 1.1\", \"rail-mgn12 1\""));
        interfaces("[interfaces.frame]\nprovides = [\"rail\"]\n[release]\nwaits-for = [\"interfaces\"]\n");
        assertEquals(List.of(), found());
    }
}
