package org.commonwright.bom.shop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The columns of a supplier's basket. The shops' upload pages take a table with the order number, the quantity and a remark of
/// the buyer; they differ in the columns' order and names. Sources, as far as they are public without an account:
///
/// - Mouser: its BOM tool asks which column is which and remembers it (mouser.co.uk, Help, "View BOM Matches"); the names are
///   those of its own lists.
/// - Digi-Key: quantity, part number, customer reference, in this order, is what its bulk entry takes (DigiKey forum,
///   "FastAdd"); a reference of more than 48 characters is dropped by it whole, so it is cut here.
/// - LCSC: the columns of its BOM template.
/// - Farnell, RS, Conrad: not checked against the shops' own pages, which show their templates only to customers; their pages
///   let one say which column is which.
public enum BasketFormat {
    MOUSER("mouser", List.of("Mouser Part Number", "Quantity", "Customer Part Number"),
            l -> List.of(l.sku(), number(l), l.reference())),
    DIGI_KEY("digi key|digikey|digi-key", List.of("Quantity", "Digi-Key Part Number", "Customer Reference"),
            l -> List.of(number(l), l.sku(), shortened(l.reference(), BasketFormat.DIGI_KEY_LONGEST))),
    LCSC("lcsc", List.of("Quantity", "Manufacture Part Number", "Manufacturer", "Description", "LCSC Part Number",
            "Package", "Customer Part Number"),
            l -> List.of(number(l), l.mpn(), l.manufacturer(), l.line().first().description(), l.sku(), footprint(l),
                    l.reference())),
    FARNELL("farnell|element14|newark", List.of("Order Code", "Quantity", "Line Note"),
            l -> List.of(l.sku(), number(l), l.reference())),
    RS("rs|rs components|rs-components|rs pro", List.of("RS Stock Number", "Quantity", "Your Part Number"),
            l -> List.of(l.sku(), number(l), l.reference())),
    CONRAD("conrad|conrad electronic", List.of("Item Number", "Quantity", "Reference"),
            l -> List.of(l.sku(), number(l), l.reference())),
    /// Everybody else: all that is known.
    GENERIC("",
            List.of("SKU", "Quantity", "Unit", "Reference", "Manufacturer", "MPN", "Description", "Unit Price",
                    "Price Currency", "Cost", "Currency", "Lead Time Days", "Link"),
            BasketFormat::everything);

    private static final int DIGI_KEY_LONGEST = 48;

    private final List<String> names;
    private final List<String> header;
    private final Function<BasketLine, List<String>> row;

    BasketFormat(String names, List<String> header, Function<BasketLine, List<String>> row) {
        this.names = List.of(names.split("\\|"));
        this.header = header;
        this.row = row;
    }

    /// The format of a supplier, by its name in the offers; a country behind it makes no difference (`Farnell UK`).
    public static BasketFormat of(String supplier) {
        String name = supplier.strip().toLowerCase(Locale.ROOT);
        for (BasketFormat format : values()) {
            if (format != GENERIC && format.names.stream()
                    .anyMatch(n -> name.equals(n) || name.startsWith(n + " ") || name.startsWith(n + "."))) {
                return format;
            }
        }
        return GENERIC;
    }

    List<String> header() {
        return header;
    }

    List<String> row(BasketLine line) {
        return row.apply(line);
    }

    private static String number(BasketLine line) {
        return line.quantity().number().stripTrailingZeros().toPlainString();
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String footprint(BasketLine line) {
        return line.line().first().attributes().entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase("Footprint") || e.getKey().equalsIgnoreCase("Package"))
                .map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static List<String> everything(BasketLine l) {
        var offer = l.purchase().offer();
        Integer days = offer.leadTimeDays();
        return List.of(l.sku(), number(l), l.quantity().unit().symbol(), l.reference(), l.manufacturer(), l.mpn(),
                l.line().first().description(), offer.shownPrice().toPlainString(),
                offer.unitPrice().currency(), l.cost().amount().toPlainString(), l.cost().currency(),
                days == null ? "" : days.toString(), offer.link());
    }
}
