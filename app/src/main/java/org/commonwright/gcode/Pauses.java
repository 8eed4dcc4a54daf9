package org.commonwright.gcode;

/// What a program waits for that no program says how long it takes; none of it is in a [TimeEstimate].
///
/// @param homings how often the machine goes to its switches
/// @param heats   how often it waits for heat
/// @param tools   how often a tool is changed
/// @param people  how often it waits for a person
public record Pauses(int homings, int heats, int tools, int people) {
    static final Pauses NONE = new Pauses(0, 0, 0, 0);

    /// One thing that is waited for.
    public enum Kind {
        HOME, HEAT, TOOL, PERSON
    }

    Pauses and(Kind kind) {
        return switch (kind) {
            case HOME -> new Pauses(homings + 1, heats, tools, people);
            case HEAT -> new Pauses(homings, heats + 1, tools, people);
            case TOOL -> new Pauses(homings, heats, tools + 1, people);
            case PERSON -> new Pauses(homings, heats, tools, people + 1);
        };
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
