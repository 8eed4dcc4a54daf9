package org.commonwright.design;

import java.util.List;
import org.commonwright.model.RepoPath;

/// The lists of a module that count, and why these.
///
/// @param files none for a module without a list; one is its own; several add up, each a module below it that is needed once
/// @param gone what a person chose and is not there, as it is written
public record CountedLists(Rule rule, List<RepoPath> files, List<String> gone) {
    /// No list, and none was chosen.
    public static final CountedLists NONE = new CountedLists(Rule.NOTHING, List.of(), List.of());

    public CountedLists {
        files = List.copyOf(files);
        gone = List.copyOf(gone);
    }

    /// What decides, the first that applies.
    public enum Rule {
        /// A person chose them, or that none counts: `bom.lists.toml`.
        CHOSEN,
        /// The module's manifest names it.
        MANIFEST,
        /// It is called `bom.csv`.
        NAME,
        /// The nearest table or workbook that is called a bill of materials.
        TABLE,
        /// The nearest text or netlist that is called so.
        TEXT,
        /// A schematic, where nobody wrote a list.
        SCHEMATIC,
        /// The module is that list, or an assembly of it.
        ITSELF,
        /// There is none.
        NOTHING
    }

    static CountedLists one(Rule rule, RepoPath file) {
        return new CountedLists(rule, List.of(file), List.of());
    }

    /// Whether several lists add up.
    public boolean addUp() {
        return files.size() > 1;
    }
}
