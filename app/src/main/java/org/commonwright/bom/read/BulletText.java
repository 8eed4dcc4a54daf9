package org.commonwright.bom.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// What the words of one bullet say: how many of what, where it is sold and for what price, and what else is noted.
///
/// A link that stands first is the name (`[12x M3x10 screw](https://…) – $3`); one that stands behind is only where it leads to. What
/// follows a dash between spaces, or a semicolon, is a note. What is not a quantity for a careful reader (`10 mm bearing`, `M3 x 10`,
/// `608 bearing`) stays in the name.
final class BulletText {
    /// What a price is called that does not say what it counts for. It is that of all which the bullet names (`12x inserts – $3.50`
    /// is a bag of twelve), and stays so when the list becomes a table.
    static final String LINE_PRICE = "Line price";

    private static final int LONGEST = 1000;
    private static final int LONGEST_LINK = 2000;
    private static final String NUMBER = "(?:\\d{1,9}(?:[.,]\\d{1,9})?|\\d{1,4}/\\d{1,4}|[¼½¾])";
    private static final String COUNTED = "(?:x|×|pcs?\\.?|pieces?|pi[eè]ces?|stk\\.?|st(?:ü|ue)ck|off|ea\\.?|units?|unités?)";
    private static final String MEASURED = "(?:m|cm|mm|kg|g|ml|l)";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern CHECKBOX = Pattern.compile("\\[[ xX]]\\s+");
    private static final Pattern URL = Pattern.compile("https?://[^\\s)>\\]]{1,2000}", FLAGS);
    private static final String AMOUNT_OF_MONEY = "\\d{1,9}(?:[.,' \\u00a0]\\d{3}){0,3}(?:[.,]\\d{1,4})?";
    private static final String CODES = "USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|RMB|INR|SEK|NOK|DKK|PLN|CZK|BRL|Fr\\.?|euros?|dollars?";
    private static final Pattern PRICE = Pattern.compile("(?:[~≈]\\s?|(?:about|ca\\.?|env\\.?)\\s)?(?:"
            + "(?:(?:US|AU|CA|NZ|A|C)?[$€£¥₹]|\\b(?:" + CODES + ")\\s)\\s?" + AMOUNT_OF_MONEY
            + "|(?<![\\d.,/-])" + AMOUNT_OF_MONEY + "\\s?(?:[€$£¥₹]|(?:" + CODES + ")(?![\\p{L}])))"
            + "(?:\\s?(?:/\\s?(?:pc|pcs|piece|ea|each|stk|stück|pièce|unit|m|pack|set)\\b|each\\b|ea\\b\\.?|per \\p{L}{1,12}|total\\b|la pièce|pro \\p{L}{1,12}|das stück|pour \\d{1,5}))?",
            FLAGS);
    private static final Pattern MONEY = Pattern.compile("[$€£¥₹]|(?:" + CODES + ")(?!\\p{L})", FLAGS);
    private static final Pattern FIGURE = Pattern.compile("^\\P{L}*[\\d.,\\s]+");
    private static final Pattern EMPTY = Pattern.compile("[(\\[]\\s*[,;–—-]?\\s*[)\\]]");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern LEADING = Pattern.compile("^[\\s,:–—-]+");
    private static final Pattern TRAILING = Pattern.compile("[\\s,;:–—-]+$");
    private static final Pattern EACH = Pattern.compile("(?i)(?:/|each|\\bea\\b|per |la pièce|pro |das stück).*");
    private static final Pattern TOTAL = Pattern.compile("(?i).*\\btotal");
    private static final Pattern GENERIC = Pattern.compile(
            "(?:the )?(?:links?|here|buy(?: here| now)?|source|url|shop|store|product(?: page)?|datasheet|order|lien|ici|acheter|hier|kaufen|https?://.*|www\\..*)\\W*",
            FLAGS);
    private static final Pattern PREFIX = Pattern.compile("(?:" + NUMBER + "\\s*(?:" + COUNTED + "|" + MEASURED
            + "|[*])?(?:\\s+(?:of|de))?|.{1,60}:)?\\s*", FLAGS);
    private static final Pattern SEPARATOR = Pattern.compile("\\s[-–—|]{1,3}\\s|;\\s?|\\s[-–—]{1,3}$");
    private static final Pattern IN_BRACKETS = Pattern
            .compile("[(\\[]\\s*(?:[x×]\\s*)?(" + NUMBER + "\\s*(?:" + COUNTED + "|"
                    + MEASURED + ")?)\\s*(?:needed|required)?\\s*[)\\]]", FLAGS);
    private static final Pattern QUANTITY = Pattern.compile(
            "\\b(?:qty|quantity|quantité|qté|menge|anzahl)\\b\\.?\\s*[:=]?\\s*(" + NUMBER + "\\s*" + COUNTED
                    + "?)(?![\\p{L}\\d])",
            FLAGS);
    private static final Pattern REST = Pattern.compile("[\\s,:–—-]*(?:(?:[x×]\\s*)(" + NUMBER + ")|(" + NUMBER + "\\s*"
            + COUNTED + "))(?=$|[\\s,;.)])", FLAGS);
    private static final Pattern ONLY_NUMBER = Pattern.compile("[\\s,:–—-]*(\\d{1,9})\\s*");
    private static final Pattern DIMENSION = Pattern.compile(NUMBER
            + "\\s*(?:mm|v|vdc|vac|w|a|ah|mah|ma|k|m?Ω|k?ohms?|[µunp]f|k?hz|rpm|inch(?:es)?|in|ft|deg|tooth|teeth|pins?|ways?|ports?|mil)\\b.*"
            + "|\\d{1,4}\\s*[\"”″'’°%].*", FLAGS);
    private static final Pattern PRODUCT = Pattern.compile(
            "(?:6\\d\\d\\w{0,3}|\\d0\\d0|1515|8020)\\s+(?:\\S+\\s+){0,2}?(?:bearings?|extrusions?|profiles?|rails?|[tv]-?slot|roulements?|profil[ée]s?|kugellager)\\b.*",
            FLAGS);
    private static final Pattern THREAD = Pattern
            .compile("(?!\\d{1,9}\\s*[x×*]?\\s)(?:.*\\s)?M\\d{1,2}(?:[.,]\\d)?\\s*[x×]\\s*\\d{1,4}(?:[.,]\\d)?", FLAGS);
    private static final Pattern CONNECTOR = Pattern.compile(
            "(?:[\\s,:(\\[–—-]|\\b(?:from|at|via|see|on|buy|bei|von|chez|sur|by))+$", FLAGS);
    private static final Pattern PROPERTY = Pattern.compile(
            "(?:qty|quantity|amount|count|price|cost|links?|url|supplier|vendor|source|notes?|comment|store|buy|menge|anzahl|preis|lieferant|hinweis|quantité|qté|prix|lien|fournisseur|remarque)\\b\\s*[:=].*",
            FLAGS);
    private static final Pattern PROPERTY_NAME = Pattern.compile("\\p{L}{1,12}\\s*[:=]\\s*");
    private static final Pattern LOCAL_FILE = Pattern
            .compile("(?i)[^:?#]{1,300}\\.(?:stl|3mf|dxf|svg|step|stp|scad|amf|obj)");

