package org.commonwright.workbench.machines;

/// A line of a machine's console.
///
/// @param sent whether it went to the machine
public record ConsoleLine(boolean sent, String text) {
    @Override
    public String toString() {
        return (sent ? "› " : "‹ ") + text;
    }
}
