package org.commonwright.bom.price;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonwright.bom.price.PriceHeader.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceHeaderTest {
    private static String shown(PriceHeader h) {
        String price = h.role() == Role.PRICE
                ? " " + h.scale() + (h.many() > 1 ? " x" + h.many() : "") + (h.from() > 0 ? " from " + h.from() : "")
                : "";
        return h.role() + price + (h.number() > 1 ? " #" + h.number() : "") + (h.shop().isEmpty() ? "" : " " + h.shop())
                + (h.currency() == null ? "" : " " + h.currency().usual()) + (h.extras() ? " extras" : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Price | PRICE UNSAID", "Cost | PRICE UNSAID", "Unit price | PRICE ONE",
            "Unit_Cost_USD | PRICE ONE USD", "Price each | PRICE ONE", "Price/pcs | PRICE ONE",
            "Price per Unit | PRICE ONE",
            "Price / Item in USD | PRICE ONE USD", "ppu | PRICE ONE", "Total | PRICE LINE",
            "Total (USD) | PRICE LINE USD",
            "Line total | PRICE LINE", "Ext. price | PRICE LINE", "Ext.Price(USD) | PRICE LINE USD",
            "Price Total in USD | PRICE LINE USD", "Total Item Cost (USD) | PRICE LINE USD", "Amount | PRICE LINE",
            "Subtotal | PRICE LINE", "Order Unit Price | PRICE ONE", "Price per board | PRICE LINE",
            "Price (x10) | PRICE ONE x10", "Price per 100 | PRICE ONE x100", "Price (EUR) | PRICE UNSAID EUR",
            "Cost [$] | PRICE UNSAID USD", "Prix € | PRICE UNSAID EUR", "Prix unitaire | PRICE ONE",
            "Prix total | PRICE LINE",
            "Prix unitaire HT | PRICE ONE", "Preis | PRICE UNSAID", "Stückpreis | PRICE ONE", "Einzelpreis | PRICE ONE",
            "Gesamtpreis | PRICE LINE", "€ | PRICE UNSAID EUR", "Mouser Price | PRICE UNSAID Mouser",
            "price100_Vertical | PRICE UNSAID from 100", "price700_LCSC | PRICE UNSAID from 700 LCSC",
            "Price @ 1000 | PRICE UNSAID from 1000", "Price 2 | PRICE UNSAID #2",
            "Price with Tax | PRICE UNSAID extras", "Cost (Accounts for shipping) | PRICE UNSAID extras",
            "Price without VAT | PRICE UNSAID", "Unit | PRICE MAYBE_ONE",
            "price at reichelt.de | PRICE UNSAID Reichelt",
            "Supplier | SUPPLIER", "Vendor | SUPPLIER", "Distributor | SUPPLIER", "Fournisseur | SUPPLIER",
            "Lieferant | SUPPLIER", "Supplier 2 | SUPPLIER #2", "Where to buy | SUPPLIER", "Source | SUPPLIER",
            "Supplier and ref | SUPPLIER", "Supplier part number | NUMBER", "Supplier Part # | NUMBER", "SKU | NUMBER",
            "Order code | NUMBER", "Bestellnummer | NUMBER", "Digikey | NUMBER Digi-Key",
            "Digi-Key Part Number | NUMBER Digi-Key",
            "LCSC# | NUMBER LCSC", "Mouser | NUMBER Mouser", "Farnell | NUMBER Farnell", "Link | LINK", "URL | LINK",
            "Buying Link (Accounts for quantity) | LINK", "Lien | LINK", "Currency | CURRENCY", "Devise | CURRENCY",
            "Währung | CURRENCY", "Pack | PACK", "Pack size | PACK", "Pcs per pack | PACK", "Mult | PACK",
            "MOQ | MINIMUM",
            "Min | MINIMUM", "Minimum quantity | MINIMUM", "Datasheet | NONE", "Datasheet URL | NONE",
            "MNF1_URL | NONE",
            "Shipping cost | NONE", "Stock | NONE", "Description | NONE", "Price date | NONE", "Total quantity | NONE",
            "Packaging | NONE", "Order Qty. | NONE", "SKU [Lowest Price (Preferred Distributors)] | NUMBER",
            "LCSC stock | NONE", "Footprint | NONE", "Reference | NONE", "Notes | NONE", "Part Number | NONE"})
    void tellsWhatHeadersMean(String header, String meaning) {
        assertEquals(meaning, shown(PriceHeader.of(header)));
    }
}
