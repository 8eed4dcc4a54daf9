package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignModule.Submodule;
import org.commonwright.design.ModuleTree;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// A design as JSON. Modules nest as they do in the design, down to 300 levels; below those, and after 50,000 modules in all,
/// `deeper` counts what is not written out.
final class DesignJson {
    static final int DEEPEST = 300;
    static final int MOST = 50_000;

    private final Messages messages;
    private int written;

    DesignJson(Messages messages) {
        this.messages = messages;
    }

    ObjectNode design(ModuleTree tree, @Nullable CommitId commit, List<Problem> problems) {
        ObjectNode node = module(tree.root(), 0);
        node.put("commit", commit == null ? null : commit.hex());
        node.set("problems", ProblemsJson.of(problems, messages));
        return node;
    }

    private ObjectNode module(DesignModule module, int depth) {
        written++;
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("path", module.path().text());
        node.put("name", module.name());
        node.put("version", module.version());
        node.put("licence", module.licence());
        node.put("function", module.function());
        node.put("inferred", module.manifest() == null);
        if (!module.source().own()) {
            node.put("repository", module.source().name());
            node.put("commit", String.valueOf(module.source().commit()));
        }
        node.put("bom", text(module.bom()));
        ArrayNode lists = node.putArray("lists");
        module.lists().files().forEach(list -> lists.add(list.text()));
        node.put("offers", text(module.offers()));
        if (depth >= DEEPEST || written >= MOST) {
            node.put("deeper", module.modules().size());
            node.putArray("modules");
            return node;
        }
        ArrayNode modules = node.putArray("modules");
        module.modules().forEach(m -> modules.add(module(m, depth + 1)));
        ArrayNode missing = node.putArray("missing");
        module.submodules().stream().filter(s -> s.module() == null).map(Submodule::name).forEach(missing::add);
        return node;
    }

    private static @Nullable String text(@Nullable RepoPath path) {
        return path == null ? null : path.text();
    }
}
