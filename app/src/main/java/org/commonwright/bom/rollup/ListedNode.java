package org.commonwright.bom.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// One file that lists assemblies, as a module tree of its own: nothing outside the file counts.
public final class ListedNode implements BomNode {
    private final Bom bom;
    private final String section;
    private final Map<String, List<BomLine>> lines;
    private final Map<String, ListedNode> known;

    private ListedNode(Bom bom, String section, Map<String, List<BomLine>> lines, Map<String, ListedNode> known) {
        this.bom = bom;
        this.lines = lines;
        this.section = section;
        this.known = known;
        known.put(section, this);
    }

    public static ListedNode of(Bom bom) {
        return new ListedNode(bom, "", bom.sections(), new HashMap<>());
    }

    /// Whether the file lists assemblies, so that its rows do not all count alike.
    public static boolean hasAssemblies(Bom bom) {
        return bom.lines().stream().anyMatch(line -> !line.section().isEmpty());
    }

    @Override
    public String path() {
        return section.isEmpty() ? bom.file() : bom.file() + "#" + section;
    }

    @Override
    public String name() {
        return section.isEmpty() ? bom.file() : section;
    }

    @Override
    public String bomFile() {
        return bom.file();
    }

    @Override
    public List<BomLine> lines() {
        return lines.getOrDefault(section, List.of());
    }

    @Override
    public List<Offer> offers() {
        return List.of();
    }

    /// Of the whole file, once for all its assemblies.
    @Override
    public ListedOffers listed() {
        return section.isEmpty() ? ListedOffers.of(bom) : ListedOffers.NONE;
    }

    @Override
    public List<Problem> problems() {
        return section.isEmpty() ? bom.problems() : List.of();
    }

    @Override
    public @Nullable BomNode child(BomLine line) {
        if (!line.module().startsWith("#")) {
            return null;
        }
        String name = line.module().substring(1);
        ListedNode node = known.get(name);
        return node == null ? new ListedNode(bom, name, lines, known) : node;
    }
}
