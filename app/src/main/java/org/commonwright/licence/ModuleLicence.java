package org.commonwright.licence;

import java.util.List;

/// One module of a tree, as far as licences matter.
///
/// @param path where it lies, for messages; `.` is the root
/// @param expression its SPDX expression, empty when its manifest names none
/// @param inclusion how it is in the module above
public record ModuleLicence(String path, String name, String expression, Inclusion inclusion,
        List<ModuleLicence> modules) {
    public ModuleLicence {
        modules = List.copyOf(modules);
    }
}
