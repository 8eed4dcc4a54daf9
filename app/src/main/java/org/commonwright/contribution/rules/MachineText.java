package org.commonwright.contribution.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Texts that a program wrote out of a board, known by how they begin, since their names say nothing: the netlist that KiCad writes
/// as XML for its lists of parts, and the pages that InteractiveHtmlBom and KiBoM make. Nobody wrote them line by line,
/// just as nobody writes a `.net`.
public final class MachineText {
    /// So many first bytes are enough.
    public static final int LOOKED_AT = 8000;
    private static final List<String> PAGES = List.of("<title>Interactive BOM for KiCAD</title>",
            "KiBoM PCB Bill of Materials");

    private MachineText() {}

    /// @param beginning the file, or its first [#LOOKED_AT] bytes
    public static boolean is(byte[] beginning) {
        int first = 0;
        while (first < beginning.length && beginning[first] <= ' ') {
            first++;
        }
        // Nearly every text ends here; a mark of its encoding may stand in front.
        if (first == beginning.length || beginning[first] != '<' && beginning[first] != (byte) 0xef) {
            return false;
        }
        var text = new String(beginning, 0, Math.min(LOOKED_AT, beginning.length), StandardCharsets.ISO_8859_1);
        return text.contains("<export version=") && text.contains("<tool>Eeschema")
                || PAGES.stream().anyMatch(text::contains);
    }
}
