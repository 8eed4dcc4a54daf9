package org.commonwright.bom.read;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonwright.bom.Column;

/// What headers mean: the words of KiCad, KiBoM, 1-click-BOM, JLCPCB, InvenTree, sBoM and of people, in English, French and
/// German. Capitals, accents, spaces and punctuation make no difference; `#` is read as `no`.
final class HeaderWords {
    private static final Map<String, Word> WORDS = words();

    /// Nobody calls a column more than this.
    static final int LONGEST = 200;
    private static final Pattern NUMBERED = Pattern.compile("(.*\\D)(\\d{1,2})");

    private static final Set<String> BESIDE = Set.of("price", "unitprice", "priceeach", "cost", "unitcost",
            "totalprice", "totalcost", "total", "subtotal", "link", "links", "url", "supplier", "vendor", "distributor",
            "seller", "source", "sku", "supplierpartnumber", "vendorpartnumber", "ordernumber", "orderno", "datasheet",
            "stock", "leadtime", "currency", "weight", "prix", "fournisseur", "lien", "cout", "preis", "lieferant",
            "bestellnummer", "gewicht", "poids");

    private HeaderWords() {}

    /// A column's meaning; the lower the rank, the surer. From [#WEAK] on, the column's cells have to agree.
    record Word(Column column, int rank) {}

    static final int WEAK = 100;

    static Optional<Word> meaning(String header) {
        String lower = header.strip().toLowerCase(Locale.ROOT);
        if (lower.equals("référence") || lower.equals("réf") || lower.equals("réf.")) {
            return Optional.of(new Word(Column.PART, 20));
        }
        String compact = compact(header);
        Word word = WORDS.get(compact);
        Matcher digits = NUMBERED.matcher(compact);
        if (word == null && digits.matches()) {
            Word numbered = WORDS.get(digits.group(1));
            boolean many = numbered != null
                    && (numbered.column() == Column.MPN || numbered.column() == Column.MANUFACTURER);
            return many ? Optional.of(numbered) : Optional.empty();
        }
        return Optional.ofNullable(word);
    }

    /// Whether a header is one that lists of parts have beside their meanings: prices, sellers, links.
    static boolean isBeside(String header) {
        return BESIDE.contains(compact(header));
    }

    /// The number behind a repeated column's name: 2 for `MPN2` and `Manufacturer 2`, else 1.
    static int number(String header) {
        Matcher digits = NUMBERED.matcher(compact(header));
        return digits.matches() ? Integer.parseInt(digits.group(2)) : 1;
    }

    /// How many different meanings a row's cells name.
    static int known(List<String> cells) {
        Set<Column> columns = EnumSet.noneOf(Column.class);
        int most = Math.min(cells.size(), 2000);
        for (int i = 0; i < most; i++) {
            String cell = cells.get(i);
            if (cell.length() <= 40) {
                meaning(cell).ifPresent(w -> columns.add(w.column()));
            }
        }
        return columns.size();
    }

    /// Letters and digits in lower case, without accents and without what stands in brackets; `#` as `no`. Of a long cell, its
    /// beginning.
    static String compact(String header) {
        String cell = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        String plain = isAscii(cell) ? cell : Normalizer.normalize(cell, Normalizer.Form.NFKD);
        var out = new StringBuilder(plain.length());
        char closing = 0;
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (closing != 0) {
                closing = c == closing ? 0 : closing;
            } else if ((c == '(' || c == '[') && plain.indexOf(c == '(' ? ')' : ']', i) > 0) {
                closing = c == '(' ? ')' : ']';
            } else if (c == '#') {
                out.append("no");
            } else if (Character.isLetterOrDigit(c)) {
                out.append(Character.toLowerCase(c));
            }
        }
        return out.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Word> words() {
        Map<String, Word> words = new HashMap<>();
        put(words, Column.PART, 0, "part partnumber partno pn ipn partipn internalpartnumber partname partnames name "
                + "itemname itemnumber itemno articleno articlenumber article artikelnummer artikel teilenummer teil bauteil "
                + "piece nom partid title");
        put(words, Column.PART, WEAK, "item component components parts element elements device");
        put(words, Column.KIND, 0, "kind makebuy makeorbuy sourcing");
        put(words, Column.KIND, WEAK, "type art nature");
        put(words, Column.QUANTITY, 0, "quantity qty qnty quant quantityperpcb qtyperpcb qtyperboard quantityperboard "
                + "qtyper partquantity quantite qte menge anzahl stuckzahl count qtypcs pcs amount nombre nb needed required "
                + "numberof noof totalqty totalquantity qtyperunit quantityperunit unitquantity stk stuck quantities quantity1 qty1");
        put(words, Column.UNIT, 0, "unit uom unitofmeasure unite unites einheit mengeneinheit me");
        put(words, Column.UNIT, WEAK, "units");
        put(words, Column.DESCRIPTION, 0, "description desc partdescription itemdescription beschreibung libelle "
                + "bezeichnung designation benennung specification specifications spec specs spezifikation details "
                + "model modelnumber modelpartnumber modele typ");
        put(words, Column.MANUFACTURER, 0,
                "manufacturer mfg mfr manf manufacturername mfgname mfrname partmanufacturer maker brand "
                        + "hersteller fabricant marque");
        put(words, Column.MPN, 0, "mpn manufacturerpartnumber manufacturerpartno manufacturerpart manufacturerpn "
                + "mfrpartnumber mfrpartno mfrpart mfrpn mfrno mfgpartnumber mfgpartno mfgpart mfgpn mfgno manfno manfpartno "
                + "partnumbermanufacturer mrfno mfrsno herstellernummer herstellerteilenummer herstellerartikelnummer "
                + "referencefabricant reffabricant manufacturernumber partcode");
        put(words, Column.REFERENCES, 0, "references designator designators refdes reference refs ref "
                + "referencedesignator referencedesignators partreference partreferences reperes repere referenz referenzen "
                + "referencesdesignators");
        put(words, Column.FILE, 0, "file files filename datei fichier fichiers cadfile stl stlfile");
        put(words, Column.PROCESS, 0, "process manufacturingprocess procede verfahren fertigungsverfahren");
        put(words, Column.MATERIAL, 0, "material matiere materiau werkstoff");
        put(words, Column.MODULE, 0, "module submodule subassembly sousensemble baugruppe");
        put(words, Column.ALTERNATES, 0, "alternates alternate alternatives alternative substitutes substitute "
                + "alternativeparts equivalents equivalent ersatz");
        put(words, Column.NOTES, 0, "notes note remarks remark bemerkung bemerkungen remarque remarques commentaires "
                + "commentaire kommentar hinweis comments");
        put(words, Column.VALUE, 0, "value val wert valeur comment");
        put(words, Column.FOOTPRINT, 0, "footprint package case casepackage empreinte boitier gehause bauform");
        put(words, Column.DNP, 0, "dnp dnf donotpopulate donotfit donotplace config");
        put(words, Column.EXCLUDED, 0, "excludefrombom excludedfrombom excludefrombillofmaterials");
        return Map.copyOf(words);
    }

    private static void put(Map<String, Word> words, Column column, int rank, String list) {
        int at = rank;
        for (String word : list.split(" ")) {
            words.put(word, new Word(column, at++));
        }
    }
}
