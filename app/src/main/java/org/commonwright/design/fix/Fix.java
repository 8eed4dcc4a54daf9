package org.commonwright.design.fix;

import java.util.List;
import java.util.Optional;
import org.commonwright.error.Quoted;
import org.commonwright.i18n.Messages;

/// One way to put a finding right. Nothing is written before a person, or `--fix`, asks for it.
///
/// @param name what it does, with the names and values that it writes
/// @param edits made in order, all or none
/// @param clear whether nothing has to be decided: what is written follows from files that are there, and nothing is lost
public record Fix(Messages.Key name, List<FileEdit> edits, boolean clear) {
    public Fix {
        name = new Messages.Key(name.key(), Quoted.all(name.arguments()));
        edits = List.copyOf(edits);
    }

    /// One that follows from what is there.
    public static Fix clear(FileEdit edit, String key, Object... arguments) {
        return new Fix(Messages.Key.of(key, arguments), List.of(edit), true);
    }

    /// One that a person has to choose.
    public static Fix choice(FileEdit edit, String key, Object... arguments) {
        return new Fix(Messages.Key.of(key, arguments), List.of(edit), false);
    }

    /// As above, of an edit that may not be possible.
    public static List<Fix> choice(Optional<FileEdit> edit, String key, Object... arguments) {
        return edit.map(e -> choice(e, key, arguments)).stream().toList();
    }

    /// Several edits as one step that a person has to choose.
    public static Fix choice(List<FileEdit> edits, String key, Object... arguments) {
        return new Fix(Messages.Key.of(key, arguments), edits, false);
    }

    /// The same, to be made only when a person chooses it.
    public Fix asChoice() {
        return new Fix(name, edits, false);
    }
}
