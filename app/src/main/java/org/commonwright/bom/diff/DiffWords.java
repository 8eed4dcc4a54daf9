package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.i18n.Messages;

/// What a difference says of rows that both revisions have, in the reader's words: new sources as one thing each, alternates, other
/// cells, and rows that moved. For the window and the terminal.
public final class DiffWords {
    /// Of more rows that moved only how many there are is worth telling.
    private static final int MOVED = 12;

    private DiffWords() {}

    /// One sentence.
    ///
    /// @param part what the row calls its part; empty for a sentence about many rows
    /// @param moved whether it only says where a row stands
    public record Word(String part, String text, boolean moved) {}

    public static List<Word> of(BomDiff diff, Messages messages) {
        List<Word> words = new ArrayList<>();
        for (SourceChange source : diff.resourced()) {
            String cells = source.cells().stream().map(DiffWords::cell).collect(Collectors.joining("; "));
            words.add(new Word(source.part(), messages.get("consequence.resourced", cells), false));
        }
        for (AlternatesChange change : diff.alternates()) {
            String items = Stream.concat(change.added().stream().map(a -> "+ " + a),
                    change.removed().stream().map(a -> "− " + a)).collect(Collectors.joining(", "));
            words.add(new Word(change.part(), messages.get("consequence.alternates", items), false));
        }
        diff.otherCells().forEach(cell -> words.add(new Word(cell.part(), cell(cell), false)));
        if (diff.moved().size() > MOVED) {
            words.add(new Word("", messages.get("consequence.moved-many", diff.moved().size()), true));
        } else {
            diff.moved().forEach(row -> words.add(
                    new Word(row.part(), messages.get("consequence.moved", row.from(), row.to()), true)));
        }
        return words;
    }

    private static String cell(CellChange cell) {
        return cell.cell() + ": “" + cell.before() + "” → “" + cell.after() + "”";
    }
}
