package org.commonwright.cli.contributors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.TextTable;
import org.commonwright.contribution.Contributions;
import org.commonwright.contribution.Part;
import org.commonwright.contribution.cells.ListCells;
import org.commonwright.credit.Credit;
import org.commonwright.credit.Credits;
import org.commonwright.credit.CreditsJson;
import org.commonwright.credit.EffortState;
import org.commonwright.credit.Statement;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.record.Entry;

/// Everybody's part as a table for people, and as CSV for a spreadsheet.
final class CreditText {
    private static final double PER_MILLE = 1000;

    private final CliContext context;

    CreditText(CliContext context) {
        this.context = context;
    }

    void print(Credits credits) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("contribution.column-name"), word("contribution.column-lines"),
                word("contribution.column-share"), word("contribution.column-authored"),
                word("contribution.column-commits"), word("credit.column-cells"), word("credit.column-reviewed"),
                word("credit.column-declared"),
                word("credit.column-cited")));
        for (Credit credit : credits.people()) {
            String name = context.messages().written(credit.person())
                    + (credit.bot() ? " " + word("contribution.column-bot") : "");
            rows.add(List.of(name, number(credit.surviving()),
                    context.formats().percent(credit.lines().map(Part::perMille).orElse(0) / PER_MILLE),
                    number(credit.authored()), number(Rational.of(credit.lines().map(Part::commits).orElse(0))),
                    number(credit.cells()), number(Rational.of(credit.reviewed())), number(credit.declared()),
                    number(credit.citedLines())));
        }
        new TextTable(rows).print(context.out());
        Contributions c = credits.contributions();
        context.say("contribution.says-total", c.commit().abbreviated(), c.files(), c.lines(), c.uncounted().size());
        c.problems().forEach(p -> context.out().println(context.messages().get(p)));
        credits.problems().forEach(p -> context.out().println(context.messages().get(p)));
    }

    /// A row for everybody in each list.
    void cells(Credits credits) {
        if (credits.cells().lists().isEmpty()) {
            context.say("credit.says-no-lists");
        } else {
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(word("credit.column-list"), word("contribution.column-name"),
                    word("credit.column-cells"), word("contribution.column-share")));
            for (ListCells list : credits.cells().lists()) {
                list.people()
                        .forEach((person, n) -> rows.add(List.of(list.file().text(), context.messages().written(person),
                                number(n), context.formats().percent(n.rounded(6).doubleValue() / list.cells()))));
            }
            new TextTable(rows).print(context.out());
        }
        credits.cells().problems().forEach(p -> context.out().println(context.messages().get(p)));
    }

    void print(List<EffortState> efforts) {
        if (efforts.isEmpty()) {
            context.say("credit.says-no-efforts");
        }
        for (EffortState state : efforts) {
            String signed = state.counts()
                    ? context.messages().get("credit.says-signed",
                            state.signers().stream().map(Person::name).collect(Collectors.joining(", ")))
                    : word("credit.says-waiting");
            context.say("credit.says-effort", state.id().substring(0, 12), state.effort().person().name(),
                    number(state.effort().hours()), state.effort().work(),
                    CreditsJson.path(state.effort().module()), signed);
        }
    }

    void print(Entry entry, Statement statement) {
        print(entry.id().abbreviated(), statement);
    }

    void print(String id, Statement statement) {
        context.say("credit.says-statement", id, statement.signer().name(),
                context.messages().written(statement.about()), statement.commit().abbreviated(),
                number(statement.surviving()),
                statement.lines(), number(statement.authored()), statement.reviewed(),
                number(statement.declared()));
    }

    private String word(String key) {
        return context.messages().get(key);
    }

    private String number(Rational number) {
        return context.formats().number(number.rounded(1));
    }
}
