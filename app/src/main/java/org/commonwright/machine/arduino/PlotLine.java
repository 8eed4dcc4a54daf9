package org.commonwright.machine.arduino;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The numbers in a line, as Arduino's plotter has them: `label:value` or bare values, between commas, tabs or semicolons, or
/// blanks when there is none of these. A line of words before numbers names them. All else is text and no plot.
///
/// @param labels of each value, empty for one without; alone for a line of names
/// @param values none for a line of names; NaN for a value that is no number (`nan`, `inf`)
record PlotLine(List<String> labels, List<Double> values) {
    private static final int MOST = 64;
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern NO_NUMBER = Pattern.compile("(?i)[+-]?(nan|inf|infinity|ovf)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;\t]\\s*");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern AFTER_COLON = Pattern.compile(":\\s+");
    private static final PlotLine NONE = new PlotLine(List.of(), List.of());

    /// @return no labels and no values for a line of text
    static PlotLine of(String text) {
        String line = AFTER_COLON.matcher(text.strip()).replaceAll(":");
        if (line.isEmpty()) {
            return NONE;
        }
        Pattern separator = line.indexOf(',') >= 0 || line.indexOf('\t') >= 0 || line.indexOf(';') >= 0
                ? BETWEEN
                : BLANKS;
        String[] fields = separator.split(line, MOST + 1);
        if (fields.length > MOST) {
            return NONE;
        }
        List<String> labels = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (String field : fields) {
            int colon = field.lastIndexOf(':');
            String value = field.substring(colon + 1);
            if (NUMBER.matcher(value).matches()) {
                values.add(Double.parseDouble(value));
            } else if (NO_NUMBER.matcher(value).matches()) {
                values.add(Double.NaN);
            }
            labels.add(colon < 0 ? "" : field.substring(0, colon).strip());
        }
        if (values.size() == fields.length) {
            return new PlotLine(labels, values);
        }
        boolean words = values.isEmpty() && labels.stream().allMatch(String::isEmpty);
        return words && List.of(fields).stream().noneMatch(String::isBlank)
                ? new PlotLine(List.of(fields), List.of())
                : NONE;
    }

    boolean isNames() {
        return values.isEmpty() && !labels.isEmpty();
    }

    boolean isPlot() {
        return !values.isEmpty();
    }
}
