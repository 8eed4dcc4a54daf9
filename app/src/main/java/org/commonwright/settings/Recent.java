package org.commonwright.settings;

import java.nio.file.Path;
import java.time.Instant;

/// A design that was open before.
///
/// @param picture path of a picture of it inside the folder; empty for none
public record Recent(Path folder, String name, Instant opened, String picture) {}
