package org.commonwright.bom.price;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Shops that lists have columns of, and that links lead to.
final class Shops {
    private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("digikey", "Digi-Key"),
            Map.entry("dk", "Digi-Key"), Map.entry("mouser", "Mouser"), Map.entry("lcsc", "LCSC"),
            Map.entry("jlcpcb", "JLCPCB"), Map.entry("farnell", "Farnell"), Map.entry("element14", "element14"),
            Map.entry("newark", "Newark"), Map.entry("rs", "RS"), Map.entry("rscomponents", "RS"),
            Map.entry("tme", "TME"), Map.entry("arrow", "Arrow"), Map.entry("avnet", "Avnet"),
            Map.entry("conrad", "Conrad"), Map.entry("reichelt", "Reichelt"), Map.entry("amazon", "Amazon"),
            Map.entry("aliexpress", "AliExpress"), Map.entry("ebay", "eBay"), Map.entry("mcmaster", "McMaster-Carr"),
            Map.entry("mcmastercarr", "McMaster-Carr"), Map.entry("sparkfun", "SparkFun"),
            Map.entry("adafruit", "Adafruit"), Map.entry("pololu", "Pololu"), Map.entry("misumi", "Misumi"),
            Map.entry("thorlabs", "Thorlabs"), Map.entry("robotshop", "RobotShop"), Map.entry("taobao", "Taobao"),
            Map.entry("banggood", "Banggood"), Map.entry("tayda", "Tayda"), Map.entry("octopart", "Octopart"),
            Map.entry("onlinecomponents", "Onlinecomponents"), Map.entry("future", "Future Electronics"),
            Map.entry("seeed", "Seeed"), Map.entry("distrelec", "Distrelec"), Map.entry("verical", "Verical"));

    private static final Map<String, String> SHORT = Map.of("a.co", "Amazon", "amzn.to", "Amazon", "amzn.eu", "Amazon",
            "jlcpcb.com", "JLCPCB", "rs-online.com", "RS", "s.click.aliexpress.com", "AliExpress");
    private static final int LONGEST = 60;

    private Shops() {}

    /// The shop that words of a header name one after the other, joined: `digikey`, `mcmastercarr`.
    static Optional<String> named(String word) {
        return Optional.ofNullable(NAMES.get(word));
    }

    /// The shop among the words of a header; two that belong together (`digi key`) are one.
    ///
    /// @return empty for none
    static Optional<Named> in(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String both = i + 1 < words.size() ? words.get(i) + words.get(i + 1) : "";
            if (NAMES.containsKey(both)) {
                return Optional.of(new Named(NAMES.get(both), i, 2));
            }
            if (NAMES.containsKey(words.get(i))) {
                return Optional.of(new Named(NAMES.get(words.get(i)), i, 1));
            }
        }
        return Optional.empty();
    }

    /// A shop and which words name it.
    record Named(String shop, int at, int words) {}

    /// Who sells under a link: the shop's name where it is known, else the host.
    ///
    /// @return empty for what is no link
    static String ofLink(String link) {
        String host = host(link);
        if (host.isEmpty()) {
            return "";
        }
        String known = SHORT.get(host);
        if (known != null) {
            return known;
        }
        for (String part : host.split("\\.")) {
            String name = part.length() > 2 ? NAMES.get(part.replace("-", "")) : null;
            if (name != null) {
                return name;
            }
        }
        return host.substring(0, Math.min(LONGEST, host.length()));
    }

    /// Whether a text is a link to a page.
    static boolean isLink(String text) {
        return !host(text).isEmpty();
    }

    private static String host(String link) {
        String text = link.strip();
        String address = text.regionMatches(true, 0, "www.", 0, 4) ? "https://" + text : text;
        if (!address.regionMatches(true, 0, "http://", 0, 7) && !address.regionMatches(true, 0, "https://", 0, 8)) {
            return "";
        }
        int from = address.indexOf("//") + 2;
        int to = from;
        while (to < address.length() && "/?# \n".indexOf(address.charAt(to)) < 0) {
            to++;
        }
        try {
            String host = new URI("https://" + address.substring(from, to)).getHost();
            String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
            return lower.startsWith("www.") ? lower.substring(4) : lower;
        } catch (URISyntaxException _) {
            // A link that no browser would follow either.
            return "";
        }
    }
}
