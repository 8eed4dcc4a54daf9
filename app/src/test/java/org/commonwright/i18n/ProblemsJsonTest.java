package org.commonwright.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;

/// The form that docs/formats/command-line.md promises of every verb.
class ProblemsJsonTest {
    private static String fields(Place place) {
        ObjectNode node = ProblemsJson.of(Problem.warning(place, "git.no-revision", "main"), new Messages(Locale.UK));
        node.remove("text");
        return node.toString();
    }

    @Test
    void whatIsKnownOfThePlaceIsThereForPrograms() {
        String always = "{\"severity\":\"warning\",\"code\":\"git.no-revision\",\"place\":";
        assertEquals(always + "null}", fields(null));
        assertEquals(always + "\"a.csv\",\"file\":\"a.csv\"}", fields(Place.file("a.csv")));
        assertEquals(always + "\"a.csv:12\",\"file\":\"a.csv\",\"line\":12}", fields(Place.line("a.csv", 12)));
        assertEquals(
                always + "\"a.xlsx S!C12\",\"file\":\"a.xlsx\",\"sheet\":\"S\",\"line\":12,\"column\":3}",
                fields(new Place("a.xlsx", 12, 3, "S")));
    }

    @Test
    void theSentenceIsInThePersonsLanguage() {
        var problem = Problem.warning(null, "git.no-revision", "main");
        var french = new Messages(Locale.FRENCH);
        assertEquals(french.get(problem),
                ProblemsJson.of(List.of(problem), french).get(0).path("text").asText());
    }
}
