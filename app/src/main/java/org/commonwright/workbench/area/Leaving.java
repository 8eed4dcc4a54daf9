package org.commonwright.workbench.area;

/// What a person is about to leave.
public enum Leaving {
    /// The open design, for another one.
    DESIGN,
    /// The program.
    PROGRAM
}
