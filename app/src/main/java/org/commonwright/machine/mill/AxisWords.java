package org.commonwright.machine.mill;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;

/// Axes as a person writes them: `X,Y` or `X0, Z1.5`.
public final class AxisWords {
    private static final Pattern WORD = Pattern.compile("([XYZ])([-+]?[0-9]{0,6}(?:\\.[0-9]{0,6})?)");

    private AxisWords() {}

    /// @return values in mm; 0 where none is written
    /// @throws Fault `grbl.bad-axes`
    public static Map<Axis, Double> parse(String text) {
        Map<Axis, Double> values = new TreeMap<>();
        for (String part : text.toUpperCase(Locale.ROOT).split("[, ]+")) {
            Matcher m = WORD.matcher(part);
            if (!m.matches() || m.group(2).matches("[-+.]+")
                    || values.put(Axis.valueOf(m.group(1)), number(m.group(2))) != null) {
                throw new Fault("grbl.bad-axes", text);
            }
        }
        return values;
    }

    private static double number(String text) {
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
