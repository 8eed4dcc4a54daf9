package org.commonwright.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FrenchSpacesTest {
    @Test
    void noLineEndsBeforeASignOrInsideQuotes() {
        assertEquals("«\u00a0{0}\u00a0»\u00a0: {1}\u202f; quoi\u202f? oui\u202f!",
                FrenchSpaces.in("« {0} » : {1} ; quoi ? oui !"));
    }

    @Test
    void whatIsNotPunctuationStays() {
        for (String text : new String[]{"hôte:port", "a::b", "a :: b", "x ?y", "HEAD :chemin", "{0?pièce|pièces}",
                " : ", "a != b"}) {
            assertEquals(text, FrenchSpaces.in(text));
        }
    }

    @Test
    void aCommandInQuotesIsCopiedAsItWas() {
        assertEquals("Lancez « git add {0} »\u202f; puis", FrenchSpaces.in("Lancez « git add {0} » ; puis"));
    }

    @Test
    void bundlesInFrenchAreSetSoAndOthersAreNot() {
        String key = "cli.which-verb";
        String room = "org.commonwright.i18n.cli";
        assertTrue(Bundles.load(room, Locale.FRANCE).getString(key).contains("faut faire\u00a0: "));
        String english = Bundles.load(room, Locale.ENGLISH).getString(key);
        assertEquals(-1, english.indexOf('\u00a0'), english);
    }
}
