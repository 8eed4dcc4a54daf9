package org.commonwright.credit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.contribution.cells.Cells;
import org.commonwright.contribution.cells.ListCells;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.Person;
import org.commonwright.model.Rational;
import org.commonwright.model.RepoPath;

/// Everybody's part as JSON: what [ContributionsJson] says of the lines, the other numbers beside them.
public final class CreditsJson {
    private final Messages messages;

    public CreditsJson(Messages messages) {
        this.messages = messages;
    }

    public ObjectNode credits(Credits credits) {
        ObjectNode node = new ContributionsJson(messages).contributions(credits.contributions());
        Map<Person, ObjectNode> lines = new HashMap<>();
        for (int i = 0; i < credits.contributions().parts().size(); i++) {
            lines.put(credits.contributions().parts().get(i).person(),
                    (ObjectNode) node.withArray("contributors").get(i));
        }
        ArrayNode contributors = JsonNodeFactory.instance.arrayNode();
        for (Credit credit : credits.people()) {
            ObjectNode one = credit.lines().isPresent()
                    ? lines.get(credit.person())
                    : none(credit);
            one.put("reviewed", credit.reviewed()).put("decided", credit.decided());
            ContributionsJson.number(one, "declared_hours", credit.declared());
            ContributionsJson.number(one, "waiting_hours", credit.waiting());
            ContributionsJson.number(one, "cells", credit.cells());
            ContributionsJson.number(one, "cited", credit.citedLines());
            ObjectNode cited = one.putObject("cited_modules");
            credit.cited().forEach((module, n) -> ContributionsJson.number(cited, module, n));
            contributors.add(one);
        }
        node.set("contributors", contributors);
        node.put("cells", credits.cells().count());
        node.set("efforts", list(credits.efforts()));
        ArrayNode problems = node.withArray("problems");
        ProblemsJson.of(credits.problems(), messages).forEach(problems::add);
        return node;
    }

    private static ObjectNode none(Credit credit) {
        return JsonNodeFactory.instance.objectNode().put("name", credit.person().name())
                .put("email", credit.person().email()).put("bot", credit.bot()).put("lines", 0).put("authored", 0);
    }

    /// Whose the cells of each list are.
    public ObjectNode cells(Credits credits) {
        Cells cells = credits.cells();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("commit", credits.contributions().commit().hex())
                .put("cells", cells.count());
        ArrayNode lists = node.putArray("lists");
        for (ListCells list : cells.lists()) {
            ArrayNode people = lists.addObject().put("file", list.file().text()).put("module", path(list.module()))
                    .put("cells", list.cells()).putArray("contributors");
            list.people().forEach((person, n) -> ContributionsJson.number(people.addObject()
                    .put("name", person.name()).put("email", person.email()), "cells", n));
        }
        node.set("problems", ProblemsJson.of(cells.problems(), messages));
        return node;
    }

    /// A number that is not whole is given twice: with three decimals, and exactly as text.
    public static void number(ObjectNode node, String key, Rational number) {
        ContributionsJson.number(node, key, number);
    }

    public ObjectNode efforts(List<EffortState> efforts, List<String> problems) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("efforts", list(efforts));
        ArrayNode list = node.putArray("problems");
        problems.forEach(list::add);
        return node;
    }

    private static ArrayNode list(List<EffortState> efforts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (EffortState state : efforts) {
            ObjectNode one = list.addObject().put("id", state.id()).put("name", state.effort().person().name())
                    .put("email", state.effort().person().email()).put("when", state.when().toString())
                    .put("work", state.effort().work()).put("hours", state.effort().hours().toString())
                    .put("module", path(state.effort().module())).put("counts", state.counts());
            ArrayNode files = one.putArray("files");
            state.effort().files().forEach(file -> files.add(file.text()));
            ArrayNode signers = one.putArray("countersigned_by");
            state.signers().forEach(person -> signers.add(person.toString()));
        }
        return list;
    }

    /// A folder for programs: the root is a dot.
    public static String path(RepoPath path) {
        return path.isRoot() ? "." : path.text();
    }
}
