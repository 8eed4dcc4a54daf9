package org.commonwright.design.kicad;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A component as a schematic or a board shows it.
///
/// @param id the identifier that KiCad gives it for good; empty where it has none
/// @param reference such as `R1`
/// @param unit which part of the component the symbol is, from 1
/// @param kind the symbol of a schematic, the footprint of a board
/// @param footprint that the schematic asks for; empty on a board
/// @param side of the board; empty in a schematic
/// @param x from the left, mm
/// @param y from the top, mm
/// @param angle degrees
/// @param fields what people wrote beside it, by name
/// @param pads the net of each pad, by number
/// @param shape a number for how it is drawn, without what is said above
public record KicadItem(String id, String reference, int unit, String value, String kind, String footprint, String side,
        double x, double y, double angle, SequencedMap<String, String> fields, SequencedMap<String, String> pads,
        long shape) {
    public KicadItem {
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        pads = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pads));
    }

    /// How people call it: `R1`, and `U2 · 3` for the third part of a component that is drawn as several.
    public String name() {
        return unit > 1 ? reference + " · " + unit : reference;
    }
}
