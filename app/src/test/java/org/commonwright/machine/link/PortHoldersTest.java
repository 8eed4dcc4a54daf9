package org.commonwright.machine.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Optional;
import org.commonwright.machine.link.PortHolders.Holder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PortHoldersTest {
    @TempDir
    private Path folder;
    private Path device;

    @BeforeEach
    void plugIn() throws IOException {
        device = Files.createFile(folder.resolve("ttyUSB0")).toRealPath();
        Files.createDirectory(folder.resolve("proc"));
    }

    private void process(int pid, String name, String command, Path... open) throws IOException {
        Path process = Files.createDirectories(folder.resolve("proc/" + pid + "/fd")).getParent();
        Files.writeString(process.resolve("comm"), name + "\n");
        Files.writeString(process.resolve("cmdline"), command);
        for (int i = 0; i < open.length; i++) {
            Files.createSymbolicLink(process.resolve("fd/" + i), open[i]);
        }
    }

    private Optional<Holder> holder() {
        return new PortHolders(folder.resolve("proc"), 7).of(device);
    }

    @Test
    void theProcessThatHasADeviceOpenIsNamed() throws IOException {
        process(7, "java", "java org.commonwright.Main", device);
        process(8, "bash", "bash", folder.resolve("proc"));
        assertEquals(Optional.empty(), holder());
        process(4321, "cura", "cura", folder.resolve("proc"), device);
        assertEquals(Optional.of(new Holder(4321, "cura")), holder());
        Path byId = Files.createSymbolicLink(folder.resolve("usb-Prusa"), device);
        assertEquals(Optional.of(new Holder(4321, "cura")), new PortHolders(folder.resolve("proc"), 7).of(byId));
    }

    @Test
    void anotherWindowOfOursIsCalledByOurName() throws IOException {
        process(99, "java", "java\0-cp\0x\0org.commonwright.Main\0", device);
        assertEquals(Optional.of(new Holder(99, "Commonwright")), holder());
    }

    @Test
    void whereNothingCanBeLookedAtNothingIsSaid() {
        assertEquals(Optional.empty(), new PortHolders(folder.resolve("none"), 7).of(device));
        assertEquals(Optional.empty(), new PortHolders(folder, 7).of(folder.resolve("gone")));
    }

    @Test
    void whatToDoToBeAllowed() throws IOException {
        String group = Files.readAttributes(device, PosixFileAttributes.class).group().getName();
        Path groups = Files.writeString(folder.resolve("group"), "root:x:0:\n" + group + ":x:20:ana,ben\n");
        boolean ofRoot = List.of("root", "wheel").contains(group);
        assertEquals(ofRoot ? "ports.owned-by-root" : "ports.join-group",
                new PortAccess(groups, "carla").refusal(device).code());
        assertEquals(ofRoot ? "ports.owned-by-root" : "ports.log-in-anew",
                new PortAccess(groups, "ben").refusal(device).code());
        if (Files.exists(Path.of("/dev/ttyS0")) && !ofRoot) {
            assertEquals(List.of("/dev/ttyS0", "dialout", "carla"),
                    new PortAccess(groups, "carla").refusal(Path.of("/dev/ttyS0")).arguments());
        }
    }
}
