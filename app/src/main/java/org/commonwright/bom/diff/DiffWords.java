package org.commonwright.bom.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.i18n.Messages;

/// What a difference says of rows that both revisions have, in the reader's words: new sources as one thing each, alternates, other
/// cells, and rows that moved. For the window and the terminal.
public final class DiffWords {
    /// Of more rows that moved only how many there are is worth telling.
    private static final int MOVED = 12;

    private DiffWords() {}

    /// One sentence, which is put into words once somebody reads it: a difference may have a hundred thousand.
    ///
    /// @param part what the row calls its part; empty for a sentence about many rows
    /// @param said makes the sentence
    /// @param moved whether it only says where a row stands
    /// @param row where the row stands afterwards, from 1; 0 for a sentence about many rows
    /// @param cell the header of the first column that it is about; empty where it is about the row
    public record Word(String part, Function<Messages, String> said, boolean moved, int row, String cell) {
        private static Word of(String part, Function<Messages, String> said, List<CellChange> cells) {
            return new Word(part, said, false, cells.isEmpty() ? 0 : cells.getFirst().row(),
                    cells.isEmpty() ? "" : cells.getFirst().cell());
        }

        public String text(Messages messages) {
            return said.apply(messages);
        }
    }

    public static List<Word> of(BomDiff diff) {
        List<Word> words = new ArrayList<>();
        for (SourceChange source : diff.resourced()) {
            words.add(Word.of(source.part(), m -> m.get("consequence.resourced",
                    source.cells().stream().map(cell -> cell(cell, m)).collect(Collectors.joining("; "))),
                    source.cells()));
        }
        for (AlternatesChange change : diff.alternates()) {
            String items = Stream.concat(change.added().stream().map(a -> "+ " + a),
                    change.removed().stream().map(a -> "− " + a)).collect(Collectors.joining(", "));
            words.add(Word.of(change.part(), m -> m.get("consequence.alternates", items), change.cells()));
        }
        diff.otherCells().forEach(cell -> words.add(Word.of(cell.part(), m -> cell(cell, m), List.of(cell))));
        if (diff.moved().size() > MOVED) {
            words.add(new Word("", m -> m.get("consequence.moved-many", diff.moved().size()), true, 0, ""));
        } else {
            diff.moved().forEach(row -> words.add(new Word(row.part(),
                    m -> m.get("consequence.moved", row.from(), row.to()), true, row.to(), "")));
        }
        return words;
    }

    private static String cell(CellChange cell, Messages messages) {
        return messages.get("consequence.cell", cell.cell(), cell.before(), cell.after());
    }
}
