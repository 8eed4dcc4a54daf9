package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.LineKind;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.Singular;
import org.commonwright.bom.SkippedRow;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Quantity;
import org.commonwright.model.Unit;

/// Plain lists of parts, such as the texts that NopSCADlib writes: a line for each part, headings that end in a colon.
///
/// A heading is an assembly when its name ends so, when an item of the file asks for it (in the plural too), or when another
/// heading follows in the next row, in Markdown one of a lower level; any other heading sorts what is under it, and so do
/// those that say what sort of part stands there (`Vitamins`, `Printed`), also when nothing does. Items that name an assembly
/// are modules: `#name` when the file lists it, else its name, which may be that of a file beside this one. Several
/// assemblies that no item asks for are needed once each. What stands under `motor_assemblies`, in the plural, counts for all
/// of them.
final class PlainList {
    private static final Pattern ASSEMBLY = Pattern.compile("(?i).*assembl(?:y|ies)|.*(?:sous-ensemble|baugruppe)n?s?");
    private static final Pattern PLURAL = Pattern.compile("(?i).+(?:assemblies|sous-ensembles|baugruppen)");
    private static final Pattern ASSEMBLIES = Pattern
            .compile("(?i)(?:sub-?\\s?)?assembl(?:y|ies)|modules|sous-ensembles|baugruppen");
    private static final Pattern SORT = Pattern.compile("(?i)vitamins|hardware|fasteners|fixings|electronics|tools"
            + "|consumables|miscellaneous|misc|other|others"
            + "|(?:(?:3d[- ])?printed|cnc(?:[- ]routed)?|routed|laser[- ]cut|made|bought|purchased|standard)(?: parts)?");
    private static final Pattern FILE = Pattern.compile("(?i)\\S+\\.(?:stl|3mf|dxf|svg|step|stp|scad|amf|obj)");
    /// What may not stand in the name of an assembly of a file.
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\#\\p{Cntrl}]+");
    private static final int LONGEST_NAME = 80;
    /// How many rows are looked at to know one.
    static final int LOOK = 400;

    private final String file;
    private final List<ListRow> rows;
    private final Map<String, String> sections = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> collective = new HashSet<>();
    private final Set<String> inside = new HashSet<>();
    private final boolean totals;
    private final List<BomLine> lines = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int ones;
    private int firstOne;
    private final Quantities quantities = new Quantities(NumberStyle.POINT);

    private PlainList(String file, List<ListRow> rows) {
        this.file = file;
        this.rows = rows;
        this.totals = rows.stream().flatMap(row -> row.item().stream()).anyMatch(ListItem::total);
    }

    /// Whether most of what a text says are items and headings.
    static boolean isOne(List<String> rows) {
        int filled = 0;
        int found = 0;
        int headings = 0;
        boolean totals = false;
        for (String row : rows) {
            if (!row.isBlank()) {
                Optional<ListItem> item = ListItem.of(row);
                totals |= item.filter(ListItem::total).isPresent();
                filled++;
                found += item.isPresent() ? 1 : 0;
                headings += item.isEmpty() && !ListRow.heading(row).isEmpty() ? 1 : 0;
            }
        }
        return found > 0 && (totals || (found + headings) * 10 >= filled * 6);
    }

    static Bom read(String file, List<String> rows, String encoding) {
        return readRows(file, rows.stream().map(ListRow::of).toList(), encoding);
    }

    /// Whether an assembly is called so.
    static boolean isAssembly(String name) {
        return ASSEMBLY.matcher(name).matches();
    }

    /// Rows that another format has told apart.
    static Bom readRows(String file, List<ListRow> rows, String encoding) {
        var list = new PlainList(file, rows);
        list.findSections();
        list.read();
        list.tellOnes();
        return new Bom(file, "list", "list", encoding, List.of(), list.lines, list.skipped, list.problems,
                list.collective);
    }

    private void findSections() {
        Set<String> wanted = new HashSet<>();
        rows.stream().flatMap(row -> row.item().stream()).forEach(i -> {
            wanted.add(PartKey.normalise(i.name()));
            names.putIfAbsent(PartKey.normalise(i.name()), i.name());
            wanted.add(PartKey.normalise(Singular.of(i.name())));
        });
        for (int i = 0; i < rows.size(); i++) {
            String heading = rows.get(i).heading();
            String key = PartKey.normalise(heading);
            boolean category = heading.isEmpty() || ASSEMBLIES.matcher(heading).matches()
                    || SORT.matcher(heading).matches() && !wanted.contains(key);
            if (!category && (ASSEMBLY.matcher(heading).matches() || wanted.contains(key) || followedByHeading(i))) {
                sections.putIfAbsent(key, heading);
            }
        }
        rows.stream().flatMap(row -> row.item().stream()).forEach(i -> section(i.name()).ifPresent(asked::add));
    }

    private boolean followedByHeading(int row) {
        int level = rows.get(row).level();
        int next = row + 1;
        while (level > 0 && next < rows.size() && rows.get(next).isBlank()) {
            next++;
        }
        return next < rows.size() && !rows.get(next).heading().isEmpty()
                && (level == 0 || rows.get(next).level() > level);
    }

