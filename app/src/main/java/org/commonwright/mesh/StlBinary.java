package org.commonwright.mesh;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;

/// Binary STL: 80 bytes of anything, the number of triangles, then 50 bytes each (normal, three corners, two bytes unused).
/// Little-endian. The number is never trusted further than the file's size.
final class StlBinary {
    static final int HEADER = 84;
    static final int TRIANGLE = 50;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class,
            ByteOrder.LITTLE_ENDIAN);

    private final byte[] b;
    private final String name;
    private final Progress progress;

    StlBinary(byte[] bytes, String name, Progress progress) {
        b = bytes;
        this.name = name;
        this.progress = progress;
    }

    /// Whether the bytes are exactly as long as a binary STL of the stated number of triangles.
    static boolean fits(byte[] b) {
        return b.length >= HEADER && HEADER + TRIANGLE * stated(b) == b.length;
    }

    private static long stated(byte[] b) {
        return (int) INT.get(b, 80) & 0xffffffffL;
    }

    private boolean isText() {
        for (int i = 0; i < Math.min(b.length, 2 * HEADER); i++) {
            if (b[i] >= 0 && b[i] < ' ' && b[i] != '\n' && b[i] != '\r' && b[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    Mesh read() {
        if (b.length < HEADER || !fits(b) && isText()) {
            throw new Fault("mesh.not-a-mesh", name);
        }
        long stated = stated(b);
        long there = (b.length - HEADER) / TRIANGLE;
        if (stated > there) {
            throw new Fault("mesh.cut-binary", name, stated, there);
        }
        int n = (int) stated;
        var builder = new MeshBuilder(n);
        for (int t = 0; t < n; t++) {
            int at = HEADER + TRIANGLE * t + 12;
            for (int corner = 0; corner < 3; corner++, at += 12) {
                float x = (float) FLOAT.get(b, at);
                float y = (float) FLOAT.get(b, at + 4);
                float z = (float) FLOAT.get(b, at + 8);
                if (!Float.isFinite(x) || !Float.isFinite(y) || !Float.isFinite(z)) {
                    throw new Fault("mesh.no-number-triangle", name, t + 1);
                }
                builder.corner(x, y, z);
            }
            if ((t & 0xffff) == 0) {
                progress.check();
                progress.update((double) t / n);
            }
        }
        return builder.build(MeshFormat.STL_BINARY);
    }
}
