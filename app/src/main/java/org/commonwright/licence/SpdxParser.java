package org.commonwright.licence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.error.Fault;

/// Recursive descent over `or := and ("OR" and)*`, `and := one ("AND" one)*`, `one := "(" or ")" | id ["WITH" id]`.
/// Operators may be written in lower case, as SPDX allows.
final class SpdxParser {
    private static final Pattern TOKEN = Pattern.compile("\\s*([()]|[A-Za-z0-9][A-Za-z0-9.:+-]*)");
    /// Choices multiply: a hostile expression must not fill the memory.
    private static final int MOST_TOKENS = 40;

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    SpdxParser(String text) {
        this.text = text;
    }

    SpdxExpression parse() {
        split();
        SpdxExpression expression = or();
        if (next < tokens.size()) {
            throw bad();
        }
        return expression;
    }

    private void split() {
        String stripped = text.strip();
        Matcher matcher = TOKEN.matcher(stripped);
        int at = 0;
        while (at < stripped.length()) {
            if (!matcher.find(at) || matcher.start() != at || tokens.size() == MOST_TOKENS) {
                throw bad();
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
    }

    private SpdxExpression or() {
        SpdxExpression left = and();
        while (take("OR")) {
            left = new SpdxExpression.Or(left, and());
        }
        return left;
    }

    private SpdxExpression and() {
        SpdxExpression left = one();
        while (take("AND")) {
            left = new SpdxExpression.And(left, one());
        }
        return left;
    }

    private SpdxExpression one() {
        if (take("(")) {
            SpdxExpression inner = or();
            if (!take(")")) {
                throw bad();
            }
            return inner;
        }
        String id = id();
        return new SpdxExpression.One(id, take("WITH") ? id() : "");
    }

    private String id() {
        if (next == tokens.size() || tokens.get(next).matches("(?i)and|or|with|[()]")) {
            throw bad();
        }
        return tokens.get(next++);
    }

    private boolean take(String token) {
        boolean is = next < tokens.size() && tokens.get(next).equalsIgnoreCase(token);
        next += is ? 1 : 0;
        return is;
    }

    private Fault bad() {
        return new Fault("licence.expression-bad", text);
    }
}
