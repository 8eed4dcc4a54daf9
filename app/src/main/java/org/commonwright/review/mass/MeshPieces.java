package org.commonwright.review.mass;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.commonwright.bom.BomLine;
import org.commonwright.design.DesignModule;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleFile;
import org.commonwright.design.manifest.DeclaredPart;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.files.RelativePath;
import org.commonwright.model.RepoPath;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// What one piece of a part weighs whose design says no mass, by its mesh as a solid of its material. A print with infill is lighter;
/// what a change does to it is told all the same.
public final class MeshPieces {
    private final MeshVolumes volumes;
    private final Progress progress;

    public MeshPieces(MeshVolumes volumes, Progress progress) {
        this.volumes = volumes;
        this.progress = progress;
    }

    /// Grams of what a line of a module's bill of materials calls for: by the mesh and the material that the line names, else by those
    /// that the manifest gives for the part of its name.
    ///
    /// @param declared what the manifest says of a part of that name; null when it says nothing
    public Optional<BigDecimal> of(DesignModule module, BomLine line, @Nullable DeclaredPart declared) {
        String material = line.material().isBlank() && declared != null ? declared.material() : line.material();
        List<RepoPath> named = line.files().stream().flatMap(file -> module.lineFile(file).stream())
                .filter(MeshVolumes::isMesh).toList();
        List<RepoPath> meshes = named.isEmpty() && declared != null ? exports(module, declared.exports()) : named;
        // Several meshes of one line may be pieces of it or ways to make it: nobody can tell.
        return meshes.size() == 1 ? grams(module, material, meshes) : Optional.empty();
    }

    /// Grams of a module that is one part, by its meshes together.
    public Optional<BigDecimal> of(DesignModule module) {
        Manifest manifest = module.manifest();
        return manifest == null
                ? Optional.empty()
                : grams(module, material(manifest), meshes(module, manifest));
    }

    /// Grams of a module that is one part, as its manifest says.
    public static Optional<BigDecimal> said(DesignModule module) {
        Manifest manifest = module.manifest();
        if (manifest == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(manifest.mass()).or(() -> manifest.parts().size() == 1
                ? Optional.ofNullable(manifest.parts().getFirst().mass())
                : Optional.empty());
    }

    /// Whether a module without a list is a part: its manifest says a mass, or it has a mesh.
    public boolean isPart(DesignModule module) {
        Manifest manifest = module.manifest();
        return manifest != null && (said(module).isPresent() || !meshes(module, manifest).isEmpty());
    }

    private static String material(Manifest manifest) {
        return manifest.material().isBlank() && manifest.parts().size() == 1
                ? manifest.parts().getFirst().material()
                : manifest.material();
    }

    /// Each shape once: `arm.stl` and `arm.3mf` are the same part.
    private static List<RepoPath> meshes(DesignModule module, Manifest manifest) {
        List<RepoPath> named = exports(module, manifest.allExports().toList());
        Stream<RepoPath> all = named.isEmpty()
                ? module.files(FileRole.EXPORT).stream().map(ModuleFile::path).filter(MeshVolumes::isMesh)
                : named.stream();
        Map<String, RepoPath> byStem = new LinkedHashMap<>();
        all.forEach(file -> byStem.putIfAbsent(file.text().substring(0, file.text().lastIndexOf('.')), file));
        return List.copyOf(byStem.values());
    }

    private static List<RepoPath> exports(DesignModule module, List<String> written) {
        return written.stream()
                .flatMap(file -> RelativePath.existing(module.path(), file, module.source().tree()).stream())
                .filter(MeshVolumes::isMesh).toList();
    }

    private Optional<BigDecimal> grams(DesignModule module, String material, List<RepoPath> meshes) {
        OptionalDouble density = Densities.of(material);
        if (density.isEmpty() || meshes.isEmpty()) {
            return Optional.empty();
        }
        double sum = 0;
        for (RepoPath mesh : meshes) {
            OptionalDouble volume = volumes.of(module.source().tree(), mesh, progress);
            if (volume.isEmpty()) {
                return Optional.empty();
            }
            sum += volume.getAsDouble() * density.getAsDouble();
        }
        return Optional.of(BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_EVEN));
    }
}
