package org.commonwright.bom.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The columns of an `offers.csv`, with the words that people use for them (in [HeaderWords#compact] form).
enum OfferColumn {
    PART("part partnumber name mpn piece article"), SUPPLIER("supplier vendor distributor fournisseur lieferant"), SKU(
            "sku supplierpartnumber ordernumber reference bestellnummer"),
    MINIMUM(
            "minimumquantity minimum moq minquantity minqty from quantity qty"),
    UNIT("unit uom unite einheit"), PRICE(
            "unitprice price prixunitaire prix preis stuckpreis"),
    CURRENCY(
            "currency devise wahrung"),
    PACK("pack packsize packaging multiple lot"), LEAD_TIME(
            "leadtimedays leadtime lead delai lieferzeit"),
    DATE(
            "date asked datum"),
    LINK("link url lien");

    private final List<String> words;

    OfferColumn(String words) {
        this.words = List.of(words.split(" "));
    }

    static Optional<OfferColumn> of(String header) {
        String compact = HeaderWords.compact(header);
        return Arrays.stream(values()).filter(c -> c.words.contains(compact)).findFirst();
    }
}
