package org.commonwright.licence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonwright.i18n.Messages;

/// Verdicts as JSON, for `--json` and for the records that carry one. Sentences are in the reader's language, codes are
/// not.
public final class LicenceJson {
    private final Messages messages;

    public LicenceJson(Messages messages) {
        this.messages = messages;
    }

    /// `verdict`, `licence`, `clause`, `code`, `reason`, `conditions[]`.
    public ObjectNode verdict(Verdict verdict) {
        ObjectNode node = codes(verdict);
        node.put("reason", messages.get(verdict.reason().key(), verdict.reason().arguments()));
        var conditions = node.putArray("conditions");
        verdict.conditions().forEach(c -> conditions.add(messages.get(c.key(), c.arguments())));
        return node;
    }

    /// What a record keeps: `verdict`, `licence`, `clause` and `code`, the same in every language.
    public static ObjectNode codes(Verdict verdict) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("verdict", verdict.answer().token());
        node.put("licence", verdict.licence());
        node.put("clause", verdict.clause());
        node.put("code", verdict.reason().key());
        return node;
    }

    /// The overall verdict, who asked for what, `modules[]`, `bought[]` and `notice`.
    public ObjectNode tree(TreeVerdict tree, User user, Use use) {
        ObjectNode node = verdict(tree.overall());
        node.put("user", user.kind().token());
        node.put("contributor", user.contributor());
        node.put("grant", user.grant().token());
        node.put("use", use.token());
        modules(node.putArray("modules"), tree.modules());
        modules(node.putArray("bought"), tree.bought());
        node.put("notice", messages.get("licence.notice"));
        return node;
    }

    private void modules(ArrayNode array, List<TreeVerdict.ModuleVerdict> modules) {
        for (TreeVerdict.ModuleVerdict module : modules) {
            ObjectNode one = array.addObject();
            one.put("path", module.module().path());
            one.put("name", module.module().name());
            one.put("expression", module.module().expression());
            one.put("inclusion", module.module().inclusion().token());
            one.setAll(verdict(module.verdict()));
        }
    }
}
