package org.commonwright.workbench.design;

import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleFile;
import org.commonwright.model.RepoPath;

/// What is selected in the tree.
sealed interface Shown {
    DesignModule module();

    /// A module; the card is shown.
    record OfModule(DesignModule module) implements Shown {}

    /// A file of a module; its preview is shown.
    ///
    /// @param line brought into sight; 0 for none
    record OfFile(DesignModule module, ModuleFile file, int line) implements Shown {}

    /// A folder of a module's files. It only holds them together: choosing it changes nothing.
    record OfFolder(DesignModule module, RepoPath folder) implements Shown {}

    /// A module that a bill of materials asks for and that is not on this computer.
    record Missing(DesignModule module, String name) implements Shown {}
}
