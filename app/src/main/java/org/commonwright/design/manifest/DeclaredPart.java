package org.commonwright.design.manifest;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `[[part]]` of a manifest. Paths are as written: relative to the manifest's folder, or URLs.
///
/// @param processes technology-specific documentation criteria, such as `3DP`, `MEC`, `PCB`
/// @param mass in grams
public record DeclaredPart(String name, List<String> processes, String material, List<String> sources,
        List<String> exports, List<String> images, @Nullable Dimensions dimensions, @Nullable BigDecimal mass) {}
