package org.commonwright.workbench.machines.printer;

import java.util.OptionalDouble;

/// Numbers as people type them.
final class Numbers {
    private Numbers() {}

    /// With a point or a comma; empty when it is none.
    static OptionalDouble read(String typed) {
        String text = typed.strip().replace(',', '.');
        return text.matches("-?[0-9]{1,6}(\\.[0-9]{1,3})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }
}
