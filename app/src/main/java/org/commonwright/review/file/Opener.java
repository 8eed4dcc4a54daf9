package org.commonwright.review.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonwright.model.RepoPath;

/// Which programs open a kind of file.
///
/// @param programs by name
/// @param free whether one of them that reads the whole of it is free software
public record Opener(String programs, boolean free) {
    private static final Map<String, Opener> BY_ENDING = byEnding();

    /// What is known about a file's ending.
    public static Optional<Opener> of(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    private static Map<String, Opener> byEnding() {
        Map<String, Opener> all = new HashMap<>();
        free(all, "FreeCAD", "fcstd", "fcstd1", "fcmat");
        free(all, "FreeCAD, CadQuery, Salome", "step", "stp", "stpz", "iges", "igs", "brep", "brp");
        free(all, "Blender", "blend", "fbx", "glb", "gltf", "dae", "abc", "ply", "obj", "wrl");
        free(all, "PrusaSlicer, Cura, FreeCAD", "3mf", "amf");
        free(all, "FreeCAD, MeshLab", "off");
        free(all, "LibreCAD, QCAD", "dxf");
        free(all, "SolveSpace", "slvs");
        free(all, "KiCad", "kicad_mod", "kicad_sym", "kicad_wks", "kicad_pro", "pretty", "mod");
        free(all, "KiCad", "sch", "brd", "lbr");
        free(all, "Fritzing", "fzz", "fzpz", "fz");
        free(all, "gerbv, KiCad GerbView", "gbr", "ger", "gtl", "gbl", "gts", "gbs", "gto", "gbo", "gko", "drl");
        free(all, "Inkscape", "eps", "svgz");
        free(all, "GIMP, Krita", "xcf", "kra", "webp", "tif", "tiff", "heic", "tga");
        free(all, "LibreOffice", "odt", "ods", "odp", "odg", "docx", "xlsx", "pptx", "doc", "xls", "ppt");
        free(all, "Okular, Evince", "pdf", "djvu", "epub");
        free(all, "7-Zip", "zip", "7z", "gz", "xz", "bz2", "tar", "rar", "zst");
        free(all, "VLC", "mp4", "mov", "avi", "mkv", "webm", "mp3", "ogg", "wav");
        free(all, "avrdude, esptool, OpenOCD", "hex", "elf", "uf2");
        closed(all, "SolidWorks", "sldprt", "sldasm", "slddrw", "sldlfp");
        closed(all, "Autodesk Fusion", "f3d", "f3z", "f2d");
        closed(all, "Autodesk Inventor", "ipt", "iam", "idw", "ipn");
        closed(all, "AutoCAD", "dwg", "dwt");
        closed(all, "SketchUp", "skp");
        closed(all, "Rhino", "3dm");
        closed(all, "Solid Edge", "par", "psm", "asm");
        closed(all, "CATIA", "catpart", "catproduct", "catdrawing");
        closed(all, "PTC Creo", "prt", "drw");
        closed(all, "Parasolid", "x_t", "x_b");
        closed(all, "Altium Designer", "schdoc", "pcbdoc", "prjpcb", "schlib", "pcblib");
        closed(all, "DipTrace", "dip", "dch");
        closed(all, "Adobe Illustrator", "ai");
        closed(all, "CorelDRAW", "cdr");
        closed(all, "LightBurn", "lbrn", "lbrn2");
        closed(all, "VCarve", "crv", "crv3d");
        closed(all, "Simplify3D", "factory");
        return Map.copyOf(all);
    }

    private static void free(Map<String, Opener> all, String programs, String... endings) {
        List.of(endings).forEach(ending -> all.put(ending, new Opener(programs, true)));
    }

    private static void closed(Map<String, Opener> all, String programs, String... endings) {
        List.of(endings).forEach(ending -> all.put(ending, new Opener(programs, false)));
    }
}
