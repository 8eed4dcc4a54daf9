package org.commonwright.bom;

import java.util.Locale;

/// Names in the singular, as far as their ending shows it: `z_motor_assemblies` is `z_motor_assembly`.
public final class Singular {
    private Singular() {}

    public static String of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int cut = lower.endsWith("ies") && name.length() > 4
                ? 3
                : lower.endsWith("sses") || lower.endsWith("xes") || lower.endsWith("ches") || lower.endsWith("shes")
                        ? 2
                        : lower.endsWith("s") && !lower.endsWith("ss") && name.length() > 2 ? 1 : 0;
        String stem = name.substring(0, name.length() - cut);
        return cut == 3 ? stem + "y" : stem;
    }
}
