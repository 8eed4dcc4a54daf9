package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonwright.bom.Bom;
import org.jspecify.annotations.Nullable;

/// Parts as bullets of a Markdown text (CommonMark 0.31, section 5.3): in a file that is called a list of parts, but for what stands
/// below a heading that says something else, and in any other file below a heading that says so. Each bullet is one line. One with
/// others under it is an assembly when it says how many or where it is sold; otherwise it sorts what is under it. One that says only
/// a link, a price or a number belongs to the bullet that it stands under.
final class BulletList {
    private static final int LONGEST = 1 << 22;
    private static final int DEEPEST = 32;
    private static final Pattern BULLET = Pattern.compile("(?m)^[ \\t>]{0,60}(?:[-*+]|\\d{1,9}[.)])[ \\t]+\\S");
    private static final Pattern MARKUP = Pattern.compile("]\\(|\\*\\*|__|`|https?://|\\[[ xX]]\\s");
    private static final Pattern FILE = Pattern.compile("(?i)(?:.*[/\\\\:])?(?:[^/\\\\:]*[-_. ])?"
            + "(?:s?bom|bill[-_ ]?of[-_ ]?materials?|parts?(?:[-_ ]?list)?|components?|materials?|mat[ée]riel|nomenclature"
            + "|st(?:ü|ue|u)ckliste|teileliste|vitamins?|hardware[-_ ]?list|shopping[-_ ]?list|fournitures|pi[eè]ces)"
            + "(?:[-_. ][^/\\\\:]*)?\\.(?:md|markdown|txt)");
    private static final Pattern TEXT = Pattern.compile("(?i).*\\.txt");
    private static final Pattern MARKDOWN = Pattern
            .compile("(?i)(?:.*[/\\\\:])?(?:[^/\\\\:]*\\.(?:md|markdown)|[^/\\\\:.]*)");
    private static final Pattern PARTS = Pattern
            .compile("(?iu)(?:\\d+[.)]\\s*)?(?:list of |liste des? |(?:the |les |la |le ))?"
                    + "(?:required |needed |necessary |main |mechanical |electronic |other )?"
                    + "(?:parts?(?: lists?)?|bill of materials?|boms?|components?|materials?(?: list)?|mat[ée]riel|mat[ée]riaux|composants|pi[eè]ces"
                    + "|nomenclature|st(?:ü|ue)ckliste|teile(?:liste)?|bauteile|material(?:liste)?|vitamins?|what you[’' ]?(?:will|ll)? need"
                    + "|you(?:[’']ll| will) need|shopping list|einkaufsliste|fournitures)"
                    + "(?: \\(boms?\\)| needed| required| n[ée]cessaires?| lists?)?\\s*:?");
    private static final Pattern OTHERS = Pattern.compile("(?iu)(?:\\d+[.)]\\s*)?(?:.{0,40}\\b)?"
            + "(?:steps?|instructions?|guide|how to|usage|notes?|remarks?|licen[cs]es?|change ?log|to-?do|references?|credits|contribut\\w*"
            + "|(?:table of )?contents|troubleshooting|faq|history|anleitung|hinweise?|lizenz|schritte|[ée]tapes|remarques?|licence|sommaire"
            + "|r[ée]f[ée]rences|inhalt)\\s*:?");

    private final String file;
    private final List<String> rows;
    private final boolean named;
    private final @Nullable ListRow[] read;
    private final BitSet counted = new BitSet();
    private final BitSet inItem = new BitSet();
    private final Map<Node, Integer> rowOf = new IdentityHashMap<>();
    private int since;
    private int onLevel;
    private int offLevel;

    private BulletList(String file, List<String> rows) {
        this.file = file;
        this.rows = rows;
        this.named = FILE.matcher(file).matches();
        this.read = new ListRow[rows.size()];
    }

    /// @return empty when the text has no bullets that count, or a plain list says the same
    static Optional<Bom> read(String file, String text, String encoding) {
        boolean may = (FILE.matcher(file).matches() || MARKDOWN.matcher(file).matches()) && text.length() <= LONGEST
                && BULLET.matcher(text).find();
        List<String> rows = may ? text.lines().toList() : List.of();
        boolean plain = may && PlainList.isOne(rows.subList(0, Math.min(PlainList.LOOK, rows.size())));
        if (!may || plain && (TEXT.matcher(file).matches() || !MARKUP.matcher(text).find() && !isNested(rows))) {
            return Optional.empty();
        }
        var list = new BulletList(file, rows);
        return list.find(text) ? Optional.of(PlainList.readRows(file, list.rows(), encoding)) : Optional.empty();
    }

    private static boolean isNested(List<String> rows) {
        return rows.stream().anyMatch(row -> row.matches("(?:\\t|\\s{2,40})\\s*[-*+]\\s+\\S.*"));
    }

