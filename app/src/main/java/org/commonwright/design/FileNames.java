package org.commonwright.design;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonwright.model.RepoPath;

/// What names say about files and folders where no manifest does.
final class FileNames {
    private static final Pattern BOM = Pattern
            .compile(
                    "(.*[-_. ])?(s?bom|bill[-_ ]?of[-_ ]?materials)(([-_. ].*)?\\.(csv|tsv|xml|xlsx|xls|ods|fods)|\\.(md|txt))");
    /// The list of one assembly, as NopSCADlib writes them side by side.
    private static final Pattern ASSEMBLY = Pattern.compile(".+_assembly\\.txt");
    private static final Pattern OFFERS = Pattern.compile("offers\\.(csv|tsv)");
    private static final Pattern MANIFEST = Pattern.compile("okh([-_.].*)?\\.toml|.*\\.okh\\.toml");
    private static final Pattern OLD_MANIFEST = Pattern.compile("okh([-_.].*)?\\.ya?ml|.*\\.okh\\.ya?ml");

    private static final Map<String, FileRole> FOLDERS = Map.ofEntries(
            Map.entry("source", FileRole.SOURCE), Map.entry("sources", FileRole.SOURCE),
            Map.entry("src", FileRole.SOURCE), Map.entry("cad", FileRole.SOURCE), Map.entry("scad", FileRole.SOURCE),
            Map.entry("firmware", FileRole.SOURCE), Map.entry("export", FileRole.EXPORT),
            Map.entry("exports", FileRole.EXPORT), Map.entry("stl", FileRole.EXPORT),
            Map.entry("stls", FileRole.EXPORT), Map.entry("step", FileRole.EXPORT),
            Map.entry("fabrication", FileRole.FABRICATION), Map.entry("gcode", FileRole.FABRICATION),
            Map.entry("gerber", FileRole.FABRICATION), Map.entry("gerbers", FileRole.FABRICATION),
            Map.entry("docs", FileRole.DOCS), Map.entry("doc", FileRole.DOCS),
            Map.entry("documentation", FileRole.DOCS), Map.entry("images", FileRole.PICTURE),
            Map.entry("pictures", FileRole.PICTURE), Map.entry("bom", FileRole.BOM), Map.entry("dxf", FileRole.EXPORT),
            Map.entry("dxfs", FileRole.EXPORT), Map.entry("sheets", FileRole.EXPORT),
            Map.entry("meshes", FileRole.EXPORT), Map.entry("printed", FileRole.EXPORT),
            Map.entry("prints", FileRole.EXPORT), Map.entry("plot", FileRole.FABRICATION),
            Map.entry("plots", FileRole.FABRICATION), Map.entry("documents", FileRole.DOCS),
            Map.entry("manual", FileRole.DOCS), Map.entry("manuals", FileRole.DOCS),
            Map.entry("pics", FileRole.PICTURE), Map.entry("pic", FileRole.PICTURE),
            Map.entry("renders", FileRole.PICTURE), Map.entry("views", FileRole.PICTURE),
            Map.entry("photos", FileRole.PICTURE));
    /// Folders of what was, and of what others made: libraries of shapes and footprints, models of bought parts.
    private static final Set<String> ASIDE = Set.of("old", "archive", "archived", "attic", "backup", "backups",
            "deprecated", "obsolete", "vendor", "third_party", "third-party", "thirdparty", "stlimport",
            "imported_stls",
            "footprints", "symbols", "packages3d", "3dshapes", "3dmodels", "library", "libraries", "lib", "libs");
    private static final Set<String> LIBRARIES = Set.of("pretty", "3dshapes");

    private static final Set<String> SOURCES = Set.of("scad", "fcstd", "f3d", "blend", "sldprt", "sldasm", "ipt", "iam",
            "kicad_pcb", "kicad_sch", "kicad_pro", "sch", "brd", "ino", "pde", "c", "h", "cc", "cpp", "hpp", "py", "js",
            "java", "rs", "go", "sh", "m", "json", "toml", "yaml", "yml");
    private static final Set<String> MESHES = Set.of("stl", "3mf", "obj", "amf", "ply", "off", "wrl");
    private static final Set<String> EXPORTS = Set.of("step", "stp", "iges", "igs", "brep", "dxf", "dwg", "glb",
            "gltf");
    private static final Set<String> FABRICATION = Set.of("gcode", "gco", "g", "nc", "ngc", "tap", "cnc", "hex", "uf2",
            "elf", "bin", "gbr", "ger", "drl", "gtl", "gbl", "gts", "gbs", "gto", "gbo", "gko", "gm1", "hpgl", "plt");
    private static final Set<String> DOCS = Set.of("md", "txt", "rst", "adoc", "html", "htm", "pdf", "odt", "tex");
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif",
            "tiff");

    private FileNames() {}

    static String extension(RepoPath file) {
        String name = file.fileName();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static boolean isManifest(RepoPath file) {
        return MANIFEST.matcher(lower(file)).matches();
    }

    /// An OKH 1.0 manifest, in YAML.
    static boolean isOldManifest(RepoPath file) {
        return OLD_MANIFEST.matcher(lower(file)).matches();
    }

    static boolean isBom(RepoPath file) {
        return BOM.matcher(lower(file)).matches();
    }

    /// Whether it is a bill of materials that people keep by hand, not one that a program or a text brings along.
    static boolean isTable(RepoPath file) {
        return isBom(file) && !Set.of("xml", "md", "txt").contains(extension(file));
    }

    /// Whether the name may be that of a copy of a bill of materials.
    static boolean mayCopyBom(RepoPath file) {
        return isBom(file) || lower(file).contains("bom");
    }

    static boolean isAssembly(RepoPath file) {
        return ASSEMBLY.matcher(lower(file)).matches();
    }

    static boolean isOffers(RepoPath file) {
        return OFFERS.matcher(lower(file)).matches();
    }

    static boolean isExport(RepoPath file) {
        return MESHES.contains(extension(file)) || EXPORTS.contains(extension(file));
    }

    /// What files in a folder of this name are for; empty for a folder that says nothing.
    static Optional<FileRole> folderRole(String folderName) {
        return Optional.ofNullable(FOLDERS.get(folderName.toLowerCase(Locale.ROOT)));
    }

    /// Whether files that lie anywhere in a folder of this name make no module there: they are sorted into folders of their own
    /// (`stl/printed`), are of earlier days, or not of this design.
    static boolean holdsNoModules(String folderName) {
        String name = folderName.toLowerCase(Locale.ROOT);
        FileRole role = FOLDERS.get(name);
        return role != null && role != FileRole.SOURCE || ASIDE.contains(name)
                || LIBRARIES.contains(name.substring(name.lastIndexOf('.') + 1)) && name.indexOf('.') > 0;
    }

    static FileRole byExtension(RepoPath file) {
        String extension = extension(file);
        if (isExport(file)) {
            return FileRole.EXPORT;
        }
        return FABRICATION.contains(extension)
                ? FileRole.FABRICATION
                : PICTURES.contains(extension)
                        ? FileRole.PICTURE
                        : DOCS.contains(extension)
                                ? FileRole.DOCS
                                : SOURCES.contains(extension) ? FileRole.SOURCE : FileRole.OTHER;
    }

    private static String lower(RepoPath file) {
        return file.fileName().toLowerCase(Locale.ROOT);
    }
}
