package org.commonwright.publish.sheet;

import java.util.Arrays;
import java.util.Optional;

/// A format that a bill of materials can be written in.
public enum SheetFormat {
    /// Our own `bom.csv`.
    CANONICAL("csv", "csv"),
    /// The symbol fields that KiCad 8 exports from a schematic.
    KICAD("kicad", "csv"),
    /// What JLCPCB's assembly takes.
    JLCPCB("jlcpcb", "csv"),
    /// 1-click-BOM: a column for each shop.
    ONE_CLICK("1-click-bom", "tsv"),
    /// A table for InvenTree's import, one row for each part of each level.
    INVENTREE("inventree", "csv"),
    /// The sBoM of Open Know-How.
    SBOM("sbom", "csv"),
    /// CycloneDX 1.6, a bill of devices.
    CYCLONEDX("cyclonedx", "cdx.json"),
    /// Everything that the program knows about each row.
    JSON("json", "json"),
    /// A page to print or to put on a web site.
    HTML("html", "html"),
    /// A page to print.
    PDF("pdf", "pdf");

    private final String id;
    private final String extension;

    SheetFormat(String id, String extension) {
        this.id = id;
        this.extension = extension;
    }

    /// Its name on the command line.
    public String id() {
        return id;
    }

    /// How such a file's name ends, without the dot.
    public String extension() {
        return extension;
    }

    /// Whether a row for each module of each level can be told apart; the others hold a flat list.
    public boolean hasLevels() {
        return this == INVENTREE || this == CYCLONEDX || this == JSON || this == HTML || this == PDF;
    }

    public static Optional<SheetFormat> named(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }
}
