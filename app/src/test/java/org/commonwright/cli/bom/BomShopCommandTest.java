package org.commonwright.cli.bom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonwright.cli.Cli;
import org.commonwright.cli.CliRig;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BomShopCommandTest extends CliRig {
    @Override
    protected AppFolders folders() {
        return AppFolders.under(folder.resolve("home"));
    }

    private String design = "";

    @BeforeEach
    void aDesign() throws IOException {
        design = folder.resolve("d").toString();
        write("d/bom.csv",
                "Part,Quantity,Unit,MPN,Attrition,Module\nrail,2,,,,\n=cmd,1,,X-1,,\nlift,2,,,,modules/lift\n"
                        + "nowhere,3,,,,\n");
        write("d/modules/lift/bom.csv", "Part,Quantity\nscrew,3\n");
        write("d/commons.toml", "version = 1\n[attrition]\n\"modules/lift\" = \"10 %\"\n");
        write("d/offers.csv", "Part,Supplier,SKU,Minimum Quantity,Unit Price,Currency,Pack,Lead Time Days\n"
                + "rail,Nord & Süd,R-1,,7.00,USD,,9\nscrew,Mouser,S-100,,0.02,EUR,100,3\nscrew,Coop,,,0.05,EUR,,2\n"
                + "X-1,Digi-Key,X1-ND,,3.00,EUR,,\n");
        write("d/stock.csv", "Part,Quantity,Lot,Place\nrail,4,L7,shelf 2\nscrew,20,,\n");
        write("d/rates.csv", "Date,From,To,Rate,Source\n2026-01-02,USD,EUR,0.90,bank\n");
    }

    @Test
    void basketsAreWrittenAsEachSupplierTakesThem() throws IOException {
        Path to = folder.resolve("baskets");
        assertEquals(Cli.DONE, run("bom", "shop", design, "--quantity", "5", "--currency", "EUR", "--on", "2026-03-01",
                "-o", to.toString(), "--json"));
        JsonNode json = json();
        assertEquals("Coop generic 1 0.65, Digi-Key digi_key 1 15.00, Nord & Süd generic 1 37.80", baskets(json));
        assertEquals("53.45", json.path("cost").path("amount").decimalValue().setScale(2).toString());
        assertFalse(json.path("complete").asBoolean());
        assertEquals("nowhere", json.path("unoffered").path(0).path("part").asText());
        assertEquals("Quantity,Digi-Key Part Number,Customer Reference\r\n5,X1-ND,'=cmd\r\n",
                Files.readString(to.resolve("digi-key.csv")));
        assertTrue(Files.readString(to.resolve("nord-süd.csv")).contains("R-1,6,pcs,rail,,,,7.00,USD,37.80"),
                Files.readString(to.resolve("nord-süd.csv")));
        assertEquals("Part,Quantity,Unit,Taken From,Lot,Place,Expiry\r\nrail,4,pcs,rail,L7,shelf 2,\r\n"
                + "screw,20,pcs,screw,,,\r\n", Files.readString(to.resolve("from-stock.csv")));
        assertTrue(Files.readString(to.resolve("not-offered.csv")).contains("nowhere,standard,15,pcs"));
        assertEquals(Cli.DONE, run("bom", "shop", design, "--quantity", "5", "--on", "2026-03-01"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("from stock: rail, 4"), out.toString());
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("58 days old"), out.toString());
        assertEquals(Cli.DONE, run("bom", "shop", design, "--quantity", "100", "--no-stock", "--json"));
        assertTrue(baskets(json()).contains("Mouser mouser 1"), baskets(json()));
        assertEquals(Cli.BAD_INPUT, run("bom", "shop", design, "--on", "tomorrow"));
    }

    @Test
    void aTotalIsOpenedToItsRows() throws IOException {
        assertEquals(Cli.DONE, run("bom", "rollup", design, "--quantity", "5", "--stock", "--explain", "screw"));
        String said = out.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("screw: 5 pieces contain 30"), said);
        assertTrue(said.contains("row modules/lift/bom.csv:2: 10 × 3"), said);
        assertTrue(said.contains("from stock stock.csv:3: 20"), said);
        assertTrue(said.contains("bought: €0.65: 13"), said);
        assertTrue(said.contains("otherwise: €2.00: 100"), said);
        assertEquals(Cli.DONE, run("bom", "rollup", design, "--stock", "--explain", "rail", "--json"));
        assertEquals("L7", json().path("explained").path(0).path("stock").path(0).path("lot").asText());
        assertEquals(0, json().path("buildable").path("count").asInt(-1));
        assertEquals(Cli.DONE, run("bom", "rollup", design, "--currency", "ABC"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("0\u00a0ABC"), out.toString());
        assertEquals(Cli.BAD_INPUT, run("bom", "rollup", design, "--explain", "unobtainium"));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("unobtainium"));
        assertEquals(Cli.DONE, run("bom", "rollup", design, "--on", "2026-03-01"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("the longest way: rail (9)"), out.toString());
    }

    private static String baskets(JsonNode json) {
        var text = new StringBuilder();
        for (JsonNode basket : json.path("baskets")) {
            text.append(text.isEmpty() ? "" : ", ").append(basket.path("supplier").asText()).append(' ')
                    .append(basket.path("format").asText()).append(' ').append(basket.path("lines").size()).append(' ')
                    .append(basket.path("cost").path("amount").decimalValue().setScale(2));
        }
        return text.toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
