package org.commonwright.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;

class QuotedTest {
    @Test
    void aLongCellIsNotQuotedWhole() {
        String cell = "9".repeat(100_000);
        var problem = Problem.error(Place.line("bom.csv", 2), "bom.kind-unknown", cell);
        assertTrue(new Messages(Locale.FRENCH).get(problem).length() < 1000);
        assertEquals(Quoted.LONGEST, problem.arguments().getFirst().toString().length());
        assertTrue(new Fault("bom.kind-unknown", cell).getMessage().length() < 1000);
        assertFalse(Quoted.isWhole(problem.arguments().getFirst()));
        String edge = "x".repeat(Quoted.LONGEST - 2) + "\ud83d\ude00".repeat(9);
        assertTrue(Quoted.of(edge).endsWith("x…"), Quoted.of(edge));
    }

    @Test
    void whatAScreenWouldObeyIsSeen() {
        var fault = new Fault("bom.kind-unknown", "a\nb\u202ec\u0007\u009b\u007f é");
        assertEquals(List.of("a␊b<U+202E>c␇<U+009B>␡ é"), fault.arguments());
        assertFalse(Quoted.isWhole(fault.arguments().getFirst()));
        assertTrue(Quoted.isWhole("plain…"));
        assertTrue(new Messages(Locale.ENGLISH).get(Problem.note(Place.file("a\u202e\nb.csv"), "bom.kind-unknown", ""))
                .startsWith("a<U+202E>␊b.csv: "));
    }

    @Test
    void whatIsQuotedIsQuotedOnce() {
        String once = Quoted.of("a\u202e".repeat(5000));
        assertEquals(Quoted.of(once), Quoted.of(Quoted.of(once)));
    }

    @Test
    void whatMayBeAPasswordIsLeftOut() {
        for (String secret : List.of("https://ann:hunter2@cam/x", "https://hunter2@cam/x", "http://ann:hun@ter2@cam/x",
                "ssh://git:hunter2@cam/x", "see https://hunter2@cam and ftp://a:hunter2@b")) {
            var fault = new Fault("card.bad-camera", secret);
            String shown = new Messages(Locale.FRENCH).get(fault) + fault.getMessage() + fault.arguments();
            assertFalse(shown.contains("hunter2") || shown.contains("ter2"), shown);
            assertFalse(Quoted.isWhole(fault.arguments().getFirst()), shown);
            assertEquals(Quoted.of(secret), Quoted.of(Quoted.of(secret)));
        }
        for (String plain : List.of("ssh://git@host/a", "a@b", "/dev/ttyUSB0@250000", "https://host/a@b",
                "//comment:x")) {
            assertEquals(plain, Quoted.of(plain));
        }
        assertTrue(Quoted.of("https://ann:" + "x".repeat(5000) + "@cam").length() < 30);
    }
}
