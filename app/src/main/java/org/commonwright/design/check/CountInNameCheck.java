package org.commonwright.design.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.BomLine;
import org.commonwright.error.Problem;
import org.commonwright.model.Quantity;

/// A file called `bracket_x2.stl` or `2x_bracket.stl` says how often it is made; the line that names it says it too.
final class CountInNameCheck implements DesignCheck {
    private static final Pattern BEHIND = Pattern.compile("(?i)(.+?)[-_ .]+(?:x(\\d{1,3})|(\\d{1,3})x)");
    private static final Pattern BEFORE = Pattern.compile("(?i)(\\d{1,3})x[-_ .]+(.+)");

    @Override
    public String id() {
        return "count-in-name";
    }

    @Override
    public List<Problem> check(CheckedModule module) {
        List<Problem> problems = new ArrayList<>();
        for (BomLine line : module.lines()) {
            Quantity quantity = line.quantity();
            for (String file : line.files()) {
                int said = count(stem(file));
                if (said > 0 && quantity != null && quantity.number().compareTo(BigDecimal.valueOf(said)) != 0) {
                    problems.add(Problem.warning(module.place(line), "design.count-in-name", file, said, line.part(),
                            quantity.number()));
                }
            }
        }
        return problems;
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    /// @return 0 when the name says nothing
    private static int count(String stem) {
        Matcher behind = BEHIND.matcher(stem);
        if (behind.matches()) {
            return Integer.parseInt(behind.group(2) == null ? behind.group(3) : behind.group(2));
        }
        Matcher before = BEFORE.matcher(stem);
        return before.matches() ? Integer.parseInt(before.group(1)) : 0;
    }

    static String withoutCount(String stem) {
        Matcher behind = BEHIND.matcher(stem);
        if (behind.matches()) {
            return behind.group(1);
        }
        Matcher before = BEFORE.matcher(stem);
        return before.matches() ? before.group(2) : stem;
    }
}
