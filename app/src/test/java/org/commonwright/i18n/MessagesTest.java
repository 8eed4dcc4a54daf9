package org.commonwright.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