    private final StringBuilder text = new StringBuilder();
    private final List<Span> links = new ArrayList<>();

    private record Span(int from, int to, String target) {}

    private BulletText() {}

    /// @param paragraph the first of the bullet
    /// @return empty when it names nothing, or is longer than an item is
    static Optional<Bullet> of(Node paragraph) {
        var words = new BulletText();
        words.flatten(paragraph);
        return words.text.length() > LONGEST ? Optional.empty() : words.read();
    }

    /// The words of a block without marks, on one line.
    static String words(Node block) {
        var words = new BulletText();
        words.flatten(block);
        return words.text.toString().strip();
    }

    private void flatten(Node block) {
        Node node = block.getFirstChild();
        while (node != null && text.length() <= LONGEST + LONGEST) {
            int from = text.length();
            switch (node) {
                case Text t -> append(t.getLiteral());
                case Code c -> append(c.getLiteral());
                case HtmlInline h when h.getLiteral().startsWith("<br") -> append(" ");
                case SoftLineBreak _,HardLineBreak _ -> append(" ");
                case Link l -> {
                    append(inside(l));
                    links.add(new Span(from, text.length(), target(l)));
                }
                default -> {
                    // emphasis and pictures: what is in them comes next
                }
            }
            node = MarkdownTables.next(node, block, node instanceof Link);
        }
    }

    private static String inside(Link link) {
        var words = new BulletText();
        Node node = link.getFirstChild();
        while (node != null && words.text.length() <= LONGEST) {
            switch (node) {
                case Text t -> words.append(t.getLiteral());
                case Code c -> words.append(c.getLiteral());
                case SoftLineBreak _,HardLineBreak _ -> words.append(" ");
                default -> {
                    // emphasis and pictures: what is in them comes next
                }
            }
            node = MarkdownTables.next(node, link, false);
        }
        return words.text.toString();
    }

    private static String target(Link link) {
        String to = link.getDestination().strip();
        return to.length() > LONGEST_LINK ? "" : to.replaceAll("\\p{Cntrl}", "");
    }

