package org.commonwright.mesh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;

/// 3MF (Core Specification 1.3, and the production extension's parts in files of their own): a ZIP with XML models. Only the
/// shape is read: objects, components, build items, units. Colours, slices and beams are passed over.
///
/// A small file can state a large one: what comes out of the ZIP and how many triangles components make of it are bounded.
final class ThreeMf {
    /// The most that all models of one file may have unpacked, bytes.
    private static final long LARGEST_UNPACKED = 1L << 29;

    private final byte[] bytes;
    private final String name;
    private final Progress progress;

    ThreeMf(byte[] bytes, String name, Progress progress) {
        this.bytes = bytes;
        this.name = name;
        this.progress = progress;
    }

    /// Whether the bytes begin as a ZIP does.
    static boolean fits(byte[] b) {
        return b.length > 4 && b[0] == 'P' && b[1] == 'K' && b[2] == 3 && b[3] == 4;
    }

    Mesh read() {
        Map<String, ThreeMfModel> models = new HashMap<>();
        long unpacked = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".model")) {
                    byte[] xml = zip.readNBytes((int) (LARGEST_UNPACKED - unpacked) + 1);
                    unpacked += xml.length;
                    if (unpacked > LARGEST_UNPACKED) {
                        throw new Fault("mesh.3mf-unpacks-large", name, LARGEST_UNPACKED >> 20);
                    }
                    models.put(path(entry.getName()), new ThreeMfParser(xml, name, progress).read());
                }
                progress.check();
            }
        } catch (ZipException e) {
            throw new Fault(e, "mesh.3mf-broken", name);
        } catch (IOException e) {
            // The stream is in memory: it can only end too early.
            throw new Fault(e, "mesh.3mf-broken", name);
        }
        if (models.isEmpty()) {
            throw new Fault("mesh.3mf-no-model", name);
        }
        return new ThreeMfAssembly(models, name).build();
    }

    /// Part names begin with a slash; ZIP names do not.
    static String path(String part) {
        return part.startsWith("/") ? part : "/" + part;
    }
}
