package org.commonwright.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole table of verdicts: who, contributor or not, for what.
class VerdictTest {
    private final LicenceTable table = LicenceTable.load();
    private final LicenceCheck check = new LicenceCheck(table);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            person             | false | none        | free | PPL §4(b)
            worker-cooperative | false | none        | free | PPL §4(b)
            cooperative        | false | none        | free | PPL §4(b)
            non-profit         | false | none        | free | PPL §4(b)
            public-body        | false | none        | free | PPL §4(b)
            firm               | false | none        | free | PPL §4(b)
            firm               | true  | none        | free | PPL §4(b)
            person             | false | breached    | free | PPL §4(b)
            """)
    void pplIsFreeForEveryoneWithoutCommerce(String kind, boolean contributor, String grant, String answer,
            String clause) {
        var user = new User(UserKind.parse(kind), contributor, Grant.parse(grant));
        for (Use use : List.of(Use.STUDY, Use.MODIFY, Use.MAKE)) {
            Verdict verdict = check.check("PPL", user, use);
            assertEquals(answer, verdict.answer().token(), use + " " + kind);
        }
        assertEquals(clause, check.check("PPL", user, Use.MAKE).clause());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            worker-cooperative | false | none        | free | PPL §4(c)        | licence.ppl-worker-owned
            worker-cooperative | true  | none        | free | PPL §4(c)        | licence.ppl-worker-owned
            worker-cooperative | false | expired     | free | PPL §4(c)        | licence.ppl-worker-owned
            person             | true  | none        | free | PPL §4(f)        | licence.ppl-contributor
            cooperative        | true  | none        | free | PPL §4(f)        | licence.ppl-contributor
            non-profit         | true  | none        | free | PPL §4(f)        | licence.ppl-contributor
            public-body        | true  | contributor | free | PPL §4(f)        | licence.ppl-contributor
            person             | false | none        | fee  | PPL §4(b), §4(f) | licence.ppl-not-worker-owned
            cooperative        | false | none        | fee  | PPL §4(b), §4(f) | licence.ppl-not-worker-owned
            non-profit         | false | none        | fee  | PPL §4(b), §4(f) | licence.ppl-not-worker-owned
            public-body        | false | none        | fee  | PPL §4(b), §4(f) | licence.ppl-not-worker-owned
            public-body        | false | voted       | free | PPL §4(f)        | licence.ppl-voted-grant
            firm               | true  | none        | fee  | PPL §4(d), §4(f) | licence.ppl-firm-contributor
            firm               | true  | contributor | fee  | PPL §4(d), §4(f) | licence.ppl-firm-contributor
            firm               | true  | voted       | free | PPL §4(d), §4(f) | licence.ppl-voted-grant
            firm               | false | none        | fee  | PPL §4(d), §4(f) | licence.ppl-firm
            firm               | true  | expired     | no   | PPL §4(d)        | licence.ppl-expired
            person             | true  | expired     | no   | PPL §4(b)        | licence.ppl-expired
            worker-cooperative | true  | breached    | no   | PPL §7(a)        | licence.ppl-breach
            person             | true  | breached    | no   | PPL §7(a)        | licence.ppl-breach
            firm               | false | breached    | no   | PPL §7(a)        | licence.ppl-breach
            """)
    void pplForCommerce(String kind, boolean contributor, String grant, String answer, String clause, String reason) {
        var user = new User(UserKind.parse(kind), contributor, Grant.parse(grant));
        Verdict verdict = check.check("PPL", user, Use.SELL);
        assertEquals(answer, verdict.answer().token());
        assertEquals(clause, verdict.clause());
        assertEquals(reason, verdict.reason().key());
    }

    @Test
    void theFreeUseOfAContributorAsksForASignedGrant() {
        Verdict without = check.check("PPL", User.contributor(UserKind.PERSON), Use.SELL);
        Verdict with = check.check("PPL", new User(UserKind.PERSON, true, Grant.CONTRIBUTOR), Use.SELL);
        assertTrue(without.conditions().contains(Messages.Key.of("licence.condition-signed-grant")));
        assertFalse(with.conditions().contains(Messages.Key.of("licence.condition-signed-grant")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CERN-OHL-S-2.0    | CERN-OHL-S-2.0 §4
            CERN-OHL-W-2.0    | CERN-OHL-W-2.0 §4.1
            CERN-OHL-P-2.0    | CERN-OHL-P-2.0 §4
            CERN-OHL-1.2      | CERN-OHL-1.2 §4.1
            TAPR-OHL-1.0      | TAPR-OHL-1.0 §5.2
            CC0-1.0           | CC0-1.0 §2
            CC-BY-4.0         | CC-BY-4.0 §2(a)(1)
            CC-BY-SA-4.0      | CC-BY-SA-4.0 §2(a)(1)
            GPL-3.0-or-later  | GPL-3.0-or-later §4, §6
            GPL-3.0+          | GPL-3.0-or-later §4, §6
            LGPL-2.1-only     | LGPL-2.1-only §4, §6
            MIT               | MIT
            Apache-2.0        | Apache-2.0 §4
            """)
    void openLicencesNeverCharge(String id, String clause) {
        for (UserKind kind : UserKind.values()) {
            for (Use use : Use.values()) {
                assertEquals(Answer.FREE, check.check(id, User.of(kind), use).answer(), id + " " + kind + " " + use);
            }
        }
        assertEquals(clause, check.check(id, User.of(UserKind.FIRM), Use.SELL).clause());
    }

    @ParameterizedTest
    @CsvSource({"CC-BY-NC-4.0, CC-BY-NC-4.0 §2(a)(1)", "CC-BY-NC-SA-4.0, CC-BY-NC-SA-4.0 §2(a)(1)",
            "CC-BY-NC-3.0, CC-BY-NC-3.0 §4(b)", "CC-BY-NC-SA-3.0, CC-BY-NC-SA-3.0 §4(c)"})
    void nonCommercialLicencesSellToNobody(String id, String clause) {
        for (UserKind kind : UserKind.values()) {
            assertEquals(Answer.FREE, check.check(id, User.of(kind), Use.MAKE).answer());
            Verdict verdict = check.check(id, User.contributor(kind), Use.SELL);
            assertEquals(Answer.NO, verdict.answer());
            assertEquals(clause, verdict.clause());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PPL OR CERN-OHL-S-2.0                        | free | CERN-OHL-S-2.0
            PPL AND CERN-OHL-S-2.0                       | fee  | PPL
            CC-BY-NC-4.0 OR PPL                          | fee  | PPL
            (MIT or Apache-2.0) and PPL                  | fee  | PPL
            GPL-3.0-or-later WITH GCC-exception-3.1      | free | GPL-3.0-or-later
            MIT AND LicenseRef-House                     | no   | LicenseRef-House
            MIT OR LicenseRef-House                      | free | MIT
            cern-ohl-s-2.0                               | free | CERN-OHL-S-2.0
            """)
    void expressionsChooseTheMildestAndAddUpTheStrictest(String expression, String answer, String licence) {
        Verdict verdict = check.check(expression, User.of(UserKind.PERSON), Use.SELL);
        assertEquals(answer, verdict.answer().token());
        assertEquals(licence, verdict.licence());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | licence.none
            Proprietary-1.0          | licence.unknown-id
            MIT AND                  | licence.expression-bad
            (MIT                     | licence.expression-bad
            MIT Apache-2.0           | licence.expression-bad
            MIT; rm -rf              | licence.expression-bad
            WITH MIT                 | licence.expression-bad
            """)
    void whatIsNotKnownIsAnsweredNo(String expression, String reason) {
        Verdict verdict = check.check(expression, User.of(UserKind.PERSON), Use.STUDY);
        assertEquals(Answer.NO, verdict.answer());
        assertEquals(reason, verdict.reason().key());
    }

    @Test
    void aHostileExpressionIsRefusedQuickly() {
        String expression = "(MIT OR ISC) AND ".repeat(2000) + "MIT";
        assertEquals("licence.expression-bad",
                assertThrows(Fault.class, () -> SpdxExpression.parse(expression)).code());
        assertThrows(Fault.class, () -> SpdxExpression.parse("(".repeat(100_000)));
    }

    @Test
    void expressionsPrintAsTheyParse() {
        String text = "(MIT OR ISC) AND GPL-2.0-only WITH Classpath-exception-2.0";
        assertEquals(text, SpdxExpression.parse(text).toString());
        assertEquals(2, SpdxExpression.parse(text).choices().size());
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void everyVerdictHasItsSentenceInBothLanguages(Use use) {
        for (Locale locale : List.of(Locale.UK, Locale.FRANCE)) {
            var messages = new Messages(locale);
            for (LicenceTerms terms : table.all()) {
                for (UserKind kind : UserKind.values()) {
                    for (Grant grant : Grant.values()) {
                        Verdict v = check.check(terms.id(), new User(kind, true, grant), use);
                        assertFalse(messages.get(v.reason().key(), v.reason().arguments()).isBlank());
                        v.conditions().forEach(c -> messages.get(c.key(), c.arguments()));
                    }
                }
            }
        }
    }

    @Test
    void wordsForUsersAndUsesAreRead() {
        assertEquals(UserKind.WORKER_COOPERATIVE, UserKind.parse("cooperative worker-owned".replace(' ', '-')));
        assertEquals(Use.SELL, Use.parse("commercial"));
        assertEquals("licence.user-unknown", assertThrows(Fault.class, () -> UserKind.parse("robot")).code());
        assertEquals("licence.use-unknown", assertThrows(Fault.class, () -> Use.parse("burn")).code());
        assertEquals("licence.grant-unknown", assertThrows(Fault.class, () -> Grant.parse("maybe")).code());
    }
}
