package org.commonwright.credit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The text of a `CONTRIBUTORS` file: who had a part in a design, people first, the names in order of the lines that are there
/// now. It has no numbers, so that it only changes when somebody new comes.
public final class ContributorsFile {
    public static final String NAME = "CONTRIBUTORS";

    private ContributorsFile() {}

    /// @param heading the first line
    /// @param programs what stands above the names of programs
    /// @param cited what stands above those whose work is built on
    public static String text(Credits credits, String heading, String programs, String cited) {
        List<Credit> here = credits.people().stream().filter(ContributorsFile::isHere).toList();
        return Stream.of(heading + "\n" + names(here.stream().filter(c -> !c.bot()).toList()),
                section(cited, credits.people().stream().filter(c -> !isHere(c)).toList()),
                section(programs, here.stream().filter(Credit::bot).toList()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static boolean isHere(Credit credit) {
        return credit.lines().isPresent() || credit.reviewed() > 0 || credit.declared().signum() > 0
                || credit.cells().signum() > 0;
    }

    private static String section(String title, List<Credit> people) {
        return people.isEmpty() ? "" : title + "\n" + names(people);
    }

    private static String names(List<Credit> people) {
        return people.stream().map(c -> "- " + c.person() + "\n").collect(Collectors.joining("", "\n", ""));
    }
}
