package org.commonwright.bom.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Reads `stock.csv`. A row that does not say in a known way how much is there is set aside with its reason: it never counts.
public final class StockReader {
    private static final List<String> WORDS = List.of(
            "part partnumber name mpn ipn piece article artikel nom reference",
            "quantity qty instock stock amount quantite menge anzahl", "unit uom unite einheit",
            "lot batch lotnumber batchnumber charge numerodelot", "place location where shelf storage lieu ort lager",
            "expiry expires expirydate bestbefore expiration dateperemption peremption haltbarkeit");

    private StockReader() {}

    /// @throws Fault `bom.no-stock-header` without the columns Part and Quantity; `bom.not-text`, `bom.spreadsheet`,
    ///         `bom.too-many-cells`, `files.too-large`
    public static Stock read(String file, byte[] bytes) {
        var table = new SupplyTable(file, bytes, WORDS, List.of("part", "quantity"), "bom.no-stock-header");
        List<StockLot> lots = new ArrayList<>();
        for (SupplyTable.Row row : table.rows()) {
            Optional<BigDecimal> number = row.number("quantity");
            Optional<Unit> unit = Unit.parse(row.text("unit"));
            Optional<LocalDate> expiry = row.date("expiry");
            if (row.text("part").isEmpty()) {
                row.setAside("bom.skipped-nothing");
            } else if (number.isEmpty()) {
                row.setAside("bom.skipped-no-number");
            } else if (unit.isEmpty()) {
                row.setAside("bom.skipped-no-unit");
            } else if (expiry.isEmpty() && !row.text("expiry").isEmpty()) {
                row.setAside("bom.skipped-no-date");
            } else {
                lots.add(new StockLot(row.place(), row.text("part"), new Quantity(number.get(), unit.get()),
                        row.text("lot"), row.text("place"), expiry.orElse(null)));
            }
        }
        return new Stock(lots, table.skipped, table.problems);
    }
}
