package org.commonwright.workbench.table;

import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// One column of a [DataTable].
///
/// @param id one word; the settings know the column by it
/// @param title its heading
/// @param text what a cell says, in the reader's formats
/// @param number what a cell is worth, for a column of numbers: right-aligned, copied without grouping; null for words
/// @param order how it sorts
/// @param width px at first; a person's own width is remembered
/// @param graphic an icon before the text; null for none
/// @param edit takes what a person typed; null for a column that cannot be edited
/// @param help helps while it is typed into; null for none
public record Column<T>(String id, Messages.Key title, BiFunction<T, Formats, String> text,
        @Nullable Function<T, @Nullable Number> number, Comparator<T> order, double width,
        @Nullable Function<T, @Nullable Node> graphic, @Nullable BiConsumer<T, String> edit,
        @Nullable CellHelp<T> help) {

    private static final double WORDS = 160;
    private static final double NUMBER = 96;

    /// A column of words, sorted without regard to case.
    public static <T> Column<T> words(String id, String titleKey, Function<T, String> text) {
        return new Column<>(id, Messages.Key.of(titleKey), (row, _) -> text.apply(row), null,
                new KeyOrder<>(text, String.CASE_INSENSITIVE_ORDER), WORDS, null, null, null);
    }

    /// A column of numbers; a cell without one is empty and sorts last.
    ///
    /// @param text the number with its unit, in the reader's formats; called only when there is one
    public static <T> Column<T> number(String id, String titleKey, Function<T, @Nullable Number> number,
            BiFunction<T, Formats, String> text) {
        return new Column<>(id, Messages.Key.of(titleKey),
                (row, formats) -> number.apply(row) == null ? "" : text.apply(row, formats),
                number, new KeyOrder<>(number, Comparator.nullsLast(Numbers.ORDER)), NUMBER, null, null, null);
    }

    /// A column of numbers whose cells show what is written in them, also where that is no number: right-aligned, sorted by
    /// number, and marked where it is none.
    ///
    /// @param number null where the text is none
    public static <T> Column<T> written(String id, String titleKey, Function<T, @Nullable Number> number,
            Function<T, String> text) {
        return new Column<>(id, Messages.Key.of(titleKey), (row, _) -> text.apply(row), number,
                new KeyOrder<>(number, Comparator.nullsLast(Numbers.ORDER)), NUMBER, null, null, null);
    }

    /// With a heading that is not one of the program's own words.
    public Column<T> titled(Messages.Key newTitle) {
        return new Column<>(id, newTitle, text, number, order, width, graphic, edit, help);
    }

    public Column<T> width(double px) {
        return new Column<>(id, title, text, number, order, px, graphic, edit, help);
    }

    public Column<T> order(Comparator<T> newOrder) {
        return new Column<>(id, title, text, number, newOrder, width, graphic, edit, help);
    }

    public Column<T> graphic(Function<T, @Nullable Node> newGraphic) {
        return new Column<>(id, title, text, number, order, width, newGraphic, edit, help);
    }

    /// Double click or F2 edits; Enter hands what was typed to `newEdit`, Esc leaves the cell as it was.
    public Column<T> editable(BiConsumer<T, String> newEdit) {
        return new Column<>(id, title, text, number, order, width, graphic, newEdit, help);
    }

    /// What helps while a cell is typed into.
    public Column<T> helped(CellHelp<T> newHelp) {
        return new Column<>(id, title, text, number, order, width, graphic, edit, newHelp);
    }

    boolean isNumber() {
        return number != null;
    }
}
