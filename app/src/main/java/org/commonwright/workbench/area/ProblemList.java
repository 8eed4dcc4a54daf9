package org.commonwright.workbench.area;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// The findings in the open design, for the Problems panel; each source (the manifest check, the BOM, …) replaces its own.
/// Lives on the window's thread.
public final class ProblemList {
    private final Map<String, List<Problem>> bySource = new LinkedHashMap<>();
    private final ObservableList<Problem> all = FXCollections.observableArrayList();
    private final Navigator navigator;

    /// @param navigator follows a click on a problem
    public ProblemList(Navigator navigator) {
        this.navigator = navigator;
    }

    public ObservableList<Problem> all() {
        return all;
    }

    /// Replaces what `source` found before.
    ///
    /// @param source one word, such as an area's id
    public void set(String source, List<Problem> problems) {
        bySource.put(source, List.copyOf(problems));
        List<Problem> together = new ArrayList<>();
        // Two areas that read the same file find the same.
        bySource.values().forEach(together::addAll);
        together = new ArrayList<>(new LinkedHashSet<>(together));
        together.sort((a, b) -> a.severity().compareTo(b.severity()));
        all.setAll(together);
    }

    /// Another design was opened.
    public void clear() {
        bySource.clear();
        all.clear();
    }

    /// Shows the problem's file, when it has one inside the design, in the area Design.
    ///
    /// @return whether there was a place to go to
    public boolean jumpTo(Problem problem) {
        Place place = problem.place();
        if (place == null || place.file() == null || !RepoPath.isSafe(place.file())) {
            return false;
        }
        navigator.goTo("design", new FileSelection(new RepoPath(place.file()), place.line()));
        return true;
    }
}
