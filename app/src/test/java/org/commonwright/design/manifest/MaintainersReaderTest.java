package org.commonwright.design.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever guards the last word is named without a doubt, or nobody passes.
class MaintainersReaderTest {
    private static List<Problem> problems(String entry) {
        List<Problem> problems = new ArrayList<>();
        CommonsReader.read("commons.toml", ("version = 1\n" + entry.replace(';', '\n') + "\n")
                .getBytes(StandardCharsets.UTF_8), problems::add);
        return problems;
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            [[maintainers]];path = "../x";people = ["a@b.c"]               | design.maintainers-path
            [[maintainers]];path = ["x"];people = 3                        | design.maintainers-people
            [[maintainers]];path = 7;people = ["a@b.c"]                    | design.maintainers-path
            [[maintainers]];path = "x/";people = ["a@b.c"]                 | design.maintainers-path
            [[maintainers]];path = ".";people = [{name = "Ada"}]           | design.maintainers-people
            [[maintainers]];path = ".";people = []                         | design.maintainers-people
            [[maintainers]];path = ".";people = ["a@b.c", 7]               | design.maintainers-people
            [[maintainers]];path = ".";persons = ["a@b.c"]                 | design.maintainers-key
            [[maintainers]];path = ".";people = ["Ada"]                    | design.maintainers-person
            [[maintainers]];path = ".";people = ["SHA256:short"]           | design.maintainers-person
            [[maintainers]];people = ["a@b.c"];[[maintainers]];people = "a@b.c" | design.maintainers-twice
            maintainers = ["a@b.c"]                                        | design.maintainers-no-table
            maintainers = "a@b.c"                                          | design.maintainers-no-table
            [[maintainer]];people = ["a@b.c"]                              | design.maintainers-misspelt
            """)
    void whatIsWrongIsAnError(String entry, String code) {
        List<Problem> errors = problems(entry).stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
        assertTrue(errors.stream().anyMatch(p -> p.code().equals(code)), entry + " gives " + errors);
    }

    @Test
    void whatIsRightGivesNone() {
        assertEquals(List.of(),
                problems("[[maintainers]];path = \".\";people = [\"Ada <ada@example.org>\", \"bo@example.org\","
                        + " \"SHA256:" + "a".repeat(43)
                        + "\"];[[maintainers]];path = \"modules/arm\";people = \"c@d.e\""));
    }
}
