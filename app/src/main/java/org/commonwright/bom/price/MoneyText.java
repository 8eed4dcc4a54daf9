package org.commonwright.bom.price;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonwright.bom.NumberStyle;
import org.commonwright.bom.price.MoneyReading.Amount;
import org.commonwright.model.Unit;
import org.jspecify.annotations.Nullable;

/// Reads prices as people write them: `$1.20`, `1,20 €`, `USD 4.5`, `CHF 2.-`, `0.80/pcs`, `$3.99 for 10`, `10 for $3`, `~5`,
/// `free`.
final class MoneyText {
    private static final int LONGEST = 80;
    private static final int SHORT = 12;
    private static final BigDecimal MOST = new BigDecimal("1e12");
    private static final int MOST_DECIMALS = 20;
    private static final Pattern NOTHING = Pattern.compile(
            "(?i)|[-–—~?/.*]+|n\\.?/?a\\.?|none|tbd|tba|tbc|unknown|unk|x|nil|null|see (?:link|notes?)|s\\.?o\\.?|k\\.?a\\.?");
    private static final Pattern FREE = Pattern
            .compile("(?i)(?:for )?free(?: of charge)?|gratis|gratuit|kostenlos|umsonst");
    private static final Pattern ABOUT = Pattern
            .compile(
                    "(?i)(?:[~≈]|about |around |approx(?:\\.|imately)? ?|c(?:irc)?a\\.? ?|env(?:\\.|iron) ?|etwa |est\\.? )\\s*");
    private static final Pattern LABEL = Pattern
            .compile(
                    "(?i)(?:(?:grand |sub)?-?total|sum|price|cost|prix|preis|summe|somme)(?: (?:price|cost))?\\s*[:=]\\s*");
    private static final Pattern MANY_FIRST = Pattern
            .compile(
                    "(?i)(?:pack of )?(\\d{1,6})\\s*(?:x|pcs?|pieces?|stk|pi[eè]ces?)?\\.?\\s*(?:for|pour|für|@|à)\\s+(?=.*\\d)");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d|[.,]\\d)(?:[\\d.,'’]|[ ](?=\\d{3}(?!\\d)))*");
    private static final Pattern NO_CENTS = Pattern.compile("[.,]?(?:-{1,2}|[–—])(?![\\s\\d])|[.,](?:-{1,2}|[–—])");
    private static final String ONE = "(?:each|ea|pcs?|pieces?|pi[eè]ces?|units?|unité|items?|stk|stück|st|one|u)";
    private static final Pattern EACH = Pattern
            .compile("(?i)\\(?(?:/|per |pro |par |à l['’]|l['’]|la |a )?\\s*(?:1\\s*)?" + ONE + "\\.?\\)?");
    private static final Pattern MANY = Pattern.compile(
            "(?i)\\(?(?:/|for |per |pour |für |pro |par |x|×|@)?\\s*(?:a )?(?:(?:pack|pk|bag|set|box|lot|reel|strip|roll|kit|pack of|lot de) ?"
                    + "(?:of |à |de |von )?)?[x×]?\\s*(\\d{1,6})\\s*(?:x|×|pcs?|pieces?|units?|items?|stk|stück|pi[eè]ces?|ea|"
                    + "-?packs?|pk)?\\.?\\)?");
    private static final Pattern BARE = Pattern.compile("[\\d\\s]*");
    private static final Pattern PER_UNIT = Pattern
            .compile("(?i)(?:/|per |pro |par |le |la )\\s*(\\p{L}[\\p{L}²³]{0,10}[23]?)");
    private static final Pattern REMARK = Pattern.compile(
            "(?i)[(+]?\\s*(?:\\+|incl|excl|ex\\b|inc\\b|plus\\b|with\\b|w/|without\\b|hors\\b|ht\\b|ttc\\b|zzgl|inkl|netto|brutto|"
                    + "net\\b|shipped|shipping|postage|tax|vat|tva|mwst|approx|about|est)[^\\d]{0,60}(?:\\d{1,2}(?:[.,]\\d)? ?%[^\\d]{0,40})?");

    private final NumberStyle style;

    /// @param style how the numbers of the column are written
    MoneyText(NumberStyle style) {
        this.style = style;
    }

    /// For the cells of one column.
    static MoneyText of(Stream<String> cells) {
        return new MoneyText(NumberStyle.of(cells.filter(cell -> cell.length() <= LONGEST)));
    }

    MoneyReading read(String cell) {
        Amount bare = bare(cell);
        return bare == null ? written(cell) : bare;
    }

    /// Most cells are a number with a sign at most; these are read without looking for anything else.
    private @Nullable Amount bare(String cell) {
        int from = 0;
        int to = cell.length();
        CurrencySign sign = null;
        if (to > 1) {
            sign = Currencies.ofOne(cell.charAt(0));
            from = sign == null ? 0 : 1;
            CurrencySign last = sign == null ? Currencies.ofOne(cell.charAt(to - 1)) : null;
            to = last == null ? to : to - 1;
            sign = last == null ? sign : last;
        }
        char mark = style == NumberStyle.POINT ? '.' : ',';
        int marks = 0;
        for (int i = from; i < to; i++) {
            char c = cell.charAt(i);
            marks += c == mark ? 1 : 0;
            if (c != mark && (c < '0' || c > '9')) {
                return null;
            }
        }
        boolean number = to - from > marks && to - from <= SHORT && marks <= 1
                && cell.charAt(to - 1) != mark && cell.charAt(from) != mark;
        return number
                ? new Amount(new BigDecimal(cell.substring(from, to).replace(',', '.')), BigDecimal.ONE, null, false,
                        sign, false, false)
                : null;
    }

    private MoneyReading written(String cell) {
        String text = plain(cell);
        if (text.length() > LONGEST) {
            return new MoneyReading.Unclear("bom.price-long");
        }
        if (NOTHING.matcher(text).matches()) {
            return new MoneyReading.Nothing();
        }
        if (FREE.matcher(text).matches()) {
            return new Amount(BigDecimal.ZERO, BigDecimal.ONE, null, false, null, false, false);
        }
        text = without(LABEL, text);
        Matcher about = ABOUT.matcher(text);
        boolean isAbout = about.lookingAt();
        text = isAbout ? text.substring(about.end()) : text;
        Matcher first = MANY_FIRST.matcher(text);
        BigDecimal many = BigDecimal.ONE;
        if (first.lookingAt()) {
            many = new BigDecimal(first.group(1));
            if (many.signum() == 0) {
                return new MoneyReading.Unclear("bom.price-not-understood");
            }
            text = text.substring(first.end());
        }
        return amount(text, many, isAbout);
    }

    private MoneyReading amount(String text, BigDecimal manyFirst, boolean about) {
        Matcher number = NUMBER.matcher(text);
        if (!number.find()) {
            return new MoneyReading.Unclear("bom.price-no-number");
        }
        String before = text.substring(0, number.start()).strip();
        if (before.endsWith("-") || before.endsWith("−")) {
            return new MoneyReading.Unclear("bom.price-negative");
        }
        Optional<CurrencySign> first = before.isEmpty() ? Optional.empty() : Currencies.all(before);
        if (!before.isEmpty() && first.isEmpty()) {
            return new MoneyReading.Unclear("bom.price-not-understood");
        }
        String digits = number.group();
        int end = number.end();
        while (digits.endsWith(".") || digits.endsWith(",") || digits.endsWith("'")) {
            digits = digits.substring(0, digits.length() - 1);
            end--;
        }
        String rest = without(NO_CENTS, text.substring(end)).replaceFirst("^[.,](?=\\s|$)", "").strip();
        Optional<Currencies.Found> second = Currencies.at(rest);
        if (second.isPresent() && isWhole(rest, second.get().length())) {
            rest = rest.substring(second.get().length()).strip();
        } else {
            second = Optional.empty();
        }
        Optional<CurrencySign> sign = sign(first, second.map(Currencies.Found::sign));
        if (first.isPresent() && second.isPresent() && sign.isEmpty()) {
            return new MoneyReading.Unclear("bom.price-two-currencies");
        }
        Optional<NumberStyle.Reading> read = style.read(digits);
        if (read.isEmpty() || read.get().number().compareTo(MOST) > 0
                || read.get().number().stripTrailingZeros().scale() > MOST_DECIMALS) {
            return new MoneyReading.Unclear("bom.price-not-understood");
        }
        return tail(rest, read.get(), manyFirst, sign.orElse(null), about);
    }

    /// What follows a price: for one, for many, for a metre, a remark on taxes.
    private static MoneyReading tail(String rest, NumberStyle.Reading read, BigDecimal manyFirst,
            @Nullable CurrencySign sign, boolean about) {
        if (rest.isEmpty() || EACH.matcher(rest).matches()) {
            return new Amount(read.number(), manyFirst, null, !rest.isEmpty(), sign, about, read.ambiguous());
        }
        Matcher many = MANY.matcher(rest);
        if (many.matches() && !BARE.matcher(rest).matches() && manyFirst.equals(BigDecimal.ONE)) {
            BigDecimal pieces = new BigDecimal(many.group(1));
            return pieces.signum() > 0
                    ? new Amount(read.number(), pieces, null, false, sign, about, read.ambiguous())
                    : new MoneyReading.Unclear("bom.price-not-understood");
        }
        Matcher unit = PER_UNIT.matcher(rest);
        Optional<Unit> per = unit.matches() ? Unit.parse(unit.group(1)) : Optional.empty();
        if (per.isPresent()) {
            return new Amount(read.number(), manyFirst, per.get(), true, sign, about, read.ambiguous());
        }
        return REMARK.matcher(rest).matches()
                ? new Amount(read.number(), manyFirst, null, false, sign, about, read.ambiguous())
                : new MoneyReading.Unclear("bom.price-not-understood");
    }

    /// The one currency of the sign before the number and the one behind it.
    private static Optional<CurrencySign> sign(Optional<CurrencySign> first, Optional<CurrencySign> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        return !first.get().agrees(second.get()) ? Optional.empty() : first.get().isSure() ? first : second;
    }

    /// Whether a sign is not only the beginning of a longer word.
    private static boolean isWhole(String text, int length) {
        return length == text.length() || !Character.isLetter(text.charAt(length - 1))
                || !Character.isLetter(text.charAt(length));
    }

    /// Without what marks text in Markdown or for spreadsheets, spaces made plain.
    private static String plain(String cell) {
        String text = cell.replace('\u00a0', ' ').replace('\u202f', ' ').replace('\n', ' ').strip();
        int from = 0;
        int to = text.length();
        while (from < to && "'*_`".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && "*_`\\".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to).strip();
    }

    private static String without(Pattern start, String text) {
        Matcher found = start.matcher(text);
        return found.lookingAt() ? text.substring(found.end()).strip() : text;
    }
}
