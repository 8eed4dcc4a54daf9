package org.commonwright.contribution.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonwright.model.RepoPath;

/// Files whose lines nobody wrote line by line, by their names: models, meshes, drawings, pictures, programs for machines are
/// never counted; generated and vendored files are not unless `.gitattributes` says otherwise.
public final class FileKinds {
    private static final Set<String> NOT_TEXT_OF_PEOPLE = words("""
            stl 3mf obj amf ply off wrl x3d step stp iges igs brep dxf dwg glb gltf 3ds 3dm sat x_t x_b skp skb wings
            fcstd fcbak f3d f3z blend sldprt sldasm slddrw ipt iam idw ipn catpart catproduct 123dx mcd vsd vsdx
            kicad_pcb kicad_sch kicad_mod kicad_sym kicad_wks kicad_prl brd sch lbr pcbdoc schdoc schlib pcblib intlib
            fzz fzpz net cmp ses dsn dcm lib rpt pos gbr ger drl gbrjob gtl gbl gts gbs gto gbo gtp gbp gko
            gm1 gm2 gm3 g1 g2 g3 g4
            gcode gco g nc ngc tap cnc hpgl plt hex eep uf2 elf bin dfu bit sof pof jed svf
            so dll dylib exe a o class jar pyc pyo apk ipa whl
            svg eps ps ai psd xcf pdf bak png jpg jpeg gif bmp ico icns webp tif tiff heic
            zip gz bz2 xz tgz tar 7z rar iso dmg mp4 mov avi webm mkv m4v mp3 wav ogg flac m4a
            ttf otf eot woff woff2 xls xlsx xlsm ods odt odp doc docx ppt pptx""");
    /// What KiCad, a Mac and Windows put by for themselves.
    private static final Set<String> CACHES = Set.of("fp-info-cache", ".ds_store", "thumbs.db");
    private static final Pattern BACKUP = Pattern.compile("[bsl]#[#1-9]|fcstd[0-9]+|.*-bak");
    private static final String XML = ".xml";
    private static final Set<String> GENERATED = Set.of("package-lock.json", "yarn.lock", "pnpm-lock.yaml",
            "cargo.lock",
            "poetry.lock", "uv.lock", "composer.lock", "gemfile.lock", "commons.lock");
    private static final Set<String> GENERATED_ENDINGS = Set.of(".min.js", ".min.css", ".js.map", ".css.map");
    private static final Set<String> VENDORED = Set.of("node_modules", "bower_components", "vendor", "third_party",
            "third-party");

    private FileKinds() {}

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /// Whether lines of this file are followed through the history at all. `b#1`, `FCStd1` and
    /// `kicad_pcb-bak` are what EAGLE, FreeCAD and KiCad put by of a board or a model.
    public static boolean isFollowed(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1);
        return !NOT_TEXT_OF_PEOPLE.contains(ending) && !CACHES.contains(name) && !isBackup(ending);
    }

    private static boolean isBackup(String ending) {
        boolean may = ending.indexOf('#') == 1 || ending.endsWith("-bak") || ending.startsWith("fcstd");
        return may && BACKUP.matcher(ending).matches();
    }

    /// The schematics beside which a file is the netlist that KiCad writes of them: `board.xml` beside `board.sch`. Empty for other files.
    public static List<RepoPath> schematics(RepoPath file) {
        if (!file.text().endsWith(XML)) {
            return List.of();
        }
        String stem = file.text().substring(0, file.text().length() - XML.length());
        return List.of(new RepoPath(stem + ".sch"), new RepoPath(stem + ".kicad_sch"));
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
