package org.commonwright.workbench.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Progress;
import org.commonwright.task.Tasks;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Loader;
import org.jspecify.annotations.Nullable;

/// Sorts and filters when a person asks for it, many rows in the background. An edit leaves each row where it is, as in a
/// spreadsheet: what is being edited must not run away.
final class StillArrangement<T> implements Arrangement<T> {
    private static final int AT_ONCE = 20_000;
    private static final int STEP = 4096;

    private final ObservableList<T> source;
    private final ArrangedRows<T> rows;
    private @Nullable Predicate<T> wanted;
    private @Nullable Comparator<T> order;
    private final Loader<int[]> loader;
    private int structure;

    /// @param tasks arrange many rows
    StillArrangement(ObservableList<T> source, Tasks tasks) {
        this.source = source;
        this.rows = new ArrangedRows<>(source, this::arrange);
        this.loader = new Loader<>(tasks);
        loader.state().subscribe(state -> {
            if (state instanceof Loaded.Ready<int[]>(int[] found)) {
                if (structure == rows.structure()) {
                    rows.arrange(found);
                } else {
                    arrange();
                }
            }
        });
    }

    @Override
    public ObservableList<T> rows() {
        return rows;
    }

    @Override
    public void filter(@Nullable Predicate<T> newWanted) {
        wanted = newWanted;
        arrange();
    }

    @Override
    public void sort(@Nullable Comparator<T> newOrder) {
        order = newOrder;
        arrange();
    }

    @Override
    public int inSight(int index) {
        return rows.getViewIndex(index);
    }

    @Override
    public int inSource(int row) {
        return rows.getSourceIndex(row);
    }

    @Override
    public int @Nullable [] order() {
        return rows.order();
    }

    private void arrange() {
        structure = rows.structure();
        Predicate<T> choose = wanted;
        Comparator<T> by = order;
        loader.clear();
        if (choose == null && by == null) {
            rows.arrange(null);
            return;
        }
        List<T> now = Snapshots.of(source);
        if (now.size() <= AT_ONCE) {
            rows.arrange(arranged(now, choose, by, Progress.NONE));
        } else {
            loader.load(Messages.Key.of("workbench.arranging"), progress -> arranged(now, choose, by, progress));
        }
    }

    private static <T> int[] arranged(List<T> rows, @Nullable Predicate<T> wanted, @Nullable Comparator<T> order,
            Progress progress) {
        int[] chosen = IntStream.range(0, rows.size()).filter(i -> {
            if (i % STEP == 0) {
                progress.check();
                progress.update((double) i / rows.size());
            }
            return wanted == null || wanted.test(rows.get(i));
        }).toArray();
        if (order == null) {
            return chosen;
        }
        if (order instanceof KeyOrder<T, ?> keyed) {
            sort(chosen, rows, keyed, progress);
        } else {
            sort(chosen, rows, new KeyOrder<>(row -> row, order), progress);
        }
        return chosen;
    }

    private static <T, K> void sort(int[] chosen, List<T> rows, KeyOrder<T, K> order, Progress progress) {
        record Placed<K>(int at, K key) {}
        List<Placed<K>> placed = new ArrayList<>(chosen.length);
        for (int at : chosen) {
            placed.add(new Placed<>(at, order.key().apply(rows.get(at))));
        }
        int[] count = {0};
        placed.sort((a, b) -> {
            if (++count[0] % STEP == 0) {
                progress.check();
            }
            return order.keys().compare(a.key(), b.key());
        });
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = placed.get(i).at();
        }
    }
}
