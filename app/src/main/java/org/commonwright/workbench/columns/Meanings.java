package org.commonwright.workbench.columns;

import org.commonwright.bom.Column;

/// What people call the meanings of columns.
final class Meanings {
    private Meanings() {}

    /// The key of a meaning's name.
    static String key(Column column) {
        return switch (column) {
            case PART -> "columns.part";
            case KIND -> "columns.kind";
            case QUANTITY -> "columns.quantity";
            case UNIT -> "columns.unit";
            case DESCRIPTION -> "columns.description";
            case MANUFACTURER -> "columns.manufacturer";
            case MPN -> "columns.mpn";
            case REFERENCES -> "columns.references";
            case FILE -> "columns.file";
            case PROCESS -> "columns.process";
            case MATERIAL -> "columns.material";
            case MODULE -> "columns.module";
            case ALTERNATES -> "columns.alternates";
            case NOTES -> "columns.notes";
            case VALUE -> "columns.value";
            case FOOTPRINT -> "columns.footprint";
            case DNP -> "columns.dnp";
            case EXCLUDED -> "columns.excluded";
            case UNIT_PRICE -> "columns.unit-price";
            case LINE_PRICE -> "columns.line-price";
            case CURRENCY -> "columns.currency";
            case SUPPLIER -> "columns.supplier";
            case SUPPLIER_NUMBER -> "columns.supplier-number";
            case LINK -> "columns.link";
            case PACK -> "columns.pack";
            case MINIMUM -> "columns.minimum";
        };
    }
}
