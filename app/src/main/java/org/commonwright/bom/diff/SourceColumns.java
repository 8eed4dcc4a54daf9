package org.commonwright.bom.diff;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonwright.bom.Column;
import org.commonwright.bom.edit.BomDocument;

/// Which columns say where a part comes from: by their meaning, or by the words that people use for suppliers and their numbers.
final class SourceColumns {
    private static final Set<String> MEANINGS = Set.of(Column.MANUFACTURER.header(), Column.MPN.header(),
            Column.SUPPLIER.header(), Column.SUPPLIER_NUMBER.header(), Column.LINK.header());
    /// In the short form of [BomDocument#columnKeys()].
    private static final Pattern WORDS = Pattern.compile(
            "~(?:supplier|vendor|distributor|seller|fournisseur|lieferant|shop|digikey|mouser|lcsc|jlcpcb|farnell|reichelt)"
                    + "(?:name|nom|part|partnumber|partno|no|number|code|sku|pn|spn|reference|link|url)?\\d?"
                    + "|~(?:sku|spn|ordernumber|orderno|ordercode|bestellnummer|link|url|lien|buy|mpn\\d|manufacturer\\d)");

    private final boolean[] isSource;
    private final boolean[] isAlternates;

    SourceColumns(BomDocument document) {
        List<String> keys = document.columnKeys();
        this.isSource = new boolean[keys.size()];
        this.isAlternates = new boolean[keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            isSource[i] = MEANINGS.contains(keys.get(i)) || WORDS.matcher(keys.get(i)).matches();
            isAlternates[i] = keys.get(i).equals(Column.ALTERNATES.header());
        }
    }

    boolean isSource(int column) {
        return column < isSource.length && isSource[column];
    }

    boolean isAlternates(int column) {
        return column < isAlternates.length && isAlternates[column];
    }
}
