package org.commonwright.bom;

/// The columns that have a meaning, in canonical order.
public enum Column {
    PART("Part"), KIND("Kind"), QUANTITY("Quantity"), UNIT("Unit"), DESCRIPTION("Description"), MANUFACTURER(
            "Manufacturer"), MPN("MPN"), REFERENCES("References"), FILE("File"), PROCESS("Process"), MATERIAL(
                    "Material"), MODULE("Module"), ALTERNATES("Alternates"), NOTES("Notes"),
    /// Electronics: what the symbol stands for, such as `10k`. Not written in `bom.csv`.
    VALUE("Value"),
    /// Electronics: the land pattern. Not written in `bom.csv`.
    FOOTPRINT("Footprint"),
    /// Marks what is not fitted. Not written in `bom.csv`.
    DNP("DNP");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    /// The header in a canonical `bom.csv`.
    public String header() {
        return header;
    }

    /// Whether it belongs to the canonical header.
    public boolean isCanonical() {
        return compareTo(VALUE) < 0;
    }
}
