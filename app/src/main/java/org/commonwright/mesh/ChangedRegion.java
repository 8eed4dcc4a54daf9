package org.commonwright.mesh;

import org.commonwright.model.Bounds;

/// A place where two revisions of a part differ: triangles that hang together and stray from the other surface.
///
/// @param kind      what happened there
/// @param box       that holds these triangles
/// @param deviation the greatest distance to the other surface, mm
/// @param x         where that is, mm
/// @param y         where that is, mm
/// @param z         where that is, mm
/// @param normalX   where the surface looks there on the whole, of length one (or all zero)
/// @param normalY   likewise
/// @param normalZ   likewise
/// @param area      of these triangles, mm²
public record ChangedRegion(Kind kind, Bounds box, double deviation, double x, double y, double z, double normalX,
        double normalY, double normalZ, double area) {
    /// Which of the surfaces strays there.
    public enum Kind {
        /// Only the new surface: something was put on, or cut in.
        NEW("new"),
        /// Only the old surface: something is gone.
        GONE("gone"),
        /// Both: the surface lies elsewhere.
        CHANGED("changed");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /// As the command line writes it.
        public String id() {
            return id;
        }
    }
}
