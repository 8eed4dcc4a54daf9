package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingFileTest {
    private static final byte[] TABLE = bytes("Bought,2025\nWozu,Was,Wieviel,Quantity\nleg,rod,3 m,9\nleg,nut,4,8\n");

    @Test
    void whatAPersonSaysGoesBeforeTheHeader() {
        ColumnMapping mapping = ColumnMapping.NONE.with("Was", Optional.of(Column.PART))
                .with("wieviel", Optional.of(Column.QUANTITY)).with("Quantity", Optional.empty());
        Bom bom = BomReader.read("b.csv", TABLE, mapping);
        BomLine rod = bom.lines().getFirst();
        assertEquals("rod 3 m {Wozu=leg, Quantity=9}", rod.part() + " " + rod.quantity().number() + " "
                + rod.quantity().unit().symbol() + " " + rod.attributes());
        assertEquals("b.csv:3:3", bom.place(rod, Column.QUANTITY).toString());
        assertEquals(1, bom.skipped().size());
    }

    @Test
    void theHeadersRowCanBeSaid() {
        Bom bom = BomReader.read("b.csv", bytes("Part,Quantity\nParts,Quantity\na,1\n"),
                ColumnMapping.NONE.withHeaderRow(2));
        assertEquals(1, bom.lines().size());
        assertEquals("bom.mapping-header-row", assertThrows(Fault.class,
                () -> BomReader.read("b.csv", bytes("Part,Quantity\na,1\n"), ColumnMapping.NONE.withHeaderRow(9)))
                .code());
    }

    @Test
    void aColumnThatIsNotThereIsTold() {
        ColumnMapping mapping = ColumnMapping.NONE.with("Wozu", Optional.of(Column.NOTES))
                .with("Gone", Optional.of(Column.PART)).with("Lost", Optional.empty());
        Bom bom = BomReader.read("b.csv", TABLE, mapping.with("Was", Optional.of(Column.PART)));
        var told = bom.problems().stream().filter(p -> p.code().equals("bom.mapping-no-column")).findFirst();
        assertEquals("[2, Gone, Lost]", told.orElseThrow().arguments().toString());
    }

    @Test
    void aLaterWordOnTheSameHeaderReplacesTheEarlierOne() {
        ColumnMapping mapping = ColumnMapping.NONE.with("Stück-Zahl", Optional.of(Column.QUANTITY))
                .with("stück zahl", Optional.of(Column.NOTES));
        assertEquals("{stück zahl=Optional[NOTES]}", mapping.columns().toString());
        assertTrue(mapping.without("STÜCKZAHL").isEmpty());
    }

    @Test
    void itIsWrittenAndReadAgain() {
        ColumnMapping mapping = ColumnMapping.NONE.with("Stk. \"2\" \\ \t\u0001é", Optional.of(Column.QUANTITY))
                .with("Was", Optional.empty()).withHeaderRow(3);
        String text = MappingFile.write("b\n.csv", mapping);
        assertTrue(text.startsWith("# What the columns of b .csv mean"), text);
        assertEquals(mapping, MappingFile.read("m", bytes(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"version = 1; [columns]; a = 3|bom.mapping-broken",
            "x|bom.mapping-broken", "version = 2|bom.mapping-version", "a = 1|bom.mapping-version",
            "version = 1; columns = 3|bom.mapping-broken", "version = 1; [columns]; a = 'Price'|bom.mapping-field"})
    void whatIsNoneIsRefused(String text, String code) {
        assertEquals(code,
                assertThrows(Fault.class, () -> MappingFile.read("m", bytes(text.replace("; ", "\n")))).code());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
