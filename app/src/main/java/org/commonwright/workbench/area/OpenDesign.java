package org.commonwright.workbench.area;

import java.nio.file.Path;

/// The design that is open.
///
/// @param folder its working folder, absolute
public record OpenDesign(Path folder, String name) {}
