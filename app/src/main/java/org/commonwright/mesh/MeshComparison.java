package org.commonwright.mesh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a mesh.
///
/// @param verdict     in one word
/// @param before      the old mesh's measures
/// @param after       the new mesh's measures
/// @param deviation   the greatest distance between the two surfaces as they lie, in mm, both ways
/// @param movedBy     how the new mesh lies against the old one (x, y, z in mm), when it was moved; when it was mirrored, how far it
///                    was moved along the plane; otherwise empty
/// @param turned      whether it was also turned
/// @param whenAligned the greatest distance between the surfaces once what was done to it is taken back, in mm
/// @param scaledBy    the factors, when it was scaled; otherwise null
/// @param mirroredAt  the plane, when it is the mirror image; otherwise null
/// @param regions     where a reshaped mesh changed, the greatest deviation first; otherwise empty
public record MeshComparison(Verdict verdict, MeshMeasures before, MeshMeasures after, double deviation,
        List<Double> movedBy, boolean turned, double whenAligned, @Nullable Scaling scaledBy,
        @Nullable MirrorPlane mirroredAt, List<ChangedRegion> regions) {
    /// What became of a mesh, in one word.
    public enum Verdict {
        /// The same triangles in the same order and format.
        IDENTICAL("identical"),
        /// The same surface from other triangles, in another order or format.
        RE_EXPORTED("re-exported"),
        /// The same shape, elsewhere or turned.
        MOVED("moved"),
        /// The mirror image: what was for the left is for the right.
        MIRRORED("mirrored"),
        /// The same shape times a factor, or times one along each axis.
        SCALED("scaled"),
        /// Another shape.
        RESHAPED("reshaped");

        private final String id;

        Verdict(String id) {
            this.id = id;
        }

        /// As the command line writes it.
        public String id() {
            return id;
        }
    }
}
