package org.commonwright.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which licences may be in which, directly and through other modules.
class CombinationTest {
    private final TreeCheck check = new TreeCheck(LicenceTable.load());

    @ParameterizedTest(name = "{1} as {2} of {0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            CERN-OHL-S-2.0   | PPL              | source   | licence.conflict-reciprocal
            CERN-OHL-S-2.0   | PPL              | external | licence.conflict-reciprocal
            CERN-OHL-S-2.0   | PPL              | bought   | none
            CERN-OHL-W-2.0   | PPL              | source   | licence.conflict-weak
            CERN-OHL-W-2.0   | PPL              | external | licence.external-material
            CERN-OHL-W-2.0   | PPL              | bought   | none
            CERN-OHL-P-2.0   | PPL              | source   | licence.stricter-inside
            TAPR-OHL-1.0     | PPL              | source   | licence.conflict-reciprocal
            PPL              | CERN-OHL-P-2.0   | source   | none
            PPL              | CC0-1.0          | source   | none
            PPL              | CERN-OHL-S-2.0   | source   | licence.conflict-demanded
            PPL              | CERN-OHL-S-2.0   | bought   | none
            PPL              | CERN-OHL-W-2.0   | source   | none
            PPL              | PPL              | source   | none
            PPL              | GPL-3.0-or-later | source   | licence.beside-software
            PPL              | CC-BY-NC-4.0     | source   | licence.stricter-inside
            PPL              | CC-BY-NC-SA-4.0  | source   | licence.conflict-demanded
            CERN-OHL-S-2.0   | CERN-OHL-W-2.0   | source   | none
            CERN-OHL-S-2.0   | CERN-OHL-1.2     | source   | none
            CERN-OHL-S-2.0   | CC-BY-NC-4.0     | source   | licence.conflict-reciprocal
            CERN-OHL-S-2.0   | CC-BY-SA-4.0     | source   | licence.conflict-demanded
            CERN-OHL-S-2.0   | GPL-3.0-only     | source   | licence.beside-software
            CERN-OHL-W-2.0   | CERN-OHL-S-2.0   | source   | licence.whole-under-inner
            CERN-OHL-P-2.0   | CERN-OHL-S-2.0   | source   | licence.whole-under-inner
            CC-BY-NC-SA-4.0  | PPL              | source   | licence.conflict-reciprocal
            GPL-3.0-only     | GPL-2.0-only     | source   | licence.conflict-demanded
            GPL-3.0-only     | GPL-2.0-or-later | source   | none
            GPL-3.0-or-later | CC-BY-SA-4.0     | source   | none
            CERN-OHL-S-2.0   | PPL OR MIT       | source   | none
            CERN-OHL-S-2.0   | PPL AND MIT      | source   | licence.conflict-reciprocal
            """)
    void oneInAnother(String outer, String inner, String inclusion, String code) {
        var child = new ModuleLicence("modules/inner", "inner", inner,
                Inclusion.valueOf(inclusion.toUpperCase(Locale.ROOT)), List.of());
        TreeVerdict tree = ask(module(outer, child), Use.MAKE);
        String found = tree.problems().isEmpty() ? "none" : tree.problems().getFirst().code();
        assertEquals(code, found);
        Answer expected = code.startsWith("licence.conflict") ? Answer.NO : Answer.FREE;
        assertEquals(expected, tree.overall().answer());
        for (Problem problem : tree.problems()) {
            for (Locale locale : List.of(Locale.UK, Locale.FRANCE)) {
                assertTrue(new Messages(locale).get(problem).contains("inner"));
            }
        }
    }

    @Test
    void theClauseOfAConflictIsNamed() {
        TreeVerdict tree = ask(module("CERN-OHL-S-2.0", module("PPL")), Use.MODIFY);
        assertEquals("CERN-OHL-S-2.0 §3.2, §3.3(d)", tree.overall().clause());
        assertEquals(Answer.FREE, ask(module("CERN-OHL-S-2.0", module("PPL")), Use.STUDY).overall().answer());
    }

    @Test
    void aConflictIsFoundThroughAModuleBetween() {
        TreeVerdict tree = ask(module("CERN-OHL-S-2.0", module("CC0-1.0", module("PPL"))), Use.MAKE);
        assertEquals("licence.conflict-reciprocal", tree.problems().stream()
                .filter(p -> p.severity() == Problem.Severity.ERROR).findFirst().orElseThrow().code());
    }

    @Test
    void whatIsInsideABoughtPartBindsNobody() {
        var bought = new ModuleLicence("modules/motor", "motor", "Proprietary-1.0", Inclusion.BOUGHT,
                List.of(module("PPL")));
        TreeVerdict tree = ask(module("CERN-OHL-S-2.0", bought), Use.SELL);
        assertEquals(List.of(), tree.problems());
        assertEquals(Answer.FREE, tree.overall().answer());
    }

    @Test
    void theStrictestModuleDecides() {
        TreeVerdict tree = ask(module("PPL", module("CC0-1.0"), module("CERN-OHL-P-2.0")), Use.SELL);
        assertEquals(Answer.FEE, tree.overall().answer());
        assertEquals(3, tree.modules().size());
        assertEquals(Answer.FREE, tree.modules().get(2).verdict().answer());
    }

    @Test
    void anUnknownOrMissingLicenceStops() {
        TreeVerdict unknown = ask(module("MIT", module("House-1.0")), Use.MAKE);
        assertEquals(Answer.NO, unknown.overall().answer());
        assertEquals("licence.unknown-id", unknown.problems().getFirst().code());
        assertEquals("licence.none", ask(module("MIT", module("")), Use.MAKE).problems().getFirst().code());
    }

    @Test
    void modulesThatManyShareAndDeepTreesCostLittle() {
        ModuleLicence tower = module("PPL");
        for (int i = 0; i < 60; i++) {
            tower = module("CC0-1.0", tower, tower);
        }
        for (int i = 0; i < 20_000; i++) {
            tower = module("MIT", tower);
        }
        TreeVerdict tree = ask(module("CERN-OHL-S-2.0", tower), Use.MAKE);
        assertEquals("licence.conflict-reciprocal", tree.overall().reason().key());
        assertEquals(20_062, tree.modules().size());
    }

    private TreeVerdict ask(ModuleLicence root, Use use) {
        return check.check(root, User.of(UserKind.PERSON), use);
    }

    private static ModuleLicence module(String expression, ModuleLicence... modules) {
        return new ModuleLicence("modules/inner", "inner", expression, Inclusion.SOURCE, List.of(modules));
    }
}
