package org.commonwright.bom.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonwright.bom.Bom;
import org.commonwright.bom.read.BomReader;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;

class BomChecksTest {
    @Test
    void findsWhatOnlyShowsInTheWhole() {
        List<String> found = check(
                "Part,Kind,Quantity,References,File,MPN\nplate,make,1,,,\nlid,make,1,,../../x/lid.stl,\n"
                        + "bad,make,1,,/etc/passwd,\nworse,make,1,,a/../../b,\nnone,buy,0,,,\nPLATE,make,2,,p.stl,\n"
                        + "c,buy,2,C1 C2,,X\nd,buy,1,C2,,\nx,buy,1e308,,,\ny,buy,1,,,A\u0007B\n");
        assertEquals(List.of("bom.quantity-out-of-range t.csv:10:3", "bom.control-characters t.csv:11:6",
                "bom.make-without-file t.csv:2:5", "bom.file-unsafe t.csv:4:5", "bom.file-unsafe t.csv:5:5",
                "bom.quantity-zero t.csv:6:3", "bom.part-twice t.csv:7:1", "bom.reference-twice t.csv:9:4"), found);
    }

    private static List<String> check(String text) {
        Bom bom = BomReader.read("t.csv", text.getBytes(StandardCharsets.UTF_8));
        return BomChecks.check(bom).stream().map(p -> p.code() + " " + p.place()).toList();
    }

    @Test
    void manyReferencesThatStandTwiceAreTogetherOneSentence() {
        StringBuilder all = new StringBuilder();
        for (int i = 1; i <= 5000; i++) {
            all.append('R').append(i).append(' ');
        }
        Bom bom = BomReader.read("m", ("References,Qty,Value\n" + all + ",5000,1k\n" + all + ",5000,2k\n")
                .getBytes(StandardCharsets.UTF_8));
        List<Problem> found = BomChecks.check(bom).stream().filter(p -> p.code().startsWith("bom.reference")).toList();
        assertEquals(21, found.size());
        assertEquals("bom.references-twice-more [4980]", found.getLast().code() + " " + found.getLast().arguments());
    }
}
