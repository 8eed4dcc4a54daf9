package org.commonwright.design.kicad;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.commonwright.error.Place;
import org.commonwright.model.RepoPath;

/// A place for a component, as a schematic or a board of KiCad has it.
///
/// @param reference such as `R1`
/// @param unit which part of the component the symbol is, from 1: a component of several is drawn as several
/// @param fitted false for what is marked as not to be populated
/// @param onBoard false for a symbol that has no footprint on the board
/// @param line where it stands in the file, from 1
/// @param fields what else people wrote beside it, such as the manufacturer's number, by the fields' names
public record KicadPlace(String reference, int unit, String value, String footprint, boolean fitted, boolean onBoard,
        RepoPath file, int line, SequencedMap<String, String> fields) {
    public KicadPlace {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    public Place place() {
        return Place.line(file.text(), line);
    }

    /// Whether it is no component at all but a mark of the drawing: a power symbol, a flag (`#PWR01`).
    public boolean isMark() {
        return reference.startsWith("#");
    }

    /// Whether KiCad has given it no number yet (`R?`), or it is a drawing without one (`G***`).
    public boolean isUnnumbered() {
        return reference.isBlank() || reference.endsWith("?") || reference.endsWith("*");
    }

    /// Whether it is a component's reference, neither a power symbol's (`#PWR01`) nor one that is not numbered yet (`R?`).
    public boolean isNamed() {
        return reference.matches("[A-Za-z][A-Za-z_]{0,15}[0-9]{1,6}[A-Za-z]?");
    }
}
