package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Workspace;
import org.commonwright.design.draft.DesignManifests.Drafted;
import org.commonwright.design.draft.DesignManifests;
import org.commonwright.design.draft.ManifestDraft.State;
import org.commonwright.design.draft.ManifestDraft;
import org.commonwright.design.draft.ManifestWriting;
import org.commonwright.i18n.ProblemsJson;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design manifest`: writes, completes and checks the manifests of a design's modules.
final class DesignManifestCommand {
    private final CliContext context;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "DIR")
        private Path folder;

        @Option(names = "--init", description = "writes an okh.toml for each module that has no manifest")
        private boolean init;

        @Option(names = "--complete", description = "puts what the repository tells into manifests that do not say it, and writes those of Open Know-How 1.0 as okh.toml")
        private boolean complete;

        @Option(names = "--check", description = "ends with 1 when a module has no manifest, or one that lacks a required key")
        private boolean check;

        @Option(names = "--json")
        private boolean json;
    }

    DesignManifestCommand(CliContext context) {
        this.context = context;
    }

    int run(Options options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            Drafted drafted = DesignManifests.of(workspace, options.folder);
            List<ManifestDraft> chosen = drafted.drafts().stream().filter(ManifestDraft::isChange)
                    .filter(draft -> draft.state() == State.MISSING ? options.init : options.complete).toList();
            ManifestWriting.write(drafted.folder(), chosen);
            if (options.json) {
                context.json(json(drafted, chosen));
            } else {
                drafted.drafts().forEach(draft -> say(draft, chosen.contains(draft)));
            }
            boolean lacks = drafted.drafts().stream().anyMatch(draft -> draft.state() == State.BROKEN
                    || !draft.open().isEmpty() || draft.state() == State.MISSING && !chosen.contains(draft));
            return options.check && lacks ? Exit.NO : Exit.DONE;
        }
    }

    private void say(ManifestDraft draft, boolean written) {
        String added = String.join(", ", draft.added());
        if (written) {
            context.say("design.says-manifest-written", draft.file(), added);
        } else {
            switch (draft.state()) {
                case MISSING -> context.say("design.says-manifest-missing", draft.file(), added);
                case OLD -> context.say("design.says-manifest-old", draft.module().manifest().file(), draft.file());
                case THERE -> {
                    if (draft.isChange()) {
                        context.say("design.says-manifest-more", draft.file(), added);
                    } else {
                        context.say("design.says-manifest-there", draft.file());
                    }
                }
                case BROKEN -> draft.problems().forEach(p -> context.out().println(context.messages().get(p)));
            }
        }
        if (!draft.open().isEmpty()) {
            context.say("design.says-manifest-open", String.join(", ", draft.open()));
        }
    }

    private ObjectNode json(Drafted drafted, List<ManifestDraft> written) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode manifests = node.putArray("manifests");
        for (ManifestDraft draft : drafted.drafts()) {
            ObjectNode one = manifests.addObject().put("module", draft.module().path().text())
                    .put("file", draft.file().text()).put("state", draft.state().name().toLowerCase(Locale.ROOT))
                    .put("written", written.contains(draft));
            draft.added().forEach(one.putArray("added")::add);
            draft.open().forEach(one.putArray("open")::add);
            one.put("text", draft.text());
            one.set("problems", ProblemsJson.of(draft.problems(), context.messages()));
        }
        node.set("problems", ProblemsJson.of(drafted.problems(), context.messages()));
        return node;
    }
}