    private void read() {
        long tops = sections.values().stream().filter(name -> !asked.contains(name)).count();
        String section = "";
        boolean assemblies = false;
        String[] stands = new String[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            ListRow row = rows.get(i);
            String heading = row.heading();
            String name = sections.get(PartKey.normalise(heading));
            stands[i] = row.parent() < 0 ? section : stands[row.parent()];
            if (!row.aside().isEmpty()) {
                aside(i, row.aside());
            } else if (!heading.isEmpty() && name != null) {
                boolean top = !asked.contains(name);
                section = top && tops == 1 ? "" : name;
                if (PLURAL.matcher(name).matches()) {
                    collective.add(section);
                }
                assemblies = false;
                if (top && tops > 1) {
                    lines.add(module(i, "", name).quantity(Quantity.pieces(1)).build());
                } else {
                    aside(i, "bom.skipped-assembly-heading");
                }
            } else if (!heading.isEmpty()) {
                assemblies = ASSEMBLIES.matcher(heading).matches();
                aside(i, "bom.skipped-heading");
            } else if (row.isBlank()) {
                aside(i, "bom.skipped-blank");
            } else if (row.text().startsWith("#") && row.item().isEmpty()) {
                aside(i, "bom.skipped-comment");
            } else if (row.item().isEmpty()) {
                aside(i, totals ? "bom.skipped-upright" : "bom.skipped-no-item");
            } else {
                String inside = row.assembly() ? nested(row.item().get().name()) : "";
                item(i, stands[i], row.item().get(), inside, assemblies);
                stands[i] = inside.isEmpty() ? stands[i] : inside;
            }
        }
    }

    /// The name of an assembly whose parts stand under it.
    private String nested(String item) {
        String plain = UNSAFE.matcher(item).replaceAll(" ").strip();
        String name = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).strip();
        String unique = name;
        for (int n = 2; sections.containsValue(unique) || !inside.add(unique); n++) {
            unique = name + " (" + n + ")";
        }
        return unique;
    }

    /// One sentence for all items that do not say how many, and one for all prices that do not say for how many.
    private void tellOnes() {
        if (ones > 0) {
            problems.add(Problem.note(Place.line(file, firstOne), "bom.quantity-one", ones));
        }
        List<BomLine> priced = lines.stream().filter(line -> line.attributes().containsKey(BulletText.LINE_PRICE)
                && !Quantity.pieces(1).equals(line.quantity())).toList();
        if (!priced.isEmpty()) {
            problems.add(Problem.note(Place.line(file, priced.getFirst().row()), "bom.price-of-bullet",
                    priced.size()));
        }
    }

    /// @param inside the assembly whose parts stand under it; empty for none
    private void item(int at, String section, ListItem item, String inside, boolean assemblies) {
        Optional<String> known = section(item.name());
        boolean module = !inside.isEmpty() || known.isPresent() || assemblies
                || ASSEMBLY.matcher(item.name()).matches();
        if (module && totals) {
            aside(at, "bom.skipped-counted-assembly");
            return;
        }
        BomLine.Builder line = !inside.isEmpty()
                ? BomLine.builder(at + 1, item.name()).section(section).kind(LineKind.MODULE).module("#" + inside)
                : module
                        ? module(at, section, known.orElse(Singular.of(item.name())))
                        : BomLine.builder(at + 1, one(item.name())).section(section);
        switch (quantities.read(item.amount(), "", Unit.PIECE)) {
            case QuantityReading.Known(var quantity, String doubt, _) -> {
                line.quantity(quantity);
                if (!doubt.isEmpty()) {
                    problems.add(Problem.warning(Place.line(file, at + 1), doubt, item.amount(), quantity.number(),
                            item.name()));
                }
            }
            case QuantityReading.Absent() when item.amount().isEmpty() -> {
                line.quantity(Quantity.pieces(1));
                ones++;
                firstOne = firstOne == 0 ? at + 1 : firstOne;
            }
            case QuantityReading.Absent() -> problems.add(
                    Problem.warning(Place.line(file, at + 1), "bom.quantity-absent", item.name()));
            case QuantityReading.Unclear(String code, List<Object> arguments) -> {
                List<Object> all = new ArrayList<>(arguments);
                all.add(item.name());
                problems.add(new Problem(Problem.Severity.ERROR, code, all, Place.line(file, at + 1)));
            }
        }
        if (!module && FILE.matcher(item.name()).matches()) {
            line.kind(LineKind.MAKE).files(List.of(item.name()));
        }
        Bullet bullet = rows.get(at).bullet();
        bullet.attributes().forEach(line::attribute);
        line.notes(bullet.notes());
        if (!module && !bullet.files().isEmpty()) {
            line.kind(LineKind.MAKE).files(bullet.files());
        }
        lines.add(line.build());
    }

    /// `4 screws` are the `1 screw` of another row of the list.
    private String one(String name) {
        String singular = Singular.of(name);
        return singular.equals(name) ? name : names.getOrDefault(PartKey.normalise(singular), name);
    }

    private BomLine.Builder module(int at, String section, String name) {
        return BomLine.builder(at + 1, name).section(section).kind(LineKind.MODULE)
                .module(sections.containsValue(name) ? "#" + name : name);
    }

    /// The section that an item asks for.
    private Optional<String> section(String item) {
        String exact = sections.get(PartKey.normalise(item));
        return Optional.ofNullable(exact == null ? sections.get(PartKey.normalise(Singular.of(item))) : exact);
    }

    private void aside(int at, String reason) {
        skipped.add(new SkippedRow(at + 1, Messages.Key.of(reason), rows.get(at).text()));
    }
}
