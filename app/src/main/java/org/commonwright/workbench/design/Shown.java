package org.commonwright.workbench.design;

import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleFile;

/// What is selected in the tree.
sealed interface Shown {
    DesignModule module();

    /// A module; the card is shown.
    record OfModule(DesignModule module) implements Shown {}

    /// A file of a module; its preview is shown.
    ///
    /// @param line brought into sight; 0 for none
    record OfFile(DesignModule module, ModuleFile file, int line) implements Shown {}

    /// A module that a bill of materials asks for and that is not on this computer.
    record Missing(DesignModule module, String name) implements Shown {}
}
