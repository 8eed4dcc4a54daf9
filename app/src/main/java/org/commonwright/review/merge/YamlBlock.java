package org.commonwright.review.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines of a map or a list in YAML's block style as its items; put together they are the lines again. (YAML 1.2, 8.2.)
///
/// @param indent how far its items are indented
/// @param list whether they are elements of a list
/// @param tail comments and empty lines behind the last item
record YamlBlock(int indent, boolean list, List<YamlItem> items, String tail) {
    /// Up to the first colon that ends a key. Never goes back: lines may be as long as anybody made them.
    private static final Pattern KEY = Pattern.compile("(\"[^\"\\\\]*+\"|'[^']*+'|[^\\s#&*!|>%@`\"'\\[\\]{},?:-][^:#]*+"
            + "(?:(?::(?=\\S)|(?<=\\S)#)[^:#]*+)*+)\\s*+:(?:\\s.*)?");
    private static final Pattern ELEMENT = Pattern.compile("-(?:\\s.*)?");
    /// What people tell the elements of a list apart by.
    private static final List<String> NAMES = List.of("name", "title", "path", "id", "url", "email", "file");

    static final YamlBlock NONE = new YamlBlock(0, false, List.of(), "");

    /// @return empty when the lines are not written plainly enough to be taken apart
    static Optional<YamlBlock> of(String text) {
        List<String> lines = text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
        Optional<String> first = lines.stream().filter(YamlBlock::isContent).findFirst();
        if (first.isEmpty()) {
            return Optional.of(new YamlBlock(0, false, List.of(), text));
        }
        int indent = indent(first.get());
        return split(lines, indent, ELEMENT.matcher(first.get().strip()).matches());
    }

    private static Optional<YamlBlock> split(List<String> lines, int indent, boolean list) {
        List<YamlItem> items = new ArrayList<>();
        var lead = new StringBuilder();
        var pending = new StringBuilder();
        var own = new StringBuilder();
        for (String line : lines) {
            boolean blank = line.isBlank();
            boolean deeper = !blank && indent(line) > indent;
            if (blank || !deeper && line.stripLeading().startsWith("#")
                    || items.isEmpty() && own.isEmpty() && !isContent(line)) {
                pending.append(line);
            } else if (!own.isEmpty() && (deeper || isBelow(line, indent, list))) {
                own.append(pending).append(line);
                pending.setLength(0);
            } else if (indent(line) == indent && isItem(line.strip(), list)) {
                if (!own.isEmpty()) {
                    items.add(item(lead.toString(), own.toString(), list));
                }
                lead.setLength(0);
                lead.append(pending);
                pending.setLength(0);
                own.setLength(0);
                own.append(line);
            } else {
                return Optional.empty();
            }
        }
        items.add(item(lead.toString(), own.toString(), list));
        var ids = new HashSet<String>();
        return items.size() <= TomlEntries.MOST && items.stream().allMatch(item -> ids.add(item.id()))
                ? Optional.of(new YamlBlock(indent, list, List.copyOf(items), pending.toString()))
                : Optional.empty();
    }

    /// A list may stand as far left as the key that it belongs to.
    private static boolean isBelow(String line, int indent, boolean list) {
        return !list && indent(line) == indent && ELEMENT.matcher(line.strip()).matches();
    }

    private static boolean isItem(String bare, boolean list) {
        return (list ? ELEMENT : KEY).matcher(bare).matches();
    }

    private static YamlItem item(String lead, String text, boolean list) {
        return new YamlItem(list ? name(text) : key(text.lines().findFirst().orElse("").strip()), lead, text);
    }

    private static String key(String line) {
        Matcher key = KEY.matcher(line);
        return key.matches() ? key.group(1).strip().replaceAll("^[\"']|[\"']$", "") : line;
    }

    /// What an element is called: a map by the first of the usual names that it has, all else by what it says.
    private static String name(String text) {
        Optional<YamlBlock> map = inside(text).flatMap(YamlBlock::of).filter(block -> !block.list);
        for (String name : map.isPresent() ? NAMES : List.<String>of()) {
            Optional<YamlItem> named = map.get().items.stream().filter(item -> item.id().equals(name)).findFirst();
            if (named.isPresent()) {
                return named.get().text().strip();
            }
        }
        return text.strip();
    }

    /// An element's map without the dash; empty when there is none in the line of the dash.
    static Optional<String> inside(String element) {
        int dash = element.indexOf('-');
        String rest = dash < 0 ? "" : element.substring(dash + 1);
        boolean plain = rest.startsWith(" ") && KEY.matcher(rest.lines().findFirst().orElse("").strip()).matches();
        return plain ? Optional.of(" ".repeat(dash + 1) + rest) : Optional.empty();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static boolean isContent(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("#") && !line.stripTrailing().equals("---");
    }
}
