package org.commonwright.machine.arduino;

import java.nio.file.Path;
import java.util.Optional;

/// A program that is installed.
///
/// @param config its own file of settings, where it would not find it alone
public record Tool(Path program, Optional<Path> config) {}
