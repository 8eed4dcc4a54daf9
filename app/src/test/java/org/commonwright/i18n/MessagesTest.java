package org.commonwright.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Bidi;
import java.util.List;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages english = new Messages(Locale.UK);
    private final Messages french = new Messages(Locale.FRANCE);

    @Test
    void aFaultSpeaksTheReadersLanguage() {
        var fault = new Fault("files.leaves-folder", "../x", "/designs");
        assertEquals("The path ../x leads outside /designs; it was not followed. Remove the link or correct the path in"
                + " the repository.", english.get(fault));
        assertEquals("Le chemin ../x mène hors de /designs\u202f; il n’a pas été suivi. Retirez le lien ou corrigez le"
                + " chemin dans le dépôt.", french.get(fault));
    }

    @Test
    void pluralsFollowTheLanguage() {
        String files = "{0} {0?file|files}";
        assertEquals("0 files", Template.fill(files, List.of(0), english));
        assertEquals("1 file", Template.fill(files, List.of(1), english));
        assertEquals("2 files", Template.fill(files, List.of(2), english));
        assertEquals("0 fichier", Template.fill("{0} {0?fichier|fichiers}", List.of(0), french));
    }

    @Test
    void anUnknownLanguageReadsEnglish() {
        assertEquals("Cancelled.", new Messages(Locale.JAPAN).get("task.cancelled"));
    }

    /// Else the name would stand last, and the number that follows it left of it.
    @Test
    void aNameReadFromRightToLeftLeavesTheSentenceAsItIs() {
        String name = "\u0641\u0627\u0637\u0645\u0629";
        String text = french.forLabels().get("reviews.fork-facts", name, 1, 0, name);
        assertEquals("\u200e" + name + "\u200e", text.substring(0, name.length() + 2));
        assertTrue(text.endsWith("\u200e" + name + "\u200e"), text);
        var read = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        assertTrue(read.baseIsLeftToRight());
        assertEquals(0, read.getLevelAt(text.indexOf('1')));
        assertEquals(text.replace("\u200e", ""), french.get("reviews.fork-facts", name, 1, 0, name));
        assertEquals(french.get("reviews.fork-facts", "Li", 1, 0, "x"),
                french.forLabels().get("reviews.fork-facts", "Li", 1, 0, "x"));
    }
}
