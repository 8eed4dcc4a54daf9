package org.commonwright.cli.contributors;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.TextTable;
import org.commonwright.contribution.Part;
import org.commonwright.contribution.insight.FileHeat;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.contribution.insight.Knowledge.Knower;
import org.commonwright.contribution.insight.Knowledge;
import org.commonwright.contribution.insight.MonthShares;
import org.commonwright.contribution.insight.Note;
import org.commonwright.credit.CreditsJson;
import org.commonwright.model.Rational;

/// What a history tells beside the shares, as tables for people.
final class InsightText {
    private static final int PEOPLE = 6;
    private static final int NAMES = 3;

    private final CliContext context;

    InsightText(CliContext context) {
        this.context = context;
    }

    /// The shares of those with most lines now, a column each; `--json` has everybody's.
    void months(Insights insights) {
        List<Part> parts = insights.contributions().parts().stream().limit(PEOPLE).toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(word("credit.column-month"), word("credit.column-lines")));
        parts.forEach(part -> head.add(context.messages().called(part.person())));
        rows.add(head);
        for (MonthShares month : insights.months()) {
            List<String> row = new ArrayList<>(List.of(month.month().toString(), number(Rational.of(month.lines()))));
            parts.forEach(part -> row.add(context.formats().percent(month.share(part.person()))));
            rows.add(row);
        }
        new TextTable(rows).print(context.out());
    }

    void modules(Insights insights) {
        for (Knowledge module : insights.modules()) {
            context.say("credit.says-module", CreditsJson.path(module.module()), module.lines(), module.dependsOn());
            for (Knower knower : module.people().stream().limit(NAMES).toList()) {
                if (knower.last().isPresent()) {
                    context.say("credit.says-knower", context.messages().called(knower.person()),
                            number(knower.lines()),
                            knower.commits(),
                            context.formats().dateTime(knower.last().get(), ZoneId.systemDefault()));
                } else {
                    context.say("credit.says-moved-here", context.messages().called(knower.person()),
                            number(knower.lines()));
                }
            }
        }
    }

    void files(Insights insights) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(word("credit.column-file"), word("contribution.column-commits"),
                word("credit.column-people"), word("credit.column-lines"), word("credit.column-gone")));
        for (FileHeat file : insights.files()) {
            rows.add(List.of(file.file().text(), number(Rational.of(file.commits())),
                    number(Rational.of(file.people())), number(Rational.of(file.lines())),
                    number(Rational.of(file.gone()))));
        }
        new TextTable(rows).print(context.out());
    }

    void notes(List<Note> notes) {
        if (notes.isEmpty()) {
            context.say("credit.says-no-notes");
        }
        for (Note note : notes) {
            String who = note.people().stream().map(context.messages()::called).collect(Collectors.joining(", "));
            String commit = note.commit() == null ? "" : note.commit().abbreviated();
            switch (note.kind()) {
                case CHURN -> context.say("credit.says-churn", who, note.lines(), note.of());
                case SPACING -> context.say("credit.says-spacing", who, note.lines(), note.of(), commit);
                case COPY -> context.say("credit.says-copy", who, note.lines(), note.of(), String.valueOf(note.file()),
                        String.valueOf(note.other()), commit);
                case VENDORED -> context.say("credit.says-vendored", String.valueOf(note.file()), note.lines());
            }
        }
    }

    private String word(String key) {
        return context.messages().get(key);
    }

    private String number(Rational number) {
        return context.formats().number(number.rounded(1));
    }
}
