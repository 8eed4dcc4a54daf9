package org.commonwright.credit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonwright.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The text of a `CONTRIBUTORS` file: who had a part in a design, people first, the names in order of the lines that are there
/// now. It has no numbers, so that it only changes when somebody new comes; and its language is the design's, so that it does not
/// change with who writes it.
///
/// @param text what it is to be
/// @param byHand whether what stood there before was written by somebody, and not by this program
public record ContributorsFile(String text, boolean byHand) {
    public static final String NAME = "CONTRIBUTORS";

    /// Those that it can be written in; the first is meant where the design says none of them.
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    /// @param before what stands there now; null for nothing. Its language is kept
    public static ContributorsFile of(Credits credits, byte @Nullable [] before) {
        String was = before == null ? "" : new String(before, StandardCharsets.UTF_8);
        for (Locale language : LANGUAGES) {
            var messages = new Messages(language);
            if (was.startsWith(heading(messages))) {
                return new ContributorsFile(text(credits, messages), false);
            }
        }
        return new ContributorsFile(text(credits, new Messages(language(credits.language()))), before != null);
    }

    /// The first of the design's languages that there is.
    private static Locale language(String said) {
        return Stream.of(said.split("[,;\\s]+"))
                .flatMap(one -> LANGUAGES.stream()
                        .filter(l -> Locale.forLanguageTag(one).getLanguage().equals(l.getLanguage())))
                .findFirst().orElse(LANGUAGES.getFirst());
    }

    private static String heading(Messages messages) {
        return messages.get("credit.file-heading");
    }

    private static String text(Credits credits, Messages messages) {
        List<Credit> here = credits.people().stream().filter(ContributorsFile::isHere).toList();
        return Stream.of(heading(messages) + "\n" + names(here.stream().filter(c -> !c.bot()).toList(), messages),
                section(messages, "credit.file-cited", credits.people().stream().filter(c -> !isHere(c)).toList()),
                section(messages, "credit.file-programs", here.stream().filter(Credit::bot).toList()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static boolean isHere(Credit credit) {
        return credit.lines().isPresent() || credit.reviewed() > 0 || credit.declared().signum() > 0
                || credit.cells().signum() > 0;
    }

    private static String section(Messages messages, String titleKey, List<Credit> people) {
        return people.isEmpty() ? "" : messages.get(titleKey) + "\n" + names(people, messages);
    }

    private static String names(List<Credit> people, Messages messages) {
        return people.stream().map(c -> "- " + messages.written(c.person()) + "\n")
                .collect(Collectors.joining("", "\n", ""));
    }
}
