package org.commonwright.workbench.area;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.commonwright.workbench.text.Controls;

/// A long list that stands inside a page, so much of it at once as is drawn quickly, with a way to what stands before and after. A list that
/// is short stands there as it is.
public final class Paged<T> {
    private final Controls controls;
    private final Function<ListPage<T>, Node> view;
    private final Block box = new Block(8);
    private ListPage<T> page;
    private IntConsumer turned = _ -> {};

    /// @param view makes a page
    public Paged(Controls controls, ListPage<T> first, Function<ListPage<T>, Node> view) {
        this.controls = controls;
        this.page = first;
        this.view = view;
        fill();
    }

    /// The beginning of a list.
    ///
    /// @param view makes so much of it as is shown
    public static <T> Node of(List<T> all, int most, Controls controls, Function<List<T>, Node> view) {
        return new Paged<>(controls, ListPage.first(all, most), page -> view.apply(page.shown())).node();
    }

    public Node node() {
        return box;
    }

    public ListPage<T> page() {
        return page;
    }

    /// @param then what is done when one of the buttons has turned the page, with where it begins
    public void onTurn(IntConsumer then) {
        turned = then;
    }

    /// Turns to the page that one of the list stands on, unless it is in sight.
    ///
    /// @param index where it stands in the whole list, from 0
    public void show(int index) {
        if (!page.has(index) && index >= 0 && index < page.all().size()) {
            page = page.with(index);
            fill();
        }
    }

    /// Another list instead, at the same place as far as that is there.
    public void replace(List<T> all) {
        page = ListPage.first(all, page.most()).with(Math.clamp(page.from(), 0, Math.max(0, all.size() - 1)));
        fill();
    }

    private void fill() {
        Node shown = view.apply(page);
        if (page.isAll()) {
            box.getChildren().setAll(shown);
        } else {
            box.getChildren().setAll(turning(), shown, turning());
        }
    }

    private Node turning() {
        Button earlier = controls.button("pages.earlier", () -> turn(page.from() - page.most()));
        earlier.setDisable(page.isFirst());
        Button later = controls.button("pages.later", () -> turn(page.to()));
        later.setDisable(page.isLast());
        var row = new HBox(8, earlier, later, controls.hint("pages.place", page.from() + 1, page.to(), page.all()
                .size()));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// To the beginning of another page; whoever turned on with a key can go on turning.
    private void turn(int index) {
        boolean on = index > page.from();
        show(index);
        var row = (HBox) box.getChildren().getFirst();
        Node next = row.getChildren().get(on ? 1 : 0);
        (next.isDisable() ? row.getChildren().get(on ? 0 : 1) : next).requestFocus();
        Reveal.show(box);
        turned.accept(page.from());
    }
}
