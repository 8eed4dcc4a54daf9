package org.commonwright.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.commonwright.bom.BomLine;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule;
import org.commonwright.design.ModuleTree;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.commonwright.review.mass.Densities;
import org.jspecify.annotations.Nullable;

/// Which meshes are made from a material of known density, by the lines of bills of materials that name them.
final class MeshMasses {
    private final Map<RepoPath, String> materials = new HashMap<>();
    private final Set<RepoPath> several = new HashSet<>();

    MeshMasses(ModuleTree tree) {
        for (DesignModule module : tree.modules()) {
            RepoPath bom = module.bom();
            if (bom != null && module.source().own()) {
                read(module, bom);
            }
        }
    }

    private void read(DesignModule module, RepoPath bom) {
        try {
            for (BomLine line : DesignBoms.bom(module.source(), bom).lines()) {
                if (!line.material().isBlank()) {
                    line.files().forEach(file -> module.lineFile(file).ifPresent(path -> add(path, line.material())));
                }
            }
        } catch (Fault _) {
            // The tree and the review of this list say why it cannot be read; its meshes then have no material.
        }
    }

    private void add(RepoPath mesh, String material) {
        String before = materials.putIfAbsent(mesh, material.strip());
        if (before != null && !before.equals(material.strip())) {
            several.add(mesh);
        }
    }

    /// Null when no line names the mesh with a material, when lines name several, or when nobody knows what it weighs.
    @Nullable
    MeshMass of(RepoPath mesh) {
        String material = materials.get(mesh);
        if (material == null || several.contains(mesh)) {
            return null;
        }
        var density = Densities.of(material);
        return density.isEmpty() ? null : new MeshMass(material, density.getAsDouble());
    }
}
