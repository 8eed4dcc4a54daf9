package org.commonwright.cli.contributors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.commonwright.contribution.insight.FileHeat;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.contribution.insight.Knowledge;
import org.commonwright.contribution.insight.Knowledge.Knower;
import org.commonwright.contribution.insight.MonthShares;
import org.commonwright.contribution.insight.Note;
import org.commonwright.credit.CreditsJson;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;

/// What a history tells beside the shares, as JSON.
final class InsightsJson {
    private InsightsJson() {}

    static ObjectNode months(Insights insights) {
        ObjectNode node = node(insights);
        ArrayNode list = node.putArray("months");
        for (MonthShares month : insights.months()) {
            ObjectNode one = list.addObject().put("month", month.month().toString()).put("lines", month.lines());
            ArrayNode people = one.putArray("contributors");
            month.people().entrySet().stream()
                    .sorted(Map.Entry.<Person, Rational>comparingByValue().reversed()
                            .thenComparing(e -> e.getKey().toString()))
                    .forEach(e -> CreditsJson.number(person(people.addObject(), e.getKey()), "lines",
                            e.getValue()));
        }
        return node;
    }

    static ObjectNode modules(Insights insights) {
        ObjectNode node = node(insights);
        ArrayNode list = node.putArray("modules");
        for (Knowledge module : insights.modules()) {
            ObjectNode one = list.addObject().put("module", CreditsJson.path(module.module()))
                    .put("lines", module.lines()).put("depends_on", module.dependsOn());
            ArrayNode people = one.putArray("people");
            for (Knower knower : module.people()) {
                ObjectNode who = person(people.addObject(), knower.person());
                CreditsJson.number(who, "lines", knower.lines());
                who.put("commits", knower.commits());
                knower.last().ifPresent(last -> who.put("last", last.toString()));
            }
        }
        return node;
    }

    static ObjectNode files(Insights insights) {
        ObjectNode node = node(insights);
        ArrayNode list = node.putArray("files");
        for (FileHeat file : insights.files()) {
            list.addObject().put("file", file.file().text()).put("module", CreditsJson.path(file.module()))
                    .put("lines", file.lines()).put("commits", file.commits()).put("brought", file.brought())
                    .put("gone", file.gone()).put("people", file.people()).put("last", file.last().toString());
        }
        return node;
    }

    static ObjectNode notes(List<Note> notes) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode list = node.putArray("notes");
        for (Note note : notes) {
            ObjectNode one = list.addObject().put("kind", note.kind().id()).put("lines", note.lines()).put("of",
                    note.of());
            ArrayNode people = one.putArray("people");
            note.people().forEach(person -> person(people.addObject(), person));
            if (note.commit() != null) {
                one.put("commit", note.commit().hex());
            }
            if (note.file() != null) {
                one.put("file", note.file().text());
            }
            if (note.other() != null) {
                one.put("copy_of", note.other().text());
            }
        }
        return node;
    }

    private static ObjectNode node(Insights insights) {
        return JsonNodeFactory.instance.objectNode().put("commit", insights.contributions().commit().hex());
    }

    private static ObjectNode person(ObjectNode node, Person person) {
        return node.put("name", person.name()).put("email", person.email());
    }
}
