package org.commonwright.contribution.people;

import java.util.Locale;
import org.commonwright.model.Person;

/// Which authors are programs: shown like everybody, and flagged, because nobody owes a program a share.
public final class Bots {
    private Bots() {}

    /// `dependabot[bot]`, `1234+renovate[bot]@users.noreply.example.org`.
    public static boolean isBot(Person person) {
        String name = person.name().strip().toLowerCase(Locale.ROOT);
        String email = person.email().strip().toLowerCase(Locale.ROOT);
        int at = email.indexOf('@');
        return name.endsWith("[bot]") || (at < 0 ? email : email.substring(0, at)).endsWith("[bot]");
    }
}
