package org.commonwright.fabrication.workshop;

import java.util.Locale;

/// Names of manufacturing processes. A bill of materials says `print` or `mill`; workshops say what Open Know-Where's
/// taxonomy says. Both mean one process.
public final class Processes {
    private Processes() {}

    /// The common name of a process that somebody wrote; a word of their own is kept, in lower case with dashes.
    public static String named(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
        return switch (word) {
            case "print", "printing", "3d-print", "3d-printing", "fdm", "fff", "fff-printing" -> "fdm-printing";
            case "mill", "milling", "cnc", "cnc-mill", "router", "routing" -> "cnc-milling";
            case "laser", "lasercut", "laser-cut", "lasercutting" -> "laser-cutting";
            case "plot", "plotting", "pen-plotting", "draw" -> "pen-plotting";
            case "turn", "turning", "lathe" -> "cnc-turning";
            default -> word;
        };
    }

    /// Whether a person does it at the bench, so that no machine takes a file for it.
    public static boolean byHand(String process) {
        return switch (process) {
            case "hand", "solder", "sew", "flash", "cut", "assemble", "glue" -> true;
            default -> false;
        };
    }
}
