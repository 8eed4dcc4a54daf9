package org.commonwright.design;

/// What a file is for in its module.
public enum FileRole {
    /// `okh.toml`, `commons.toml`, `commons.lock`.
    MANIFEST,
    /// A bill of materials.
    BOM,
    /// What suppliers ask for its parts.
    OFFERS,
    /// What people edit: CAD models, schematics, sketches.
    SOURCE,
    /// Made from a source to be shared: STL, STEP, drawings.
    EXPORT,
    /// What a machine runs: G-code, compiled firmware, Gerber files.
    FABRICATION, DOCS, PICTURE, OTHER
}
