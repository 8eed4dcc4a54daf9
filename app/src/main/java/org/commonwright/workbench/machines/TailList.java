package org.commonwright.workbench.machines;

import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/// A list that shows its end whenever it changes. It moves when it is laid out: before, it counts the rows that were there.
final class TailList<T> extends ListView<T> {
    private boolean changed;
    private int laidOut;

    TailList(ObservableList<T> items) {
        super(items);
        items.addListener((ListChangeListener<T>) _ -> {
            changed = true;
            requestLayout();
        });
    }

    @Override
    protected void layoutChildren() {
        int size = getItems().size();
        if (size < laidOut && lookup(".virtual-flow") instanceof VirtualFlow<?> rows) {
            // A flow that stands at an end that is gone takes itself for broken, and logs it.
            rows.setPosition(0);
        }
        laidOut = size;
        super.layoutChildren();
        if (changed) {
            changed = false;
            scrollTo(size - 1);
        }
    }
}
