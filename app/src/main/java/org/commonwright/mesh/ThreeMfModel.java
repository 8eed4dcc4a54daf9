package org.commonwright.mesh;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One model part of a 3MF.
///
/// @param unit    millimetres that its unit has
/// @param objects by their ids, which count within this part
/// @param items   what is to be built
record ThreeMfModel(double unit, Map<String, Body> objects, List<Use> items) {
    /// An object: its own triangles, or other objects put together.
    ///
    /// @param points   x, y, z of each point in turn
    /// @param corners  three points of each triangle in turn
    /// @param children what it is put together from
    record Body(double[] points, int[] corners, List<Use> children) {}

    /// An object somewhere.
    ///
    /// @param part   the model part that it is in; null for the same
    /// @param object its id
    /// @param matrix twelve numbers, points as rows before it: three rows of a rotation, then the shift
    record Use(@Nullable String part, String object, double[] matrix) {}
}