    private void append(String more) {
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            boolean space = Character.isWhitespace(c) || Character.isISOControl(c);
            if (!space) {
                text.append(c);
            } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
        }
    }

    private Optional<Bullet> read() {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        List<String> files = new ArrayList<>();
        Matcher box = CHECKBOX.matcher(text);
        int start = box.lookingAt() ? box.end() : 0;
        boolean property = PROPERTY.matcher(text.substring(start)).matches();
        links(attributes, files);
        price(attributes);
        String name;
        String rest;
        Optional<Span> leading = leading(start);
        if (leading.isPresent()) {
            Span link = leading.get();
            blankOthers(link);
            name = text.substring(start, link.to());
            rest = text.substring(link.to());
        } else {
            blankOthers(null);
            String all = text.substring(start);
            Matcher separator = SEPARATOR.matcher(all);
            boolean split = separator.find() && separator.start() > 0;
            name = split ? all.substring(0, separator.start()) : all;
            rest = split ? all.substring(separator.end()) : "";
        }
        if (property) {
            return Optional.of(property(name, rest, attributes));
        }
        Matcher said = QUANTITY.matcher(rest);
        String amount = "";
        if (said.find()) {
            amount = said.group(1);
            rest = rest.substring(0, said.start()) + rest.substring(said.end());
        }
        String plain = clean(name);
        if (amount.isEmpty()) {
            Matcher bracketed = lastIn(IN_BRACKETS, plain);
            if (bracketed != null && bracketed.end() == plain.length() && bracketed.start() > 0) {
                amount = bracketed.group(1);
                plain = plain.substring(0, bracketed.start());
            }
        }
        if (amount.isEmpty() && !isNoAmount(plain)) {
            Optional<ListItem> item = ListItem.of(plain);
            amount = item.map(ListItem::amount).orElse("");
            plain = item.map(ListItem::name).orElse(plain);
        }
        if (amount.isEmpty()) {
            Matcher brackets = IN_BRACKETS.matcher(rest.strip());
            Matcher counted = REST.matcher(rest);
            Matcher only = ONLY_NUMBER.matcher(rest);
            if (brackets.lookingAt()) {
                amount = brackets.group(1);
                rest = rest.strip().substring(brackets.end());
            } else if (counted.lookingAt()) {
                amount = counted.group(1) == null ? counted.group(2) : counted.group(1);
                rest = rest.substring(counted.end());
            } else if (only.matches()) {
                amount = only.group(1);
                rest = "";
            }
        }
        plain = CONNECTOR.matcher(clean(plain)).replaceAll("");
        String notes = LEADING.matcher(clean(rest)).replaceAll("");
        boolean alone = plain.isEmpty() || GENERIC.matcher(plain).matches();
        return plain.isEmpty() && attributes.isEmpty() && notes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bullet(amount.strip(), plain, attributes, notes, files, alone));
    }

    private static Bullet property(String name, String rest, SequencedMap<String, String> attributes) {
        String all = clean(name + " " + rest);
        Matcher said = QUANTITY.matcher(all);
        String amount = said.lookingAt() ? said.group(1) : "";
        Matcher front = PROPERTY_NAME.matcher(all);
        String notes = !amount.isEmpty() || !front.lookingAt() || front.end() == all.length() ? "" : all;
        return new Bullet(amount.strip(), all, attributes, notes, List.of(), true);
    }

    /// Whether the number in front or behind says what the part is, not how many.
    private static boolean isNoAmount(String name) {
        return DIMENSION.matcher(name).matches() || PRODUCT.matcher(name).matches() || THREAD.matcher(name).matches();
    }

    private void links(SequencedMap<String, String> attributes, List<String> files) {
        Matcher bare = URL.matcher(text.indexOf("://") < 0 ? "" : text);
        while (bare.find()) {
            int from = bare.start();
            if (links.stream().noneMatch(l -> l.from() <= from && from < l.to())) {
                links.add(new Span(from, bare.end(), bare.group()));
            }
        }
        for (Span link : links) {
            if (URL.matcher(link.target()).lookingAt()) {
                attributes.putIfAbsent("Link", link.target());
            } else if (LOCAL_FILE.matcher(link.target()).matches() && files.isEmpty()) {
                files.add(link.target());
            }
        }
    }

    /// The last price, taken out of the words; what it counts for names it.
    private void price(SequencedMap<String, String> attributes) {
        Matcher price = MONEY.matcher(text).find() ? lastIn(PRICE, text.toString()) : null;
        if (price != null) {
            String said = price.group().strip();
            attributes.put(TOTAL.matcher(said).matches()
                    ? "Total price"
                    : EACH.matcher(FIGURE.matcher(said).replaceFirst("")).lookingAt() ? "Unit price" : LINE_PRICE,
                    said);
            blank(price.start(), price.end());
        }
    }

    /// The link that says the name: nothing but a quantity, or a word with a colon, stands before it.
    private Optional<Span> leading(int start) {
        return links.stream().filter(l -> l.from() >= start).findFirst()
                .filter(l -> PREFIX.matcher(text.substring(start, l.from())).matches())
                .filter(l -> !text.substring(l.from(), l.to()).isBlank()
                        && !GENERIC.matcher(text.substring(l.from(), l.to()).strip()).matches());
    }

    /// Links that say no name lead somewhere; of their words, those that say more than `link` stay as a note.
    private void blankOthers(@Nullable Span name) {
        for (Span link : links) {
            String words = text.substring(link.from(), link.to()).strip();
            if (link != name && (words.isEmpty() || GENERIC.matcher(words).matches())) {
                blank(link.from(), link.to());
            }
        }
    }

    private void blank(int from, int to) {
        for (int i = from; i < to; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private static @Nullable Matcher lastIn(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last >= 0 && matcher.find(last) ? matcher : null;
    }

    private static String clean(String text) {
        String plain = SPACES.matcher(EMPTY.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
        return TRAILING.matcher(plain).replaceAll("");
    }
}
