package org.commonwright.workbench.area;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.commonwright.i18n.Messages;

/// The few questions that stop the person: choosing files, and confirming what cannot be undone.
public interface Dialogs {
    /// A folder that is there.
    Optional<Path> folder(Messages.Key title);

    /// A file to read.
    ///
    /// @param patterns such as `*.csv`; empty for all files
    Optional<Path> openFile(Messages.Key title, List<String> patterns);

    /// A file to write; the system has asked already when it would be replaced.
    Optional<Path> saveFile(Messages.Key title, String suggestedName);

    /// Asks before something destructive or physical.
    ///
    /// @param what says what will happen
    /// @param verb the button's name, such as "Discard changes"
    /// @return whether the person wants it
    boolean confirm(Messages.Key what, Messages.Key verb);
}
