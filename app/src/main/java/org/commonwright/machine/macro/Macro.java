package org.commonwright.machine.macro;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;
import org.commonwright.model.ContentId;

/// Lines for a machine that have a name. A line may have places to fill in: `G0 X{x=10}`.
///
/// @param dialect `grbl` or `marlin`; empty for any
/// @param lines as they are written in the file
/// @param parameters in the order in which they stand in the lines
public record Macro(String name, String about, String dialect, List<String> lines, List<MacroParameter> parameters) {
    static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]{0,30})(?:=([A-Za-z0-9.+-]{0,40}))?\\}");

    public Macro {
        lines = List.copyOf(lines);
        parameters = List.copyOf(parameters);
    }

    /// The lines as they are sent.
    ///
    /// @param values by the parameters' names; what is missing or blank is the usual value
    /// @throws Fault `macros.no-parameter`, `macros.no-value`, `macros.bad-value`, `macros.not-in-range`
    public List<String> filled(Map<String, String> values) {
        values.keySet().forEach(key -> {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(key))) {
                throw new Fault("macros.no-parameter", name, key);
            }
        });
        List<String> filled = new ArrayList<>();
        for (String line : lines) {
            Matcher m = PLACE.matcher(line);
            filled.add(m.replaceAll(place -> Matcher.quoteReplacement(parameter(place.group(1))
                    .checked(values.getOrDefault(place.group(1), "")))));
        }
        return filled;
    }

    private MacroParameter parameter(String called) {
        return parameters.stream().filter(parameter -> parameter.name().equals(called)).findFirst().orElseThrow();
    }

    /// What tells whether it is still the macro that somebody trusted: the hash of all that could change what it sends.
    public ContentId id() {
        var text = new StringBuilder(name).append('\n').append(dialect).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        parameters.forEach(p -> text.append(p.name()).append(' ').append(p.usual()).append(' ').append(p.least())
                .append(' ').append(p.most()).append('\n'));
        return ContentId.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
