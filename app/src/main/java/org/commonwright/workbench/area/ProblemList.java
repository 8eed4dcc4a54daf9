package org.commonwright.workbench.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.model.RepoPath;

/// The findings in the open design, for the Problems panel; each source (the checks, the shown bill, …) replaces its own.
/// Lives on the window's thread.
public final class ProblemList {
    /// Findings in the program that a machine has loaded, which need not be a file of the design.
    private static final String MACHINES = "machines";

    private final Map<String, List<Problem>> bySource = new LinkedHashMap<>();
    private final ObservableList<Problem> all = FXCollections.observableArrayList();
    private final Map<Problem, Finding> fixable = new HashMap<>();
    private final ReadOnlyBooleanWrapper hasClearFix = new ReadOnlyBooleanWrapper();
    private final Navigator navigator;
    private List<Finding> findings = List.of();
    private Set<String> lists = Set.of();
    private Supplier<Collection<RepoPath>> unsaved = List::of;

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
        put(source, problems, false);
    }

    private void put(String source, List<Problem> problems, boolean anew) {
        bySource.put(source, List.copyOf(problems));
        List<Problem> together = new ArrayList<>();
        // Two areas that read the same file find the same.
        bySource.values().forEach(together::addAll);
        together = new ArrayList<>(new LinkedHashSet<>(together));
        together.sort((a, b) -> a.severity().compareTo(b.severity()));
        if (anew || !together.equals(all)) {
            all.setAll(together);
        }
    }

    /// Replaces what the checks found before, with the ways to put it right.
    ///
    /// @param boms the files that are shown as tables in Parts
    public void found(String source, List<Finding> now, Set<String> boms) {
        findings = List.copyOf(now);
        lists = Set.copyOf(boms);
        fixable.clear();
        now.stream().filter(finding -> !finding.fixes().isEmpty())
                .forEach(finding -> fixable.putIfAbsent(finding.problem(), finding));
        hasClearFix.set(now.stream().anyMatch(finding -> finding.clearFix().isPresent()));
        // The same problems may have other fixes by now.
        put(source, now.stream().map(Finding::problem).toList(), true);
    }

    /// What the checks found.
    public List<Finding> findings() {
        return findings;
    }

    /// A problem's finding, when there is a way to put it right.
    public Optional<Finding> finding(Problem problem) {
        return Optional.ofNullable(fixable.get(problem));
    }

    /// Whether something can be put right without a choice.
    public ReadOnlyBooleanProperty hasClearFix() {
        return hasClearFix.getReadOnlyProperty();
    }

    /// Files with edits that are not on disk yet.
    public Collection<RepoPath> unsaved() {
        return unsaved.get();
    }

    /// @param files asked each time
    public void unsaved(Supplier<Collection<RepoPath>> files) {
        unsaved = files;
    }

    /// Another design was opened.
    public void forget() {
        bySource.clear();
        fixable.clear();
        findings = List.of();
        lists = Set.of();
        hasClearFix.set(false);
        all.clear();
    }

    /// Shows where the problem is: the cell in Parts for a row of a bill of materials, the line beside the toolpath for a
    /// machine's program, the file in Design for any other that lies inside the design.
    ///
    /// @return whether there was a place to go to
    public boolean jumpTo(Problem problem) {
        Place place = problem.place();
        if (place == null || place.file() == null || !RepoPath.isSafe(place.file())) {
            return false;
        }
        if (place.line() > 0 && bySource.getOrDefault(MACHINES, List.of()).contains(problem)) {
            navigator.goTo(MACHINES, new ProgramSelection(place.file(), place.line()));
            return true;
        }
        var file = new RepoPath(place.file());
        if (place.line() > 0 && lists.contains(place.file())) {
            navigator.goTo("parts", new CellSelection(file, place.line(), place.column()));
        } else {
            navigator.goTo("design", new FileSelection(file, place.line()));
        }
        return true;
    }
}
