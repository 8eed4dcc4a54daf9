package org.commonwright.design.scope;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.LineKind;
import org.commonwright.design.scope.ScopeReport.Pair;
import org.commonwright.design.scope.ScopeReport.Reason;

/// Parts that differ in one length alone: screws of one thread (`M3x10`, `M3x12`), and stock that is cut from longer stock (rods,
/// tubes, profiles, open belts). Everything else that has numbers in its name does another thing when they change: values of
/// components, sizes of bearings and nuts, and spacers, whose length is what they are for.
final class NearMeasures {
    /// A measure of two that could be one is at most half as large again.
    private static final BigDecimal NEAR = new BigDecimal("1.5");
    private static final Pattern SCREW = Pattern.compile(
            "(.*?(?<![\\p{L}\\d])m\\d{1,2}(?:\\.\\d)?)\\s*[x×*]\\s*(\\d{1,3}(?:\\.\\d{1,2})?)(?![\\dx×.])\\s*(?:mm)?(?!\\p{L})(.*)");
    private static final Pattern NO_SCREW = Pattern.compile(
            "stand-?off|spacer|entretoise|abstand|distanz|\\bnuts?\\b|[eé]crou|mutter|washer|rondelle|scheibe|insert|einsatz"
                    + "|pillar|bush|bearing|lager|roulement|spring|feder|ressort|magnet|\\bpins?\\b|dowel|stift|goupille|female"
                    + "|adapter|coupl|rivet|niet|rod\\b|stange|tige");
    private static final Pattern STOCK = Pattern.compile("belt|riemen|courroie|extrusion|profil|[vt]-?slot");
    private static final Pattern BARS = Pattern.compile(
            "\\b(?:rods?|bars?|shafts?|tubes?|tubing|pipes?|hoses?|lead-?\\s?screws?|tiges?|barres?|arbres?|tuyaux?)\\b|stange|welle"
                    + "|rohr|schlauch");
    private static final Pattern NO_STOCK = Pattern.compile(
            "closed|loop|endless|geschlossen|ferm[eé]|\\bring|bent|cable|kabel|c[aâ]ble|connector|rail|schiene|clamp|holder|mount"
                    + "|halter|support|pulley|tensioner|coupl|end cap");
    private static final Pattern LENGTH = Pattern
            .compile("(.*?)(?<![\\d.])(\\d{2,5}(?:\\.\\d)?)\\s*(?:mm)?((?:\\s+(?:long|lang|length))?\\s*)");
    private static final BigDecimal SURELY_LENGTH = new BigDecimal(100);

    private NearMeasures() {}

    private record Measured(Reason reason, BigDecimal measure, String written, PartUses uses) {}

    /// Each with the next longer one.
    static List<Pair> of(List<PartUses> parts) {
        Map<String, List<Measured>> byShape = new TreeMap<>();
        for (PartUses part : parts) {
            boolean anybodys = part.first().kind() == LineKind.STANDARD || part.first().kind() == LineKind.BUY;
            if (anybodys) {
                read(part, byShape);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<Measured> alike : byShape.values()) {
            alike.sort(Comparator.comparing(Measured::measure));
            for (int i = 1; i < alike.size(); i++) {
                pair(alike.get(i - 1), alike.get(i)).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    private static void read(PartUses part, Map<String, List<Measured>> byShape) {
        String name = part.name().toLowerCase(Locale.ROOT).replaceAll("(?<=\\d),(?=\\d)", ".");
        Matcher screw = SCREW.matcher(name);
        if (screw.matches() && !NO_SCREW.matcher(name).find()) {
            put(byShape, Reason.NEAR_MEASURE, screw, part);
            return;
        }
        Matcher length = LENGTH.matcher(name);
        boolean stock = STOCK.matcher(name).find() || BARS.matcher(name).find();
        if (length.matches() && stock && !NO_STOCK.matcher(name).find()) {
            boolean sizedToo = length.group(1).chars().anyMatch(Character::isDigit);
            boolean sure = new BigDecimal(length.group(2)).compareTo(SURELY_LENGTH) >= 0;
            if (sure && (sizedToo || STOCK.matcher(name).find())) {
                put(byShape, Reason.CUT_LENGTH, length, part);
            }
        }
    }

    private static void put(Map<String, List<Measured>> byShape, Reason reason, Matcher m, PartUses part) {
        String shape = reason + "|" + PartWords.of(m.group(1) + " # " + m.group(3));
        byShape.computeIfAbsent(shape, _ -> new ArrayList<>())
                .add(new Measured(reason, new BigDecimal(m.group(2)), m.group(2), part));
    }

    /// Of screws the one that is used more is kept, of two that are used alike the longer; of stock always the longer, which is
    /// cut.
    private static Optional<Pair> pair(Measured shorter, Measured longer) {
        boolean near = longer.measure.compareTo(shorter.measure.multiply(NEAR)) <= 0
                && longer.measure.compareTo(shorter.measure) > 0;
        if (!near || !shorter.uses.isAlike(longer.uses, shorter.written, longer.written)) {
            return Optional.empty();
        }
        boolean keepShorter = shorter.reason == Reason.NEAR_MEASURE && shorter.uses.total().number()
                .compareTo(longer.uses.total().in(shorter.uses.total().unit()).number()) > 0;
        return Optional.of(keepShorter
                ? PartUses.pair(shorter.reason, shorter.uses, longer.uses, false)
                : PartUses.pair(shorter.reason, longer.uses, shorter.uses, false));
    }
}
