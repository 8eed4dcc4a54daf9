package org.commonwright.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.model.CommitId;
import org.commonwright.model.Person;
import org.commonwright.model.RepoPath;

/// A change that somebody offers; the body of an entry of kind [#KIND], version 1. Nobody needs a right to make one.
///
/// @param title one line
/// @param text why; Markdown
/// @param impact whom it touches, and who may be harmed; Markdown, may be empty
/// @param person the name that the proposer goes by
/// @param base where the change leaves the target
/// @param head its last commit
/// @param source where the head can be had: a branch of this repository, or `URL#branch`
/// @param target the branch that it wants to enter
/// @param modules folders that it touches
public record Proposal(String title, String text, String impact, Person person, CommitId base, CommitId head,
        String source,
        String target, List<RepoPath> modules) {
    public static final String KIND = "proposal.opened";

    public Proposal {
        modules = List.copyOf(modules);
    }

    public ObjectNode toBody() {
        ObjectNode body = Bodies.put(Bodies.create(), person).put("title", title).put("text", text)
                .put("base", base.hex()).put("head", head.hex()).put("source", source).put("target", target);
        if (!impact.isEmpty()) {
            body.put("impact", impact);
        }
        var folders = body.putArray("modules");
        modules.forEach(module -> folders.add(module.text()));
        return body;
    }

    static Proposal of(JsonNode body) {
        Bodies.checkVersion(body);
        var modules = new ArrayList<RepoPath>();
        for (JsonNode module : body.path("modules")) {
            if (!module.isTextual() || !RepoPath.isSafe(module.asText())) {
                throw Bodies.bad("modules");
            }
            modules.add(new RepoPath(module.asText()));
        }
        return new Proposal(Bodies.line(body, "title"), Bodies.text(body, "text"),
                body.has("impact") ? Bodies.text(body, "impact") : "", Bodies.person(body),
                Bodies.commit(body, "base"), Bodies.commit(body, "head"), Bodies.line(body, "source"),
                Bodies.line(body, "target"), modules);
    }
}
