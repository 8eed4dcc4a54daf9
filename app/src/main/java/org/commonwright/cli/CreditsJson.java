package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.credit.Credit;
import org.commonwright.credit.Credits;
import org.commonwright.credit.EffortState;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// Everybody's part as JSON: what [ContributionsJson] says of the lines, the other numbers beside them.
final class CreditsJson {
    private final Messages messages;

    CreditsJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode credits(Credits credits) {
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
            ContributionsJson.number(one, "cited", credit.citedLines());
            ObjectNode cited = one.putObject("cited_modules");
            credit.cited().forEach((module, n) -> ContributionsJson.number(cited, module, n));
            contributors.add(one);
        }
        node.set("contributors", contributors);
        node.set("efforts", list(credits.efforts()));
        ArrayNode problems = node.withArray("problems");
        new DesignJson(messages).problems(credits.problems()).forEach(problems::add);
        return node;
    }

    private static ObjectNode none(Credit credit) {
        return JsonNodeFactory.instance.objectNode().put("name", credit.person().name())
                .put("email", credit.person().email()).put("bot", credit.bot()).put("lines", 0).put("authored", 0);
    }

    ObjectNode efforts(List<EffortState> efforts, List<String> problems) {
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

    static String path(RepoPath path) {
        return path.isRoot() ? "." : path.text();
    }
}
