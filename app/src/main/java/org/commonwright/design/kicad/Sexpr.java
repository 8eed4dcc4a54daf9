package org.commonwright.design.kicad;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;

/// A node of an S-expression, as KiCad 6 and later write their files: `(property "Reference" "R1" (at 0 0))`.
///
/// @param line where it begins, from 1
/// @param values the atoms behind the name, in order
public record Sexpr(String name, int line, List<String> values, List<Sexpr> children) {
    private static final int DEEPEST = 200;
    private static final int MOST = 5_000_000;
    private static final int MOST_ATOMS = 12_000_000;

    public Stream<Sexpr> children(String called) {
        return children.stream().filter(child -> child.name.equals(called));
    }

    public Optional<Sexpr> child(String called) {
        return children(called).findFirst();
    }

    /// The first atom of a child; empty when there is none.
    public String first(String called) {
        return child(called).flatMap(c -> c.value(0)).orElse("");
    }

    /// Whether it has a child `(called yes)`, or one that says nothing more.
    public boolean says(String called) {
        return child(called).filter(c -> c.values.isEmpty() || c.values.getFirst().equals("yes")).isPresent();
    }

    /// The text of the property of that name; empty when there is none.
    public String property(String called) {
        return children("property").filter(p -> p.value(0).filter(called::equals).isPresent())
                .flatMap(p -> p.value(1).stream()).findFirst().orElse("");
    }

    public Optional<String> value(int index) {
        return index < values.size() ? Optional.of(values.get(index)) : Optional.empty();
    }

    /// @throws Fault `design.kicad-broken` when brackets do not match or are nested too deeply
    public static Sexpr parse(String file, String text) {
        var reader = new Reader(file, text);
        return reader.read();
    }

    /// With a stack of its own, so that nesting is no danger to the thread.
    private static final class Reader {
        private final String file;
        private final String text;
        private int at;
        private int line = 1;

        Reader(String file, String text) {
            this.file = file;
            this.text = text;
        }

        Sexpr read() {
            List<Sexpr> open = new ArrayList<>();
            int nodes = 0;
            int atoms = 0;
            Sexpr root = null;
            while (at < text.length() && root == null) {
                char c = text.charAt(at);
                if (c == '(') {
                    at++;
                    int begins = line;
                    Sexpr node = new Sexpr(atom(), begins, new ArrayList<>(), new ArrayList<>());
                    if (!open.isEmpty()) {
                        open.getLast().children().add(node);
                    }
                    open.add(node);
                    nodes++;
                    if (open.size() > DEEPEST || nodes > MOST) {
                        throw broken();
                    }
                } else if (c == ')') {
                    at++;
                    if (open.isEmpty()) {
                        throw broken();
                    }
                    Sexpr done = open.removeLast();
                    root = open.isEmpty() ? done : null;
                } else if (Character.isWhitespace(c)) {
                    skip();
                } else if (open.isEmpty()) {
                    throw broken();
                } else {
                    open.getLast().values().add(atom());
                    if (++atoms > MOST_ATOMS) {
                        throw broken();
                    }
                }
            }
            if (root == null) {
                throw broken();
            }
            return root;
        }

        private void skip() {
            line += text.charAt(at++) == '\n' ? 1 : 0;
        }

        private String atom() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                skip();
            }
            var atom = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '"') {
                at++;
                while (at < text.length() && text.charAt(at) != '"') {
                    if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                        at++;
                    }
                    atom.append(text.charAt(at));
                    skip();
                }
                at++;
                return atom.toString();
            }
            while (at < text.length() && "()\" \t\r\n".indexOf(text.charAt(at)) < 0) {
                atom.append(text.charAt(at++));
            }
            return atom.toString();
        }

        private Fault broken() {
            return new Fault("design.kicad-broken", file);
        }
    }
}
