package org.commonwright.machine.arduino;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// The time before a line: `14:03:27.081`.
public final class MonitorStamp {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private MonitorStamp() {}

    public static String of(Instant at) {
        return FORMAT.format(at.atZone(ZoneId.systemDefault()));
    }
}
