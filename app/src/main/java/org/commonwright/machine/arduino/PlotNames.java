package org.commonwright.machine.arduino;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives each value of each line the name of its curve: its own label, else the one that a line of names just before gave to its
/// place, else `value 1`, `value 2` by its place.
final class PlotNames {
    private List<String> names = List.of();
    private List<String> perhaps = List.of();

    /// One line's values by name.
    record Named(List<String> names, List<Double> values) {}

    /// @return empty for a line that is no plot
    Optional<Named> next(String text) {
        PlotLine line = PlotLine.of(text);
        if (line.isNames()) {
            perhaps = line.labels();
            return Optional.empty();
        }
        if (!line.isPlot()) {
            perhaps = List.of();
            return Optional.empty();
        }
        if (perhaps.size() == line.values().size()) {
            names = perhaps;
        }
        perhaps = List.of();
        List<String> named = new ArrayList<>();
        for (int i = 0; i < line.values().size(); i++) {
            String label = line.labels().get(i);
            named.add(!label.isEmpty() ? label : i < names.size() ? names.get(i) : "value " + (i + 1));
        }
        return Optional.of(new Named(named, line.values()));
    }
}
