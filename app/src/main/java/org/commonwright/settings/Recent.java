package org.commonwright.settings;

import java.nio.file.Path;
import java.time.Instant;

/// A design that was open before.
public record Recent(Path folder, String name, Instant opened) {}
