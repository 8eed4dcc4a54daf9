package org.commonwright.review;

import org.commonwright.mesh.MeshMeasures;

/// What a part weighs by its mesh: its volume times the density of the material that the bill of materials names for it.
///
/// @param material as it is written there
/// @param density  g/cm³
public record MeshMass(String material, double density) {
    private static final double MM3_PER_CM3 = 1000;

    /// In grams, as if solid; it means something only when the volume can be relied on.
    public double grams(MeshMeasures measures) {
        return Math.abs(measures.volume()) / MM3_PER_CM3 * density;
    }
}
