package org.commonwright.workbench.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.commonwright.settings.SettingsFile;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.text.Controls;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.theme.Theme;
import org.jspecify.annotations.Nullable;

/// A table that sorts, filters as you type, lets a person choose its columns and remembers them, and copies rows as TSV
/// (Ctrl+C). Numbers are right-aligned. Holds a million rows: cells are made for what is in sight only.
public final class DataTable<T> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final Duration TYPING = Duration.millis(150);

    private final Controls controls;
    private final List<Column<T>> columns;
    private final Arrangement<T> arrangement;
    private final TableView<T> view = new TableView<>();
    private final ColumnMemory memory;
    private final TextField filter;
    private final HBox head;
    private final VBox box;
    private Function<T, String> rowStyle = _ -> "";
    private Consumer<String> sameForAll = _ -> {};

    /// @param id one word; the settings know the table by it
    /// @param nameKey what a screen reader calls the table
    /// @param items what it shows; the table follows its changes
    /// @param empty shown while there are no rows
    public DataTable(String id, String nameKey, Controls controls, SettingsFile settings, ObservableList<T> items,
            List<Column<T>> columns, Node empty) {
        this(id, nameKey, controls, settings, new LiveArrangement<>(items), columns, empty);
    }

    /// A table that is edited: a row that changes stays where it is until it is sorted or filtered anew.
    ///
    /// @param tasks sort and filter many rows
    public DataTable(String id, String nameKey, Controls controls, SettingsFile settings, Tasks tasks,
            ObservableList<T> items, List<Column<T>> columns, Node empty) {
        this(id, nameKey, controls, settings, new StillArrangement<>(items, tasks), columns, empty);
    }

    private DataTable(String id, String nameKey, Controls controls, SettingsFile settings, Arrangement<T> arrangement,
            List<Column<T>> columns, Node empty) {
        this.controls = controls;
        this.columns = List.copyOf(columns);
        this.arrangement = arrangement;
        this.filter = controls.field("workbench.filter");
        columns.forEach(column -> view.getColumns().add(tableColumn(column)));
        view.setId("table-" + id);
        view.setItems(arrangement.rows());
        view.setSortPolicy(_ -> {
            arrangement.sort(byHeadings());
            return true;
        });
        view.setPlaceholder(empty);
        view.setTableMenuButtonVisible(true);
        view.setEditable(columns.stream().anyMatch(c -> c.edit() != null));
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setRowFactory(_ -> new Row());
        view.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
        view.setContextMenu(menu());
        controls.name(view, texts().of(nameKey));
        texts().messages().subscribe(_ -> view.refresh());
        memory = new ColumnMemory(settings, id);
        memory.attach(view);
        filter.setId("filter-" + id);
        var pause = new PauseTransition(TYPING);
        pause.setOnFinished(_ -> arrangement.filter(
                RowFilter.of(filter.getText(), columns, texts().formats().get())));
        filter.textProperty().subscribe((_, _) -> pause.playFromStart());
        filter.setPrefColumnCount(24);
        head = new HBox(8, filter, Controls.spring());
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("table-head");
        box = new VBox(head, view);
        VBox.setVgrow(view, Priority.ALWAYS);
    }

    /// The row in sight that shows an item, by the item's place among all; negative when it is not in sight.
    public int inSight(int item) {
        return arrangement.inSight(item);
    }

    /// The place among all items of a row in sight.
    public int inSource(int row) {
        return arrangement.inSource(row);
    }

    /// For each row in sight its place among all items; null while all are in sight in their own order.
    public int @Nullable [] order() {
        return arrangement.order();
    }

    public Region node() {
        return box;
    }

    /// For what a particular table needs beyond this class.
    public TableView<T> view() {
        return view;
    }

    /// Adds controls beside the filter field.
    public void addToHead(Node... nodes) {
        head.getChildren().addAll(nodes);
    }

    /// Shows or hides a column, unless a person chose: that wins, now and later.
    ///
    /// @param column from 0, as they were given
    public void show(int column, boolean visible) {
        view.getColumns().stream().filter(made -> made.getId().equals(columns.get(column).id())).findFirst()
                .ifPresent(made -> memory.show(made, visible));
    }

    /// Whether a column of the view is the one that was given in this place.
    public boolean isColumn(String id, int column) {
        return columns.get(column).id().equals(id);
    }

    /// Shows every column; a person chose it.
    public void showAll() {
        view.getColumns().forEach(column -> column.setVisible(true));
    }

    /// The row that was selected last; null for none.
    public ReadOnlyObjectProperty<T> selected() {
        return view.getSelectionModel().selectedItemProperty();
    }

    /// Shows other rows; what was selected is selected again.
    ///
    /// @param items the list that this table shows
    /// @param same what stays of a row when what it says changes
    public void refill(ObservableList<T> items, List<T> next, Function<T, ?> same) {
        List<?> chosen = selectedRows().stream().filter(Objects::nonNull).map(same).toList();
        items.setAll(next);
        view.getSelectionModel().clearSelection();
        for (int row = 0; row < view.getItems().size() && !chosen.isEmpty(); row++) {
            if (chosen.contains(same.apply(view.getItems().get(row)))) {
                view.getSelectionModel().select(row);
            }
        }
    }

    public ObservableList<T> selectedRows() {
        return view.getSelectionModel().getSelectedItems();
    }

    /// Double click or Enter on a row.
    public void onOpen(Consumer<T> open) {
        view.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && selected().get() != null && view.getEditingCell() == null) {
                open.accept(selected().get());
            }
        });
        view.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER && selected().get() != null && view.getEditingCell() == null) {
                open.accept(selected().get());
            }
        });
    }

    /// Single cells are chosen, as in a spreadsheet: arrow keys go from cell to cell, typing writes anew, Enter and F2 edit, and
    /// what is copied is what is chosen.
    public void selectCells() {
        view.getSelectionModel().setCellSelectionEnabled(true);
        TypeToEdit.install(view);
    }

    /// Ctrl+Enter while a cell is edited.
    ///
    /// @param write writes what was typed into every chosen cell
    public void onSameForAll(Consumer<String> write) {
        sameForAll = write;
    }

    /// A style class per row, such as `added`; empty for none.
    public void rowStyle(Function<T, String> styleClass) {
        rowStyle = styleClass;
        view.refresh();
    }

    /// The chosen rows, or all that are in sight when none is chosen, with the columns in sight.
    public String tsv() {
        List<T> rows = selectedRows().isEmpty() ? view.getItems() : List.copyOf(selectedRows());
        List<Column<T>> inSight = view.getVisibleLeafColumns().stream().map(this::own).toList();
        return Tsv.of(inSight, rows, texts().messages().get(), texts().formats().get());
    }

    /// The chosen cells without headings: the rows and columns that hold any.
    private String chosenCells() {
        // The selection model's list is declared raw.
        List<TablePosition<?, ?>> chosen = new ArrayList<>();
        view.getSelectionModel().getSelectedCells().forEach(chosen::add);
        List<T> rows = chosen.stream().map(TablePosition::getRow).distinct().sorted()
                .map(row -> view.getItems().get(row)).toList();
        List<Column<T>> inSight = view.getVisibleLeafColumns().stream()
                .filter(column -> chosen.stream().anyMatch(cell -> cell.getTableColumn() == column))
                .map(this::own).toList();
        return Tsv.cells(inSight, rows, texts().messages().get(), texts().formats().get());
    }

    private Column<T> own(TableColumn<T, ?> column) {
        return columns.stream().filter(own -> own.id().equals(column.getId())).findFirst().orElseThrow();
    }

    /// All rows in sight and all columns as comma-separated values, for a file.
    public String csv() {
        return Tsv.csv(columns, view.getItems(), texts().messages().get(), texts().formats().get());
    }

    /// Puts the chosen cells, or the chosen rows with their headings, on the clipboard.
    public void copy() {
        boolean cells = view.getSelectionModel().isCellSelectionEnabled()
                && !view.getSelectionModel().getSelectedCells().isEmpty();
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, cells ? chosenCells() : tsv()));
    }

    private ContextMenu menu() {
        var copy = new MenuItem();
        copy.textProperty().bind(texts().of("workbench.copy-rows"));
        copy.setAccelerator(COPY);
        copy.setOnAction(_ -> copy());
        return new ContextMenu(copy);
    }

    /// By the columns whose headings were clicked, the first one first; null for none.
    private @Nullable Comparator<T> byHeadings() {
        Comparator<T> by = null;
        for (TableColumn<T, ?> column : view.getSortOrder()) {
            Comparator<T> next = column.getSortType() == TableColumn.SortType.DESCENDING
                    ? own(column).order().reversed()
                    : own(column).order();
            by = by == null ? next : by.thenComparing(next);
        }
        return by;
    }

    private TableColumn<T, T> tableColumn(Column<T> column) {
        var made = new TableColumn<T, T>();
        made.setId(column.id());
        made.textProperty().bind(texts().of(column.title()));
        made.setPrefWidth(column.width());
        ObservableValue<Double> scale = Theme.textScale(view);
        made.minWidthProperty().bind(Bindings.createDoubleBinding(
                () -> (HeadingWidth.of(made.getText()) + (isLast(made) ? HeadingWidth.BUTTON : 0)) * scale.getValue(),
                made.textProperty(), scale, view.getVisibleLeafColumns()));
        made.setComparator(column.order());
        made.setEditable(column.edit() != null);
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(_ -> new DataCell<>(column, texts(), text -> sameForAll.accept(text)));
        if (column.isNumber()) {
            made.getStyleClass().add("number");
        }
        return made;
    }

    /// The button for choosing columns lies over the end of the last heading.
    private boolean isLast(TableColumn<T, ?> column) {
        List<TableColumn<T, ?>> shown = view.getVisibleLeafColumns();
        return !shown.isEmpty() && shown.getLast() == column;
    }

    private Texts texts() {
        return controls.texts();
    }

    private final class Row extends TableRow<T> {
        private String style = "";

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            String next = empty || item == null ? "" : rowStyle.apply(item);
            if (!next.equals(style)) {
                getStyleClass().remove(style);
                if (!next.isEmpty()) {
                    getStyleClass().add(next);
                }
                style = next;
            }
        }
    }
}
