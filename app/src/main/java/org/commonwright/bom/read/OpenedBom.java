package org.commonwright.bom.read;

import org.commonwright.bom.Bom;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.error.Fault;

/// A bill of materials whose format is known: [BomFormats] found it out.
public sealed interface OpenedBom {
    /// What it says.
    ///
    /// @throws Fault `bom.no-header`, `bom.mapping-header-row` or `bom.empty`
    Bom read();

    /// A separated table, which is edited and merged in place.
    record Table(String file, CsvText text, TableLayout layout) implements OpenedBom {
        @Override
        public Bom read() {
            return BomReader.read(file, text, layout);
        }

        /// The same, when a row of it names its columns.
        ///
        /// @throws Fault `bom.no-header`, `bom.mapping-header-row` or `bom.empty`
        public Table withHeader() {
            if (layout.headerRow() < 0) {
                throw layout.mapping().headerRow() > 0
                        ? new Fault("bom.mapping-header-row", file, layout.mapping().headerRow())
                        : new Fault(text.rows().stream().allMatch(CsvRow::isBlank) ? "bom.empty" : "bom.no-header",
                                file);
            }
            return this;
        }
    }

    /// Any other format: a workbook, a netlist, a text. It is read only.
    record Other(Bom read) implements OpenedBom {}
}
