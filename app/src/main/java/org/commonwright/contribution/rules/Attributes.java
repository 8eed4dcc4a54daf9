package org.commonwright.contribution.rules;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonwright.files.FileTree;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// What the `.gitattributes` files of a tree say, as `gitattributes(5)` describes it: later lines win over earlier ones, files
/// in deeper folders over those above.
final class Attributes {
    private static final long LIMIT = 1L << 20;

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(RepoPath folder, Pattern pattern, Map<String, String> values) {
        boolean matches(RepoPath file) {
            if (!file.isUnder(folder)) {
                return false;
            }
            String below = folder.isRoot() ? file.text() : file.text().substring(folder.text().length() + 1);
            return pattern.matcher(below).matches();
        }
    }

    Attributes(FileTree tree) {
        tree.files().stream().filter(f -> f.fileName().equals(".gitattributes"))
                .sorted(Comparator.comparingInt(f -> f.parts().size()))
                .filter(f -> tree.size(f) <= LIMIT)
                .forEach(f -> read(f.parent(), new String(tree.read(f, LIMIT), StandardCharsets.UTF_8)));
    }

    /// `true` when set, `false` when unset, another text when given one; null when nothing is said.
    @Nullable
    String value(RepoPath file, String attribute) {
        String value = null;
        for (Rule rule : rules) {
            if (rule.values.containsKey(attribute) && rule.matches(file)) {
                value = rule.values.get(attribute);
            }
        }
        return value;
    }

    private void read(RepoPath folder, String text) {
        for (String line : text.split("\\R")) {
            String[] words = line.strip().split("\\s+");
            if (words[0].isEmpty() || words[0].startsWith("#") || words[0].startsWith("!")
                    || words[0].startsWith("[")) {
                continue;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 1; i < words.length; i++) {
                add(words[i], values);
            }
            rules.add(new Rule(folder, glob(words[0]), values));
        }
    }

    private static void add(String word, Map<String, String> values) {
        if (word.equals("binary")) {
            values.put("diff", "false");
        } else if (word.startsWith("-")) {
            values.put(word.substring(1), "false");
        } else if (word.contains("=")) {
            values.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        } else {
            values.put(word, "true");
        }
    }

    /// A pattern without a slash is about names at any depth; one with a slash about the path from the file's folder.
    private static Pattern glob(String glob) {
        boolean anchored = glob.contains("/");
        String g = glob.startsWith("/") ? glob.substring(1) : glob;
        var regex = new StringBuilder(anchored ? "" : "(?:.*/)?");
        for (int i = 0; i < g.length(); i++) {
            char c = g.charAt(i);
            if (g.startsWith("**/", i)) {
                regex.append("(?:.*/)?");
                i += 2;
            } else if (g.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append(c == '*' ? "[^/]*" : c == '?' ? "[^/]" : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
