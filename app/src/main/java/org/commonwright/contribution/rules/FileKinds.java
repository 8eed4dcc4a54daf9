package org.commonwright.contribution.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonwright.model.RepoPath;

/// Files whose lines nobody wrote line by line, by their names: models, meshes, drawings, pictures, programs for machines are
/// never counted; generated and vendored files are not unless `.gitattributes` says otherwise.
public final class FileKinds {
    private static final Set<String> NOT_TEXT_OF_PEOPLE = Set.of("stl", "3mf", "obj", "amf", "ply", "off", "wrl", "x3d",
            "step", "stp", "iges", "igs", "brep", "dxf", "dwg", "glb", "gltf", "fcstd", "f3d", "f3z", "blend", "sldprt",
            "sldasm", "ipt", "iam", "skp", "kicad_pcb", "kicad_sch", "kicad_mod", "kicad_sym", "kicad_wks", "brd",
            "sch",
            "lbr", "gcode", "gco", "g", "nc", "ngc", "tap", "cnc", "hpgl", "plt", "hex", "eep", "uf2", "elf", "gbr",
            "ger",
            "drl", "gtl", "gbl", "gts", "gbs", "gto", "gbo", "gtp", "gbp", "gko", "gm1", "svg", "eps", "ps", "ai",
            "pdf", "bak", "net", "dcm", "lib", "pos", "rpt", "gbrjob", "kicad_prl", "g1", "g2", "g3", "g4", "gm2",
            "gm3", "png", "jpg", "jpeg", "gif", "bmp", "ico", "webp", "tif", "tiff", "heic", "zip", "gz", "7z", "rar",
            "mp4", "mov", "avi", "webm", "mp3", "wav", "ttf", "otf", "woff", "woff2", "xls", "ods", "odt", "doc",
            "docx");
    private static final Pattern EAGLE_BACKUP = Pattern.compile("[bs]#[1-9]");
    private static final Set<String> GENERATED = Set.of("package-lock.json", "yarn.lock", "pnpm-lock.yaml",
            "cargo.lock",
            "poetry.lock", "uv.lock", "composer.lock", "gemfile.lock", "commons.lock");
    private static final Set<String> GENERATED_ENDINGS = Set.of(".min.js", ".min.css", ".js.map", ".css.map");
    private static final Set<String> VENDORED = Set.of("node_modules", "bower_components", "vendor", "third_party",
            "third-party");

    private FileKinds() {}

    /// Whether lines of this file are followed through the history at all. `b#1` and
    /// `kicad_pcb-bak` are what EAGLE and KiCad put by of a board.
    public static boolean isFollowed(RepoPath file) {
        String name = file.fileName();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !NOT_TEXT_OF_PEOPLE.contains(ending) && !ending.endsWith("-bak")
                && !(ending.indexOf('#') == 1 && EAGLE_BACKUP.matcher(ending).matches());
    }

    static boolean isGenerated(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return GENERATED.contains(name) || GENERATED_ENDINGS.stream().anyMatch(name::endsWith);
    }

    static boolean isVendored(RepoPath file) {
        for (RepoPath folder = file.parent(); !folder.isRoot(); folder = folder.parent()) {
            if (VENDORED.contains(folder.fileName().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
