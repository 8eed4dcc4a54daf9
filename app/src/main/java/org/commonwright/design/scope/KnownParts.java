package org.commonwright.design.scope;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Column;
import org.commonwright.bom.LineKind;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.model.Unit;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the bills of materials of a workspace say already, column by column, to complete what a person types. A part is known
/// with what else its row said.
public final class KnownParts {
    /// Nothing is known yet.
    public static final KnownParts NONE = new KnownParts();

    private static final Logger LOG = LoggerFactory.getLogger(KnownParts.class);
    private static final int MOST_LINES = 200_000;
    /// What choosing a part brings along, where the row says nothing yet.
    private static final Set<Column> ALONG = EnumSet.of(Column.PART, Column.UNIT, Column.KIND, Column.DESCRIPTION,
            Column.MANUFACTURER, Column.MPN, Column.PROCESS, Column.MATERIAL);

    private final Map<String, Map<String, Suggestion>> columns = new HashMap<>();
    private int lines;

    /// One value for a cell.
    ///
    /// @param value as it is written
    /// @param detail tells it from others; may be empty
    /// @param others what the other columns of such a row say, by the column's key as in
    ///        [org.commonwright.bom.edit.BomDocument#columnKeys()]; empty for what is no part
    public record Suggestion(String value, String detail, Map<String, String> others) {
        public Suggestion {
            others = Map.copyOf(others);
        }
    }

    private KnownParts() {}

    /// Everything that the designs of a workspace say. A design or list that cannot be read knows nothing.
    ///
    /// @param open the root of the open design, which need not be in the workspace; null for none
    public static KnownParts read(Workspace workspace, @Nullable DesignModule open, Progress progress) {
        var known = new KnownParts();
        Arrays.stream(Unit.values()).forEach(unit -> known.add(Column.UNIT, unit.symbol(), "", Map.of()));
        Arrays.stream(LineKind.values()).forEach(kind -> known.add(Column.KIND, kind.word(), "", Map.of()));
        if (open != null) {
            known.add(new ModuleTree(open, List.of()), progress);
        }
        for (Path folder : workspace.designs()) {
            progress.check();
            if (Files.exists(folder.resolve(".git"))) {
                try {
                    known.add(new DesignReader(workspace).read(folder).tree(), progress);
                } catch (Fault fault) {
                    LOG.info("{} completes nothing", folder, fault);
                }
            }
        }
        return known;
    }

    /// What these lines say.
    public static KnownParts of(Collection<BomLine> lines) {
        var known = new KnownParts();
        lines.forEach(known::add);
        return known;
    }

    private void add(ModuleTree tree, Progress progress) {
        for (DesignModule module : tree.modules()) {
            progress.check();
            if (module.bom() == null) {
                continue;
            }
            try {
                DesignBoms.bom(module.source(), module.bom()).lines().forEach(this::add);
            } catch (Fault fault) {
                LOG.info("{} completes nothing", module.bom(), fault);
            }
        }
    }

    private void add(BomLine line) {
        if (lines++ >= MOST_LINES) {
            return;
        }
        Map<Column, String> said = new LinkedHashMap<>();
        said.put(Column.PART, line.part());
        said.put(Column.UNIT, line.quantity() == null ? "" : line.quantity().unit().symbol());
        said.put(Column.KIND, line.kind().word());
        said.put(Column.DESCRIPTION, line.description());
        said.put(Column.MANUFACTURER, line.manufacturer());
        said.put(Column.MPN, line.mpn());
        said.put(Column.PROCESS, line.process());
        said.put(Column.MATERIAL, line.material());
        said.put(Column.MODULE, line.module());
        Map<String, String> along = new HashMap<>();
        said.forEach((column, value) -> {
            if (ALONG.contains(column) && !value.isEmpty()) {
                along.put(column.header(), value);
            }
        });
        said.forEach((column, value) -> add(column, value,
                column == Column.PART ? line.description() : column == Column.MPN ? line.manufacturer() : "",
                column == Column.PART || column == Column.MPN ? along : Map.of()));
        line.attributes().forEach((header, value) -> add("~" + plain(header).replaceAll("[^\\p{L}\\p{N}]", ""), value,
                "", Map.of()));
    }

    private void add(Column column, String value, String detail, Map<String, String> others) {
        add(column.header(), value, detail, others);
    }

    /// The one that says most of a part is kept.
    private void add(String column, String value, String detail, Map<String, String> others) {
        if (!value.isBlank() && value.indexOf('\n') < 0) {
            columns.computeIfAbsent(column, _ -> new TreeMap<>()).merge(plain(value),
                    new Suggestion(value, detail, others),
                    (a, b) -> b.others().size() > a.others().size() ? b : a);
        }
    }

    /// What may be meant: what begins so, then what has a word that does, then what has it anywhere.
    ///
    /// @param columnKey as in [org.commonwright.bom.edit.BomDocument#columnKeys()]
    /// @param typed so far; nothing is suggested for nothing
    public List<Suggestion> suggest(String columnKey, String typed, int most) {
        String wanted = plain(typed.strip());
        Map<String, Suggestion> values = columns.getOrDefault(columnKey, Map.of());
        List<List<Suggestion>> ranks = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Map.Entry<String, Suggestion> entry : values.entrySet()) {
            int at = wanted.isEmpty() || entry.getValue().value().equals(typed) ? -1 : entry.getKey().indexOf(wanted);
            if (at == 0 && ranks.getFirst().size() < most) {
                ranks.getFirst().add(entry.getValue());
            } else if (at > 0) {
                boolean word = !Character.isLetterOrDigit(entry.getKey().charAt(at - 1));
                ranks.get(word ? 1 : 2).add(entry.getValue());
            }
        }
        return ranks.stream().flatMap(List::stream).limit(most).toList();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }
}
