package org.commonwright.bom.price;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a header says about prices and sellers, in English, French and German.
///
/// @param scale for a price: what it is for, as far as the header says
/// @param many for a price: for how many pieces it is (`Price (x10)`), else 1
/// @param from for a price: from how many pieces on it holds (`price100`), else 0
/// @param number the number of a column that is there several times (`Supplier 2`), else 1
/// @param shop the shop that it names; empty for none
/// @param currency the currency that it names; null for none
/// @param extras whether the price is said to hold taxes or postage
/// @param rest its words that say nothing of this, joined: `vertical` of `price100_Vertical`
record PriceHeader(Role role, Scale scale, int many, int from, int number, String shop,
        @Nullable CurrencySign currency, boolean extras, String rest) {
    /// What a column is for.
    enum Role {
        PRICE, SUPPLIER, NUMBER, LINK, CURRENCY, PACK, MINIMUM, NONE
    }

    /// What a price is for: one piece, the whole line, or not said.
    enum Scale {
        ONE, LINE, UNSAID,
        /// `Unit` alone, which may be anything.
        MAYBE_ONE
    }

    private static final int LONGEST = 200;
    private static final Pattern SMALL_BIG = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern WORDS = Pattern.compile("\\p{L}+|\\d{1,7}");
    private static final Pattern MANY = Pattern
            .compile("(?i)(?:\\bx ?|×|/ ?|\\bper |\\bfor |\\bpro |\\bpour )(\\d{1,6})(k?)\\b|\\b(\\d{1,6}) ?[x×](?!\\w)");
    private static final Pattern FROM = Pattern.compile("(?i)(?:@|≥|>=?|\\bqty ?|\\bmenge ?)[^\\d]{0,14}(\\d{1,6})|(\\d{1,6}) ?\\+");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]]*[)\\]]");
    private static final int BREAKS = 10;
    private static final int MOST_WORDS = 10;

    private static final Set<String> MONEY = Set.of("price", "prices", "pricing", "cost", "costs", "prix", "cout",
            "couts", "tarif", "preis", "preise", "kosten", "rrp", "msrp", "precio", "coste", "costo", "prezzo",
            "stuckpreis", "einzelpreis", "gesamtpreis", "gesamtkosten", "stuckkosten", "einzelkosten",
            "zeilenpreis", "nettopreis", "bruttopreis", "unitprice", "unitcost", "totalprice", "totalcost",
            "extprice", "linetotal", "lineprice", "ppu");
    private static final Set<String> LINE = Set.of("total", "totals", "totale", "totaux", "ext", "extd", "extended", "line",
            "subtotal", "sum", "gesamt", "gesamtpreis", "gesamtkosten", "summe", "somme", "montant", "betrag", "amount",
            "totalprice", "totalcost", "extprice", "linetotal", "lineprice", "zeilenpreis", "sub", "zwischensumme");
    private static final Set<String> ONE = Set.of("unit", "each", "ea", "unitaire", "unitario", "per", "pro", "par",
            "stuckpreis", "einzelpreis", "stuckkosten", "einzelkosten", "unitprice", "unitcost", "stuck", "stk", "pu",
            "single", "individual", "ppu");
    private static final Set<String> MAYBE_ONE = Set.of("item", "piece", "pc", "pcs", "part", "unite");
    private static final Set<String> WHOLE = Set.of("board", "boards", "pcb", "kit", "device", "robot", "assembly",
            "machine", "system", "build", "product", "printer", "keyboard");
    private static final Set<String> EXTRAS = Set.of("shipping", "postage", "delivery", "shipped", "versand", "versandkosten",
            "livraison", "port", "tax", "taxes", "vat", "tva", "mwst", "ttc", "discount", "rabatt", "remise", "labor", "labour",
            "tooling", "setup", "nre", "duty", "customs", "fee", "fees");
    private static final Set<String> WITHOUT = Set.of("without", "excl", "excluding", "exc", "ex", "before", "hors",
            "ohne", "exkl", "ht");
    private static final Set<String> LINKS = Set.of("link", "links", "url", "urls", "lien", "liens", "website", "webpage",
            "hyperlink", "weblink", "webshop", "producturl", "buylink");
    private static final Set<String> SELLERS = Set.of("supplier", "suppliers", "vendor", "vendors", "distributor", "distributors",
            "seller", "shop", "store", "retailer", "fournisseur", "fournisseurs", "lieferant", "handler", "haendler",
            "revendeur", "marchand", "reseller", "dealer");
    private static final Set<String> NUMBERS = Set.of("part", "parts", "pn", "number", "no", "num", "nr", "sku", "reference",
            "code", "order", "item", "id", "article", "artikel", "partno", "partnumber", "ordernumber", "ordercode",
            "bestellnummer", "bestellnr", "artikelnummer", "n", "stock", "numero");
    private static final Set<String> ELSE = Set.of("datasheet", "datasheets", "image", "images", "photo", "picture",
            "date", "datum", "lead", "availability", "available", "notes", "note", "comment", "comments", "lifecycle",
            "rohs", "weight", "status", "cad", "repo", "github", "quantity", "qty", "class", "category", "type", "thumbnail",
            "location", "country", "contact", "email", "description", "model", "center", "range", "time");
    private static final PriceHeader NOTHING = new PriceHeader(Role.NONE, Scale.UNSAID, 1, 0, 1, "", null, false, "");

    static PriceHeader of(String header) {
        return header.isBlank() || header.length() > LONGEST ? NOTHING : new Reading(outside(header)).header();
    }

    /// `SKU [lowest price]` is no price: what brackets say of prices counts only beside a price.
    private static String outside(String header) {
        String bare = BRACKETS.matcher(header).replaceAll(" ");
        return words(bare).isEmpty() || words(bare).stream().anyMatch(MONEY::contains)
                || words(header).stream().noneMatch(MONEY::contains) ? header : bare;
    }

    /// The words of a header in lower case, without accents; `#` is `no`.
    static List<String> words(String header) {
        String plain = Normalizer.normalize(SMALL_BIG.matcher(header).replaceAll(" "), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "").replace("#", " no ").toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        Matcher word = WORDS.matcher(plain);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    PriceHeader as(Role other) {
        return new PriceHeader(other, scale, many, from, number, shop, currency, extras, rest);
    }

    PriceHeader as(Scale other) {
        return new PriceHeader(role, other, many, from, number, shop, currency, extras, rest);
    }

    PriceHeader numbered(int other) {
        return new PriceHeader(role, scale, many, from, other, shop, currency, extras, rest);
    }

    PriceHeader at(String seller) {
        return new PriceHeader(role, scale, many, from, number, seller, currency, extras, "");
    }

    /// Looks at one header.
    private static final class Reading {
        private final String header;
        private final List<String> words;
        private final Optional<CurrencySign> currency;
        private final Optional<Shops.Named> shop;

        Reading(String header) {
            this.header = header;
            this.words = words(header);
            this.currency = Currencies.in(header);
            this.shop = Shops.in(words);
        }

        PriceHeader header() {
            if (words.size() > MOST_WORDS) {
                return NOTHING;
            }
            int money = first(MONEY);
            if (money >= 0 && !any(LINKS)) {
                int extra = first(EXTRAS);
                boolean other = any(Set.of("low", "date", "datum", "note", "notes", "comment", "code", "center", "range"));
                return other || extra >= 0 && extra < money && !any(WITHOUT) ? NOTHING : price(scale());
            }
            if (words.isEmpty()) {
                return currency.isPresent() ? price(Scale.UNSAID) : NOTHING;
            }
            if (any(LINKS)) {
                return any(Set.of("datasheet", "datasheets", "image", "cad", "repo", "github", "picture", "mnf", "mfg", "mfr",
                        "manf", "manufacturer", "maker", "hersteller", "fabricant", "video", "code", "docs", "documentation"))
                        ? NOTHING
                        : make(Role.LINK);
            }
            if (any(LINE) && only(LINE, Set.of("in", "for", "incl", "the"))) {
                return price(Scale.LINE);
            }
            return words.size() == 1 && words.getFirst().equals("unit") ? price(Scale.MAYBE_ONE) : others();
        }

        private PriceHeader others() {
            if (words.size() == 1 && currency.isPresent() && currency.get().isSure()) {
                return price(Scale.UNSAID);
            }
            if (any(Set.of("currency", "devise", "wahrung", "monnaie", "waehrung"))) {
                return make(Role.CURRENCY);
            }
            if (any(Set.of("moq")) || any(Set.of("minimum", "min", "mindestbestellmenge", "mindestmenge"))
                    && only(Set.of("minimum", "min", "order", "qty", "quantity", "mindestbestellmenge", "mindestmenge"),
                            Set.of())) {
                return make(Role.MINIMUM);
            }
            if (words.getFirst().equals("vpe") || any(Set.of("pack", "packs", "packsize", "mult", "multiple", "multiples"))
                    && only(Set.of("pack", "packs", "packsize", "mult", "multiple", "multiples", "order", "size", "qty", "quantity", "pcs", "per", "in", "of",
                            "pieces", "units", "items"), Set.of())) {
                return make(Role.PACK);
            }
            return seller();
        }

        private PriceHeader seller() {
            boolean bought = any(Set.of("buy", "bought", "purchase", "purchased", "where", "source", "sources"));
            if (any(ELSE) && !(bought && any(Set.of("location")))) {
                return NOTHING;
            }
            boolean numbers = any(NUMBERS) && !words.contains("and");
            if (any(SELLERS)) {
                return make(numbers || any(Set.of("ref")) && !words.contains("and") ? Role.NUMBER : Role.SUPPLIER);
            }
            if (any(Set.of("sku", "bestellnummer", "bestellnr", "ordernumber", "ordercode"))
                    || words.contains("order") && numbers && words.size() > 1
                            && only(NUMBERS, Set.of())) {
                return make(Role.NUMBER);
            }
            if (shop.isPresent()) {
                return onlyNumbersBesideShop() ? make(Role.NUMBER) : NOTHING;
            }
            return bought && only(Set.of("buy", "bought", "purchase", "purchased", "where", "source", "sources", "from",
                    "to", "at", "location"), Set.of()) ? make(Role.SUPPLIER) : NOTHING;
        }

        private boolean onlyNumbersBesideShop() {
            Shops.Named named = shop.orElseThrow();
            for (int i = 0; i < words.size(); i++) {
                boolean isShop = i >= named.at() && i < named.at() + named.words();
                if (!isShop && !NUMBERS.contains(words.get(i)) && !isDigits(words.get(i))
                        && !Set.of("com", "de", "us", "eu", "uk").contains(words.get(i))) {
                    return false;
                }
                if (words.get(i).equals("stock") && words.size() - named.words() == 1) {
                    return false;
                }
            }
            return true;
        }

        private Scale scale() {
            boolean per = any(Set.of("per", "pro", "par")) || header.indexOf('/') >= 0;
            if (per && any(WHOLE)) {
                return Scale.LINE;
            }
            boolean line = any(LINE);
            boolean one = any(ONE);
            if (line && one && words.contains("order") && words.contains("unit")) {
                return Scale.ONE;
            }
            if (line || one) {
                return line == one ? Scale.UNSAID : line ? Scale.LINE : Scale.ONE;
            }
            return any(MAYBE_ONE) ? Scale.ONE : Scale.UNSAID;
        }

        private PriceHeader price(Scale scale) {
            Matcher many = MANY.matcher(header);
            int pieces = 1;
            if (many.find()) {
                int count = Integer.parseInt(many.group(1) == null ? many.group(3) : many.group(1));
                pieces = Math.max(1, "k".equalsIgnoreCase(many.group(2)) ? count * 1000 : count);
            }
            Matcher from = FROM.matcher(header);
            int holdsFrom = 0;
            if (pieces == 1 && from.find()) {
                holdsFrom = Integer.parseInt(from.group(1) == null ? from.group(2) : from.group(1));
            }
            int last = pieces == 1 && holdsFrom == 0 ? number() : 1;
            if (last >= BREAKS) {
                holdsFrom = last;
                last = 1;
            }
            int extra = first(EXTRAS);
            return new PriceHeader(Role.PRICE, pieces > 1 ? Scale.ONE : scale, pieces, Math.max(0, holdsFrom),
                    Math.max(1, last), shop.map(Shops.Named::shop).orElse(""), currency.orElse(null),
                    extra >= 0 && !any(WITHOUT), rest());
        }

        private PriceHeader make(Role role) {
            return new PriceHeader(role, Scale.UNSAID, 1, 0, Math.max(1, number()),
                    shop.map(Shops.Named::shop).orElse(""), currency.orElse(null), false, "");
        }

        /// The last number among its words; 1 for none.
        private int number() {
            for (int i = words.size() - 1; i >= 0; i--) {
                boolean name = i > 0 && words.get(i - 1).equals("element");
                if (isDigits(words.get(i)) && !name) {
                    return Integer.parseInt(words.get(i));
                }
            }
            return 1;
        }

        private String rest() {
            var rest = new StringBuilder();
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                boolean isShop = shop.isPresent() && i >= shop.get().at() && i < shop.get().at() + shop.get().words();
                if (!isShop && !isDigits(word) && !MONEY.contains(word) && !LINE.contains(word) && !ONE.contains(word)
                        && !MAYBE_ONE.contains(word) && !EXTRAS.contains(word)) {
                    rest.append(word);
                }
            }
            return rest.toString();
        }

        private int first(Set<String> some) {
            for (int i = 0; i < words.size(); i++) {
                if (some.contains(words.get(i))) {
                    return i;
                }
            }
            return -1;
        }

        private boolean any(Set<String> some) {
            return first(some) >= 0;
        }

        /// Whether all words are among these, numbers and names of currencies left aside.
        private boolean only(Set<String> some, Set<String> more) {
            return words.stream().allMatch(w -> some.contains(w) || more.contains(w) || isDigits(w)
                    || Currencies.word(w).isPresent() || Currencies.word(w.toUpperCase(Locale.ROOT)).isPresent()
                            && header.contains(w.toUpperCase(Locale.ROOT)));
        }

        private static boolean isDigits(String word) {
            return Character.isDigit(word.charAt(0));
        }
    }
}
