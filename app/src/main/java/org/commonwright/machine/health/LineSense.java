package org.commonwright.machine.health;

/// Tells what kind of line a machine said, and counts what is damaged. After the GRBL 1.1 interface document and Marlin's
/// `queue.cpp` (the words of its errors).
final class LineSense {
    private static final char REPLACED = '\uFFFD';

    private int resends;
    private int checksums;
    private int torn;
    private long garbage;

    /// What a line is.
    enum Kind {
        ANSWER, REPORT, RESEND, RESTART, OTHER
    }

    Kind of(String line) {
        if (line.equals("ok")) {
            return Kind.ANSWER;
        }
        long odd = line.chars().filter(c -> c < ' ' && c != '\t' || c == 0x7F || c == REPLACED).count();
        garbage += odd;
        if (line.startsWith("ok ") || line.startsWith("error:")) {
            return Kind.ANSWER;
        }
        if (line.startsWith("<")) {
            boolean whole = line.endsWith(">") && line.indexOf('<', 1) < 0 && line.indexOf('|') > 0;
            torn += whole ? 0 : 1;
            return whole ? Kind.REPORT : Kind.OTHER;
        }
        return other(line, odd > 0);
    }

    private Kind other(String line, boolean odd) {
        if (line.startsWith("Resend:") || line.startsWith("rs ")) {
            resends++;
            return Kind.RESEND;
        }
        if (line.startsWith("Error:") && line.matches("(?i).*(checksum|line number|last line).*")) {
            checksums++;
        } else if (line.equals("start") || line.startsWith("Grbl ") || line.startsWith("GrblHAL ")) {
            return Kind.RESTART;
        } else if (!odd && (line.equals("o") || line.equals("k") || line.endsWith("ok") && line.length() < 8
                && !line.startsWith(">"))) {
            torn++;
        }
        return Kind.OTHER;
    }

    int resends() {
        return resends;
    }

    int checksums() {
        return checksums;
    }

    int torn() {
        return torn;
    }

    long garbage() {
        return garbage;
    }
}
