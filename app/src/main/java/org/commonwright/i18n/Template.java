package org.commonwright.i18n;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills `{0}` and `{0?singular|plural}`.
final class Template {
    private static final Pattern SLOT = Pattern.compile("\\{(\\d+)(?:\\?([^|{}]*)\\|([^{}]*))?\\}");

    private Template() {}

    static String fill(String pattern, List<Object> arguments, Messages messages) {
        return SLOT.matcher(pattern).replaceAll(slot -> Matcher.quoteReplacement(value(slot, arguments, messages)));
    }

    private static String value(MatchResult slot, List<Object> arguments, Messages messages) {
        int index = Integer.parseInt(slot.group(1));
        if (index >= arguments.size()) {
            return slot.group();
        }
        Object argument = arguments.get(index);
        if (slot.group(2) == null) {
            return messages.argument(argument);
        }
        return messages.singular(argument) ? slot.group(2) : slot.group(3);
    }
}
