package org.commonwright.licence;

import java.util.ArrayList;
import java.util.List;

/// A licence expression of the SPDX specification (annex "SPDX licence expressions").
public sealed interface SpdxExpression {
    /// One licence. `exception` is what follows `WITH`, empty when there is none; an exception only adds permissions.
    record One(String id, String exception) implements SpdxExpression {
        @Override
        public String toString() {
            return exception.isEmpty() ? id : id + " WITH " + exception;
        }
    }

    /// All of them hold.
    record And(SpdxExpression left, SpdxExpression right) implements SpdxExpression {
        @Override
        public String toString() {
            return bracketed(left) + " AND " + bracketed(right);
        }

        private static String bracketed(SpdxExpression e) {
            return e instanceof Or ? "(" + e + ")" : e.toString();
        }
    }

    /// The user chooses.
    record Or(SpdxExpression left, SpdxExpression right) implements SpdxExpression {
        @Override
        public String toString() {
            return left + " OR " + right;
        }
    }

    /// @throws org.commonwright.error.Fault `licence.expression-bad` when the text is no expression
    static SpdxExpression parse(String text) {
        return new SpdxParser(text).parse();
    }

    /// The choices that the user has, each a list of licences that hold together.
    default List<List<One>> choices() {
        return switch (this) {
            case One one -> List.of(List.of(one));
            case Or or -> {
                var both = new ArrayList<>(or.left().choices());
                both.addAll(or.right().choices());
                yield both;
            }
            case And and -> {
                var product = new ArrayList<List<One>>();
                for (List<One> left : and.left().choices()) {
                    for (List<One> right : and.right().choices()) {
                        var joined = new ArrayList<>(left);
                        joined.addAll(right);
                        product.add(joined);
                    }
                }
                yield product;
            }
        };
    }
}
