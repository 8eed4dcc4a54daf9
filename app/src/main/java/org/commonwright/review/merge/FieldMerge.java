package org.commonwright.review.merge;

import java.util.List;
import java.util.function.Function;

/// A file that is merged field by field.
public interface FieldMerge {
    /// A field that both sides changed.
    ///
    /// @param id what it is called in its file
    /// @param base its lines; empty where it was not there, as for the others
    record Field(String id, String base, String ours, String theirs) {}

    /// What a person has to decide, in the order of the file.
    List<Field> conflicts();

    /// The merged file.
    ///
    /// @param choice the lines that stand for a field in question; empty to leave it out
    byte[] resolved(Function<Field, String> choice);

    /// Whether the file can be this, each field in question settled as one of the sides, or their common ancestor, has it.
    ///
    /// @throws org.commonwright.error.Fault `merging.too-alike`
    boolean canSay(byte[] said);
}
