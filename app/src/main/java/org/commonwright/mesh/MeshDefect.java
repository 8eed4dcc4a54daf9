package org.commonwright.mesh;

/// Something that a mesh of a whole solid does not have.
///
/// @param kind  what
/// @param count how many edges or triangles; 1 for a whole mesh that is inside out
/// @param x     where the first one is, mm
/// @param y     where the first one is, mm
/// @param z     where the first one is, mm
public record MeshDefect(Kind kind, int count, double x, double y, double z) {
    /// What a mesh can have wrong.
    public enum Kind {
        /// Edges with one face: the rim of a hole.
        OPEN("open-edges", true),
        /// Edges where more than two faces meet.
        CROWDED("crowded-edges", false),
        /// Edges whose two faces look to different sides: some triangles are inside out.
        FLIPPED("flipped-edges", true),
        /// Every triangle looks inwards.
        INVERTED("inverted", true),
        /// The same three corners more than once.
        DOUBLED("doubled-triangles", true),
        /// Triangles without area.
        DEGENERATE("degenerate-triangles", false);

        private final String id;
        private final boolean spoilsVolume;

        Kind(String id, boolean spoilsVolume) {
            this.id = id;
            this.spoilsVolume = spoilsVolume;
        }

        /// As the command line writes it.
        public String id() {
            return id;
        }

        /// Whether the volume, and with it the mass, cannot be relied on.
        public boolean spoilsVolume() {
            return spoilsVolume;
        }
    }
}