    /// @return whether a bullet counts
    private boolean find(String text) {
        Node document = Parser.builder().maxOpenBlockParsers(DEEPEST).includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build().parse(text);
        for (Node node = document; node != null; node = MarkdownTables.next(node, document,
                node instanceof Paragraph || node instanceof Heading)) {
            switch (node) {
                case Heading heading -> heading(heading);
                case ListItem item -> item(item);
                case Paragraph p when p.getParent() instanceof Document && counts() -> paragraph(p);
                default -> {
                    // what holds these
                }
            }
        }
        fill(rows.size());
        boolean found = false;
        for (int i = 0; i < read.length; i++) {
            found |= read[i] != null && read[i].item().isPresent();
        }
        return found;
    }

    private boolean counts() {
        return (named || onLevel > 0) && offLevel == 0;
    }

    private void fill(int until) {
        if (counts() && until > since) {
            counted.set(since, until);
        }
        since = Math.max(since, until);
    }

    private static int row(Node block) {
        return block.getSourceSpans().isEmpty() ? -1 : block.getSourceSpans().getFirst().getLineIndex();
    }

    private void heading(Heading heading) {
        int row = row(heading);
        if (row < 0 || row >= rows.size()) {
            return;
        }
        fill(row);
        String words = BulletText.words(heading);
        int level = heading.getLevel();
        offLevel = level <= offLevel ? 0 : offLevel;
        onLevel = level <= onLevel ? 0 : onLevel;
        if (PARTS.matcher(words).matches()) {
            onLevel = onLevel == 0 ? level : onLevel;
        } else if (offLevel == 0 && OTHERS.matcher(words).matches()) {
            offLevel = level;
        }
        if (counts() && read[row] == null && !words.isEmpty()) {
            String name = words.endsWith(":") ? words.substring(0, words.length() - 1).strip() : words;
            read[row] = ListRow.heading(rows.get(row), name.isEmpty() ? words : name, level);
        }
    }

    /// `Spindle clamps:` on a line of its own.
    private void paragraph(Paragraph paragraph) {
        int row = row(paragraph);
        if (row >= 0 && paragraph.getSourceSpans().size() == 1 && read[row] == null) {
            String heading = ListRow.heading(BulletText.words(paragraph));
            if (!heading.isEmpty()) {
                read[row] = ListRow.heading(rows.get(row), heading, 0);
            }
        }
    }

    private void item(ListItem item) {
        item.getSourceSpans().forEach(span -> inItem.set(span.getLineIndex()));
        int row = item.getFirstChild() instanceof Paragraph p ? row(p) : -1;
        if (row < 0 || row >= rows.size() || !counts() || read[row] != null) {
            return;
        }
        int parent = parent(item);
        Optional<Bullet> said = BulletText.of(item.getFirstChild());
        if (said.isEmpty() || said.get().alone()) {
            ListRow above = parent < 0 ? null : read[parent];
            if (said.isPresent() && above != null && above.item().isPresent()) {
                read[parent] = item(parent, above.bullet().with(said.get()), above.parent(), above.assembly());
            }
            read[row] = ListRow.aside(rows.get(row), above == null ? "bom.skipped-no-item" : "bom.skipped-of-item");
            return;
        }
        read[row] = item(row, said.get(), parent, false);
        rowOf.put(item, row);
        ListRow above = parent < 0 ? null : read[parent];
        if (above != null && above.item().isPresent()) {
            read[parent] = isAssembly(above)
                    ? item(parent, above.bullet(), above.parent(), true)
                    : new ListRow(above.text(), "", 0, Optional.empty(), Bullet.NONE, "bom.skipped-heading",
                            above.parent(), false);
        }
    }

    /// Whether a bullet with others under it is a thing by itself, or only sorts them.
    private static boolean isAssembly(ListRow row) {
        Bullet bullet = row.bullet();
        return row.assembly() || !bullet.amount().isEmpty() || !bullet.attributes().isEmpty()
                || PlainList.isAssembly(bullet.name());
    }

    private ListRow item(int row, Bullet bullet, int parent, boolean assembly) {
        return new ListRow(rows.get(row), "", 0,
                Optional.of(new org.commonwright.bom.read.ListItem(bullet.amount(), bullet.name(), false)), bullet, "",
                parent, assembly);
    }

    /// The row of the bullet that another one stands under; -1 for none.
    private int parent(ListItem item) {
        for (Node above = item.getParent(); above != null; above = above.getParent()) {
            Integer row = rowOf.get(above);
            if (row != null) {
                return row;
            }
        }
        return -1;
    }

    private List<ListRow> rows() {
        List<ListRow> all = new ArrayList<>(Arrays.asList(read));
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == null) {
                String row = rows.get(i);
                all.set(i, ListRow.aside(row, row.isBlank()
                        ? "bom.skipped-blank"
                        : !counted.get(i)
                                ? "bom.skipped-outside-list"
                                : inItem.get(i) ? "bom.skipped-of-item" : "bom.skipped-no-item"));
            }
        }
        return all;
    }
}
