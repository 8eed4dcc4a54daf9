package org.commonwright.mesh;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.task.Progress;

/// Reads a mesh, whatever its format. Which one it is, is told by the bytes and never by the name: an STL may say `solid` and
/// be binary.
public final class MeshReader {
    /// The largest file that is read, in bytes: about twenty million triangles.
    public static final int LARGEST = 1 << 30;

    private static final int FIRST_LINE = 1024;

    private MeshReader() {}

    /// @throws Fault `files.not-read`, `files.too-large`, or what is wrong with the mesh
    public static Mesh read(Path file, Progress progress) {
        return read(PlainFiles.read(file, LARGEST), String.valueOf(file.getFileName()), progress);
    }

    /// @param name the file's name, for what is said about it
    public static Mesh read(byte[] bytes, String name, Progress progress) {
        Mesh mesh = ThreeMf.fits(bytes) ? new ThreeMf(bytes, name, progress).read() : stl(bytes, name, progress);
        if (mesh.triangles() == 0) {
            throw new Fault("mesh.empty", name);
        }
        return mesh;
    }

    private static Mesh stl(byte[] bytes, String name, Progress progress) {
        return StlBinary.fits(bytes)
                ? new StlBinary(bytes, name, progress).read()
                : startsWithSolid(bytes) && !looksBinary(bytes)
                        ? new StlText(bytes, name, progress).read()
                        : new StlBinary(bytes, name, progress).read();
    }

    private static boolean startsWithSolid(byte[] b) {
        int i = 0;
        while (i < b.length && b[i] <= ' ' && b[i] > 0) {
            i++;
        }
        byte[] solid = "solid".getBytes(StandardCharsets.US_ASCII);
        for (int k = 0; k < solid.length; k++) {
            if (i + k >= b.length || (b[i + k] | 0x20) != solid[k]) {
                return false;
            }
        }
        return true;
    }

    /// Whether the second line says `facet` or `endsolid`: then the first may hold any name, also a damaged one.
    private static boolean facetFollows(byte[] b) {
        int i = 0;
        while (i < Math.min(b.length, FIRST_LINE) && b[i] != '\n' && b[i] != '\r') {
            i++;
        }
        String next = new String(b, i, Math.min(b.length - i, FIRST_LINE), StandardCharsets.ISO_8859_1).stripLeading();
        return next.regionMatches(true, 0, "facet ", 0, 6) || next.regionMatches(true, 0, "endsolid", 0, 8);
    }

    /// A byte that no text has, behind the first line's name.
    private static boolean looksBinary(byte[] b) {
        if (facetFollows(b)) {
            return false;
        }
        for (int i = 0; i < Math.min(b.length, 1024); i++) {
            if (b[i] >= 0 && b[i] < ' ' && b[i] != '\n' && b[i] != '\r' && b[i] != '\t') {
                return true;
            }
        }
        return false;
    }
}
