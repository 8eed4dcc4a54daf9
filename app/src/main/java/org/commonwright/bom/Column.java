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
    DNP("DNP"),
    /// Electronics: marks what is on the board and in no bill of materials, such as a hole. Not written in `bom.csv`.
    EXCLUDED("Exclude from BOM"),
    /// What one piece costs. This and the following columns are offers of the line; they are kept as they are and not written in
    /// `bom.csv` anew.
    UNIT_PRICE("Price for one"),
    /// What the whole quantity of the line costs.
    LINE_PRICE("Price for the line"), CURRENCY("Currency"), SUPPLIER("Supplier"),
    /// The number under which the supplier sells it.
    SUPPLIER_NUMBER("Supplier's number"), LINK("Link"),
    /// How many pieces are sold together.
    PACK("Pack"),
    /// How many have to be ordered at least.
    MINIMUM("Minimum");

    private final String header;

    Column(String header) {
        this.header = header;
    }

    /// The header in a canonical `bom.csv`.
    public String header() {
        return header;
    }

    /// Whether it says what the line's part is sold for, and by whom; its cells stay among the line's attributes.
    public boolean isOffer() {
        return compareTo(UNIT_PRICE) >= 0;
    }

    /// Whether it belongs to the canonical header.
    public boolean isCanonical() {
        return compareTo(VALUE) < 0;
    }
}
