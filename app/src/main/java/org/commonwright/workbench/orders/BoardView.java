package org.commonwright.workbench.orders;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;

/// Jobs in lanes by where they stand. A lane without jobs keeps only its heading's room.
final class BoardView {
    private static final double WIDE = 160;

    private final OrdersViewModel model;
    private final Controls controls;
    private final Words words;
    private final Map<JobStatus, ListView<Job>> lanes = new EnumMap<>(JobStatus.class);
    private final HBox row = new HBox(8);
    private final FilterBar bar;
    private final Label nothing;
    private @Nullable Board shown;
    private boolean filling;

    BoardView(OrdersViewModel model, Controls controls, Words words) {
        this.model = model;
        this.controls = controls;
        this.words = words;
        for (JobStatus status : JobStatus.values()) {
            row.getChildren().add(lane(status));
        }
        row.getStyleClass().add("board");
        nothing = controls.hint("orders.filter-nothing");
        nothing.getStyleClass().add("padded");
        bar = new FilterBar(model, controls, words);
        model.filter().subscribe(_ -> refill());
        model.job().subscribe(_ -> select());
        controls.texts().messages().subscribe((_, _) -> lanes.values().forEach(ListView::refresh));
    }

    Node node() {
        var scroll = new ScrollPane(row);
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return new VBox(bar.node(), nothing, scroll);
    }

    void show(Board board) {
        shown = board;
        refill();
    }

    private void refill() {
        Board board = shown;
        if (board == null) {
            return;
        }
        JobFilter filter = model.filter().get();
        long found = board.book().jobs().stream().filter(filter::shows).count();
        bar.found((int) found, board.book().jobs().size(), filter);
        boolean none = found == 0 && !filter.isAll();
        nothing.setVisible(none);
        nothing.setManaged(none);
        filling = true;
        lanes.forEach((status, list) -> {
            List<Job> jobs = board.of(status).stream().filter(filter::shows).toList();
            if (!list.getItems().equals(jobs)) {
                list.getItems().setAll(jobs);
            }
        });
        filling = false;
        select();
    }

    private Node lane(JobStatus status) {
        var list = new ListView<Job>();
        list.setId("lane-" + status.token());
        list.setCellFactory(_ -> new Card(list));
        list.getSelectionModel().selectedItemProperty().subscribe(job -> {
            if (job != null && !filling) {
                model.choose(job);
            }
        });
        ObservableValue<Integer> count = Bindings.size(list.getItems()).asObject();
        ObservableValue<String> title = controls.texts().messages()
                .flatMap(_ -> count.map(n -> words.status(status) + "  " + n));
        controls.name(list, title);
        Label name = controls.label(title, "strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(8, words.icon(status), name);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("lane-head");
        var lane = new VBox(head, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        lane.getStyleClass().add("lane");
        lanes.put(status, list);
        count.subscribe(n -> {
            list.setVisible(n > 0);
            lane.setMinWidth(n > 0 ? WIDE : Region.USE_PREF_SIZE);
            lane.setPrefWidth(n > 0 ? WIDE : Region.USE_COMPUTED_SIZE);
            HBox.setHgrow(lane, n > 0 ? Priority.ALWAYS : Priority.NEVER);
        });
        list.setMinWidth(0);
        list.setPrefWidth(0);
        return lane;
    }

    /// The chosen job is selected in its lane, and nothing in the others.
    private void select() {
        Job chosen = model.job().get();
        filling = true;
        lanes.forEach((status, list) -> {
            int index = chosen == null || chosen.status() != status ? -1 : index(list, chosen);
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(index);
            }
        });
        filling = false;
    }

    private static int index(ListView<Job> list, Job job) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems().get(i).id().equals(job.id())) {
                return i;
            }
        }
        return -1;
    }

    private final class Card extends ListCell<Job> {
        private final ListView<Job> list;

        Card(ListView<Job> list) {
            this.list = list;
        }

        @Override
        protected void updateItem(@Nullable Job job, boolean empty) {
            super.updateItem(job, empty);
            setText(null);
            if (empty || job == null) {
                setGraphic(null);
                setAccessibleText(null);
                setTooltip(null);
                return;
            }
            String title = job.spec().part();
            String reason = controls.texts().now(job.reason());
            var card = new VBox(4, line(title, "strong"),
                    line(words.made(job) + " · " + job.spec().process(), "small-text"),
                    Words.wrapped(reason, "hint", "small-text", "job-reason"));
            card.getStyleClass().add("job-card");
            card.prefWidthProperty().bind(list.widthProperty().subtract(32));
            card.setMaxWidth(Region.USE_PREF_SIZE);
            setGraphic(card);
            setAccessibleText(title + ", " + words.made(job) + ", " + reason);
            setTooltip(controls.tooltip(new ReadOnlyStringWrapper(title + "\n" + reason)));
        }

        /// All cards are equally high: a list whose cells grow with its width shows them cut.
        private static Label line(String text, String style) {
            var label = new Label(text);
            label.getStyleClass().add(style);
            return label;
        }
    }
}
