package org.commonwright.design;

import java.util.List;

/// Finds the lines of a bill of materials that ask for another module.
@FunctionalInterface
public interface ModuleLines {
    /// One such line.
    ///
    /// @param row its row in the file, from 1
    /// @param part what the line calls the module
    /// @param section the assembly it stands under, in a file that lists several; empty for the file's own
    /// @param module the folder relative to the file's, `@name` of a pinned module, `#name` of an
    ///        assembly of the same file, a URL, or empty: then `part` names it
    record ModuleLine(String section, int row, String part, String module) {
        public ModuleLine(int row, String part, String module) {
            this("", row, part, module);
        }
    }

    List<ModuleLine> read(String file, byte[] bytes);

    /// The same, with what a person said about the columns of the file, as it is kept beside it.
    ///
    /// @param mappingFile the name of what is kept, for sentences
    /// @param mapping its bytes
    default List<ModuleLine> read(String file, byte[] bytes, String mappingFile, byte[] mapping) {
        return read(file, bytes);
    }
}
