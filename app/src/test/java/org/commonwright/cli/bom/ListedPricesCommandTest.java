package org.commonwright.cli.bom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.Cli;
import org.commonwright.i18n.Messages;
import org.commonwright.settings.AppFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prices in the list itself, on the command line.
class ListedPricesCommandTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Cli(stream, stream, new Messages(Locale.ENGLISH), AppFolders.under(folder.resolve("home")))
                .run(List.of(arguments));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(said());
    }

    private Path list(String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("d")).resolve("bom.csv");
        Files.writeString(file, text);
        return file;
    }

    @Test
    void aTotalOpensDownToTheCellOfItsPrice() throws IOException {
        list("Part,Qty,Supplier,Supplier part number,Total cost\nnut,3,Mouser,M-3,$10.00\nbolt,1,,,owned\n");
        String design = folder.resolve("d").toString();
        assertEquals(Cli.DONE, run("bom", "rollup", design, "--json"));
        JsonNode order = json().path("lines").path(0).path("orders").path(0);
        assertEquals("Mouser M-3 bom.csv:2:5", order.path("supplier").asText() + " " + order.path("sku").asText() + " "
                + order.path("place").asText());
        assertEquals("10", json().path("cost").path("amount").decimalValue().stripTrailingZeros().toPlainString());
        assertTrue(said().contains("bom.price-unread"), said());
        assertEquals(Cli.DONE, run("bom", "rollup", design, "--explain", "nut"));
        assertTrue(said().contains("3.33333333333 USD Mouser M-3 [bom.csv:2:5]"), said());
        assertEquals(Cli.DONE, run("bom", "shop", design, "--json"));
        assertEquals("Mouser", json().path("baskets").path(0).path("supplier").asText());
        assertEquals(Cli.DONE, run("bom", "read", folder.resolve("d/bom.csv").toString(), "--json"));
        assertEquals("Price for the line",
                json().path("tables").path(0).path("columns").path(4).path("meaning").asText());
        assertEquals(Cli.DONE, run("bom", "read", folder.resolve("d/bom.csv").toString()));
        assertTrue(said().contains("“owned” is no price of bolt"), said());
    }

    @Test
    void aPersonSaysWhatAPriceIsForAndInWhichCurrency() throws IOException {
        Path file = list("Part,Qty,Price\nnut,3,6\n");
        String design = folder.resolve("d").toString();
        byte[] before = Files.readAllBytes(file);
        assertEquals(Cli.DONE, run("bom", "rollup", design));
        assertTrue(said().contains("names no currency"), said());
        assertTrue(said().contains("is taken as the price for one"), said());
        assertEquals(Cli.DONE,
                run("bom", "map", file.toString(), "--set", "Price=Price for the line", "--currency", "eur",
                        "--json"));
        assertEquals("EUR", json().path("currency").asText());
        assertEquals(Cli.DONE, run("bom", "rollup", design, "--json"));
        assertEquals("6 EUR",
                json().path("cost").path("amount").decimalValue().stripTrailingZeros().toPlainString() + " "
                        + json().path("cost").path("currency").asText());
        assertEquals(0, json().path("problems").size(), said());
        assertEquals(Cli.BAD_INPUT, run("bom", "map", file.toString(), "--currency", "euros"));
        Files.writeString(folder.resolve("d/bom.csv.columns.toml"), "version = 1\ncurrency = \"Euro\"\n");
        assertEquals(Cli.BAD_INPUT, run("bom", "map", file.toString(), "--list"));
        assertTrue(said().contains("is no currency"), said());
        assertEquals(new String(before, StandardCharsets.UTF_8), Files.readString(file));
    }
}
