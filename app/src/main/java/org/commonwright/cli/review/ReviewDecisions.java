package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.governance.decide.DecideWords;
import org.commonwright.governance.decide.Given;
import org.commonwright.governance.decide.RuleQuote;
import org.commonwright.governance.decide.Standing;
import org.commonwright.governance.decide.Tally;
import org.commonwright.governance.decide.Voice;
import org.commonwright.model.RepoPath;

/// How a proposal stands, as JSON and for people who read it in a terminal.
final class ReviewDecisions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CliContext context;

    ReviewDecisions(CliContext context) {
        this.context = context;
    }

    ObjectNode json(Standing standing) {
        RuleQuote quote = standing.book().quote();
        ObjectNode node = JSON.objectNode();
        node.putObject("rule").put("rule", standing.book().rule().rule())
                .put("quorum", standing.book().rule().quorum().toString()).put("days", standing.book().rule().days())
                .put("place", quote.place()).put("text", quote.text());
        node.put("deadline", standing.deadline().toString()).put("due", standing.due())
                .put("outcome", standing.outcome().map(outcome -> outcome.id()).orElse(null));
        ArrayNode circles = node.putArray("circles");
        standing.tallies().forEach(tally -> circles.add(circle(tally)));
        ArrayNode missing = node.putArray("missing");
        standing.missing().forEach(key -> missing.add(context.messages().get(key.key(), key.arguments())));
        node.set("stale", givens(standing.stale()));
        node.set("strangers", givens(standing.strangers()));
        ArrayNode aside = node.putArray("set_aside");
        standing.problems().forEach(problem -> aside.add(context.messages().get(problem)));
        standing.closed().ifPresentOrElse(closed -> {
            ObjectNode certificate = node.putObject("certificate").put("id", closed.entry().hex())
                    .put("outcome", closed.certificate().outcome().id()).put("at", closed.certificate().at().hex())
                    .put("head", closed.certificate().head().hex()).put("time", closed.at().toString())
                    .put("by", closed.certificate().person().name());
            ArrayNode stances = certificate.putArray("stances");
            closed.certificate().stances().forEach(stance -> stances.add(stance.hex()));
            certificate.set("uncounted", givens(closed.uncounted()));
        }, () -> node.putNull("certificate"));
        return node;
    }

    private ObjectNode circle(Tally tally) {
        ObjectNode node = JSON.objectNode().put("verdict", switch (tally.verdict()) {
            case PASSES -> "passes";
            case FAILS -> "fails";
            case WAITS -> "waits";
        });
        ArrayNode folders = node.putArray("folders");
        tally.circle().folders().stream().map(RepoPath::text).forEach(folders::add);
        ArrayNode voices = node.putArray("voices");
        for (Voice voice : tally.voices()) {
            ObjectNode one = voices.addObject().put("member", voice.member())
                    .put("stance", voice.word().map(word -> word.id()).orElse(null));
            voice.given().ifPresent(given -> one.put("reason", given.stance().reason())
                    .put("entry", given.entry().id().hex()).put("agent", given.by().agent().fingerprint()));
        }
        return node;
    }

    private static ArrayNode givens(List<Given> givens) {
        ArrayNode list = JSON.arrayNode();
        givens.forEach(given -> list.addObject().put("by", given.by().person().name())
                .put("agent", given.by().agent().fingerprint()).put("stance", given.stance().word().id())
                .put("reason", given.stance().reason()).put("head", given.stance().head().hex())
                .put("entry", given.entry().id().hex()));
        return list;
    }

    void print(Standing standing) {
        RuleQuote quote = standing.book().quote();
        context.say("decide.rule-line", quote.place(), quote.text());
        for (Tally tally : standing.tallies()) {
            String folders = String.join(", ", tally.circle().folders().stream()
                    .map(folder -> folder.isRoot() ? "." : folder.text()).toList());
            for (Voice voice : tally.voices()) {
                say("decide.voice-line", folders, voice.name(),
                        context.messages().get(voice.word().map(DecideWords::of).orElse("decide.word-none")),
                        voice.given().map(given -> given.stance().reason()).orElse(""));
            }
        }
        standing.stale().forEach(given -> context.say("decide.stale-line", given.by().person().name(),
                context.messages().get(DecideWords.of(given.stance().word())), given.stance().head().abbreviated()));
        standing.strangers().forEach(given -> say("decide.stranger-line", given.by().person().name(),
                context.messages().get(DecideWords.of(given.stance().word())), given.stance().reason()));
        standing.problems().forEach(problem -> context.out().println(context.messages().get(problem)));
        standing.closed().ifPresentOrElse(this::closed, () -> {
            standing.missing()
                    .forEach(key -> context.out().println("■ " + context.messages().get(key.key(), key.arguments())));
            standing.outcome().ifPresent(outcome -> context.say(DecideWords.mayClose(outcome)));
        });
    }

    /// A line that ends with a reason, or with nothing.
    private void say(String key, Object... arguments) {
        context.out().println(context.messages().get(key, arguments).stripTrailing());
    }

    void closed(Standing.Closed closed) {
        context.say(DecideWords.closed(closed.certificate().outcome()), closed.entry().abbreviated(),
                closed.certificate().person().name(), closed.at(), closed.certificate().stances().size());
        closed.uncounted().forEach(given -> say("decide.uncounted-line", given.by().person().name(),
                context.messages().get(DecideWords.of(given.stance().word())), given.stance().reason()));
    }
}
