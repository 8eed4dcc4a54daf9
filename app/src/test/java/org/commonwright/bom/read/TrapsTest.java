package org.commonwright.bom.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.BomLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What goes wrong in lists out there, each as a careful person reads it: quantity, part, references, maker's number and
/// alternates of each line; rows set aside in brackets.
class TrapsTest {
    static Stream<Arguments> traps() {
        return Stream.of(
                trap("tabs in a .csv, commas in its cells", "Part\tQty\tNote, more\nrod, long\t2\ta, b\n",
                        "2 rod, long"),
                trap("pipes and quotes", "Part|Qty\n\"a|b\"|2\n\"say \"\"x\"\"\"|1\n", "2 a|b; 1 say \"x\""),
                trap("a separator that the first line names", "sep=;\nPart;Qty\na,b;1,5\n", "[1]; 1.5 a,b"),
                trap("UTF-16 without a mark, big end first", "UTF-16BE", "Pièce;Qté\nécrou;4\n", "4 écrou"),
                trap("UTF-16 without a mark, little end first", "UTF-16LE", "Pièce;Qté\nécrou;4\n", "4 écrou"),
                trap("UTF-8 with a mark", "UTF-8", "\ufeffPièce;Qté\nécrou;4\n", "4 écrou"),
                trap("Windows-1252", "windows-1252", "Teil;Menge\nMutter Ø3 – 5 €;4\n", "4 Mutter Ø3 – 5 €"),
                trap("a decimal comma in the whole column", "Teil;Menge\na;0,5\nb;1,000\n", "0.5 a; 1 b"),
                trap("spaces around everything", " Part , Qty , Unit \n rod , 0.8 , m \n", "0.8 m rod"),
                trap("references over several lines of a cell", "References,Qty,Value\n\"R1\nR2\",2,1k\n",
                        "2 1k R1 R2"),
                trap("numbers that go on from a designator", "References,Qty,Value\n\"Q1,2,3\",3,BC547\n",
                        "3 BC547 Q1 Q2 Q3"),
                trap("names that look like ranges",
                        "References,Qty,Value\n\"J3-1, J3-2\",2,pin\nJ1-3,1,plug\nP1-4,4,pad\n",
                        "2 pin J3-1 J3-2; 1 plug J1-3; 4 pad P1 P2 P3 P4"),
                trap("two numbers in a cell", "Ref,Qty,MPN\nC1,1,GRM188R71E104KA01D / CC0603KRX7R8BB104\n",
                        "1 GRM188R71E104KA01D C1 =GRM188R71E104KA01D ~CC0603KRX7R8BB104"),
                trap("a number with a space", "Ref,Qty,MPN\nU1,1,LM358 DR\n", "1 LM358 DR U1 =LM358 DR"),
                trap("pairs of makers and numbers", "Ref,Qty,MFG1,MPN1,MFG2,MPN2\nC1,1,Murata,GRM1,Yageo,CC2\n",
                        "1 GRM1 C1 =GRM1 ~CC2"),
                trap("a seller's number is not a maker's",
                        "Part,Qty,Vendor,Vendor P/N,Mfr. Part #\nx,1,Mouser,81-1,ABC1\n",
                        "1 x =ABC1"),
                trap("rows too short and too long", "Part,Qty,Unit\na,1\nb,2,pcs,more\n,,\n", "1 a; 2 b; [4]"),
                trap("a quote that nothing closes", "Part,Qty\n12\" tube,3\nnut,2\n", "3 12\" tube; 2 nut"),
                trap("the header again, a heading, sums",
                        "Item,Part Number,Description,Qty\nMechanics,,,\n1,A,rod,2\nItem,Part Number,Description,Qty\n2,B,nut,1\nTOTAL,,,3\n",
                        "[2]; 2 A; [4]; 1 B; [6]"),
                trap("postage and taxes", "Part,Qty,Price\na,2,1\nShipping,,4\nVAT,,1\n,,Total: 7\n",
                        "2 a; [3]; [4]; [5]"),
                trap("formulas that a text keeps", "Part,Qty\na,=2*3\n\"=\"\"0603\"\"\",2\nSum,=SUM(B2:B3)\n",
                        "? a; 2 0603; [4]"),
                trap("units in a note", "Part,Qty,Notes\nrope,3,Units in meters\ntape,-,\n", "3 m rope; ? tape"),
                trap("quantities as people write them", "Part,Qty\na,2x\nb,3 pcs\nc,0.8 m\nd,1/2\ne,2 Stk.\nf,4 off\n",
                        "2 a; 3 b; 0.8 m c; 0.5 d; 2 e; 4 f"),
                trap("a list without a count", "Name,Link,Price\nESP32,http://x,5\nRelay,http://y,2\n",
                        "1 ESP32; 1 Relay"),
                trap("EAGLE, where parts are designators",
                        "Qty;Value;Device;Package;Parts\n2;100n;C-EU;C0603;C1, C2\n1;;PINHD;1X02;JP1\n",
                        "2 100n C0603 C1 C2; 1 PINHD 1X02 JP1"),
                trap("a database's ids beside the parts", "Part,Part Name,Quantity\n17,rod,2\n18,nut,4\n",
                        "2 rod; 4 nut"),
                trap("marks of a conflict", "Part,Qty\n<<<<<<< HEAD\na,1\n=======\na,2\n>>>>>>> x\nb,1\n",
                        "[2]; 1 a; [4]; [5]; [6]; 1 b"),
                trap("a plain list", "Parts:\n- 2 × M3 nut\n- 608 bearing: 3\n- rope, 2 m\n",
                        "[1]; 2 M3 nut; 3 608 bearing; 2 m rope"));
    }

    private static Arguments trap(String what, String text, String said) {
        return trap(what, "UTF-8", text, said);
    }

    private static Arguments trap(String what, String charset, String text, String said) {
        return Arguments.of(what, charset, text, said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traps")
    void isReadAsACarefulPersonReadsIt(String what, String charset, String text, String said) {
        Bom bom = BomReader.read("list.csv", text.getBytes(Charset.forName(charset)));
        Stream<Row> lines = bom.lines().stream().map(line -> new Row(line.row(), said(line)));
        Stream<Row> asides = bom.skipped().stream().map(row -> new Row(row.row(), "[" + row.row() + "]"));
        assertEquals(said, Stream.concat(lines, asides).sorted((a, b) -> Integer.compare(a.number, b.number))
                .map(Row::text).collect(Collectors.joining("; ")), what);
    }

    private record Row(int number, String text) {}

    private static String said(BomLine line) {
        String quantity = line.quantity() == null ? "?" : line.quantity().toString().replace(" pcs", "");
        String references = line.references().stream().map(r -> " " + r).collect(Collectors.joining());
        String number = line.mpn().isEmpty() ? "" : " =" + line.mpn();
        return quantity + " " + line.part() + references + number
                + line.alternates().stream().map(a -> " ~" + a.mpn()).collect(Collectors.joining());
    }
}
