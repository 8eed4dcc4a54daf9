package org.commonwright.contribution.rules;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.model.RepoPath;

/// What sort of file a line is in, by the file's name: a community may weigh instructions otherwise than programs.
public enum LineKind {
    INSTRUCTIONS("instructions", "md markdown rst adoc asciidoc txt tex html htm org"),
    LISTS("lists", "csv tsv bom"),
    MODELS("models", "scad jscad fcmacro cadquery escad"),
    PROGRAMS("programs",
            "c h cc cpp cxx hpp hh ino pde py js mjs ts java kt rs go sh bash bat ps1 rb lua m jl pl v sv vhd vhdl asm s cmake mk gradle css scss"),
    SETTINGS("settings", "toml yaml yml json xml ini cfg conf properties opt"),
    OTHER("other", "");

    private static final Map<String, LineKind> BY_ENDING = Stream.of(values())
            .flatMap(kind -> Stream.of(kind.endings.split(" ")).map(ending -> Map.entry(ending, kind)))
            .filter(entry -> !entry.getKey().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String id;
    private final String endings;

    LineKind(String id, String endings) {
        this.id = id;
        this.endings = endings;
    }

    /// As the command line writes it.
    public String id() {
        return id;
    }

    public static LineKind of(RepoPath file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return name.startsWith("readme") || name.startsWith("licen") || name.startsWith("changelog")
                    ? INSTRUCTIONS
                    : name.equals("makefile") ? PROGRAMS : OTHER;
        }
        return BY_ENDING.getOrDefault(name.substring(dot + 1), OTHER);
    }
}
