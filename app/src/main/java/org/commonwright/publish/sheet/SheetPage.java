package org.commonwright.publish.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.commonwright.bom.BomLine;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.page.Block;
import org.commonwright.publish.page.Page;

/// A sheet as a page to print, in the reader's language. Columns that say nothing are left out.
final class SheetPage {
    private static final String INDENT = "\u2003";
    private static final int MOST_INDENTED = 12;

    private final Messages messages;
    private final Formats formats;

    SheetPage(Messages messages) {
        this.messages = messages;
        this.formats = new Formats(messages.locale());
    }

    Page page(BomSheet sheet) {
        BomSheet.About about = sheet.about();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, about.name(), "top"));
        List<Block.Fact> facts = new ArrayList<>();
        fact(facts, "publish.version", about.version());
        fact(facts, "publish.licence", about.licence());
        fact(facts, "publish.revision", about.revision());
        fact(facts, "publish.pieces", messages.get("publish.for-pieces", sheet.pieces()));
        fact(facts, "publish.rows", messages.get("publish.row-count", sheet.rows().size()));
        blocks.add(new Block.Facts(facts));
        blocks.add(table(sheet.rows()));
        return new Page(messages.get("publish.bom-title", about.name()), messages.locale(), blocks,
                (about.name() + " " + about.version() + " " + about.revision()).strip());
    }

    private void fact(List<Block.Fact> facts, String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Block.Fact(messages.get(key), value));
        }
    }

    private record Shown(String key, boolean number, Function<SheetRow, String> cell) {}

    private Block.Table table(List<SheetRow> rows) {
        List<Shown> all = List.of(
                new Shown("publish.column-part", false, SheetPage::part),
                new Shown("publish.column-quantity", true, this::quantity),
                new Shown("publish.column-description", false, row -> row.line().description()),
                new Shown("publish.column-manufacturer", false, row -> row.line().manufacturer()),
                new Shown("publish.column-mpn", false, row -> row.line().mpn()),
                new Shown("publish.column-references", false, row -> String.join(" ", row.references())),
                new Shown("publish.column-made", false, row -> made(row.line())),
                new Shown("publish.column-notes", false, this::notes));
        List<Shown> columns = all.stream()
                .filter(c -> c.key().equals("publish.column-part")
                        || rows.stream().anyMatch(row -> !c.cell().apply(row).isEmpty()))
                .toList();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).number()) {
                numbers.add(i);
            }
        }
        return new Block.Table(columns.stream().map(c -> messages.get(c.key())).toList(), numbers,
                rows.stream().map(row -> columns.stream().map(c -> c.cell().apply(row)).toList()).toList());
    }

    private static String part(SheetRow row) {
        return INDENT.repeat(Math.min(MOST_INDENTED, row.level() - 1)) + row.line().part();
    }

    private String quantity(SheetRow row) {
        return row.quantity() == null ? "?" : formats.quantity(row.quantity());
    }

    private static String made(BomLine line) {
        List<String> parts = new ArrayList<>();
        for (String text : List.of(line.process(), line.material(), line.file())) {
            if (!text.isEmpty()) {
                parts.add(text);
            }
        }
        return String.join(", ", parts);
    }

    private String notes(SheetRow row) {
        String unfitted = row.line().fitted() ? "" : messages.get("publish.not-fitted");
        return (unfitted + " " + row.line().notes()).strip();
    }
}
