package org.commonwright.machine.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Arrays;
import org.commonwright.error.Fault;

/// Why a device may not be opened, and what a person does about it: on Linux a serial port belongs to a group (`dialout`,
/// `uucp`, …), and membership counts from the next login on.
final class PortAccess {
    private final Path groups;
    private final String user;

    /// @param groups `/etc/group`, or a test's own
    PortAccess(Path groups, String user) {
        this.groups = groups;
        this.user = user;
    }

    static PortAccess ofThisSystem() {
        return new PortAccess(Path.of("/etc/group"), System.getProperty("user.name"));
    }

    /// The refusal for a device that is there and must not be used.
    Fault refusal(Path device) {
        try {
            PosixFileAttributes at = Files.readAttributes(device, PosixFileAttributes.class);
            String group = at.group().getName();
            if (group.equals("root") || group.equals("wheel")) {
                return new Fault("ports.owned-by-root", device);
            }
            return new Fault(isMember(group) ? "ports.log-in-anew" : "ports.join-group", device, group, user);
        } catch (IOException | UnsupportedOperationException e) {
            return new Fault(e, "machine.port-permission", device);
        }
    }

    private boolean isMember(String group) throws IOException {
        if (!Files.isRegularFile(groups, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return Files.readAllLines(groups).stream().map(line -> line.split(":", -1))
                .anyMatch(parts -> parts.length > 3 && parts[0].equals(group)
                        && Arrays.asList(parts[3].split(",")).contains(user));
    }
}
