package org.commonwright.mesh;

/// How a mesh was written.
public enum MeshFormat {
    STL_TEXT("stl-ascii"), STL_BINARY("stl-binary"), THREE_MF("3mf");

    private final String id;

    MeshFormat(String id) {
        this.id = id;
    }

    /// As the command line writes it.
    public String id() {
        return id;
    }
}
