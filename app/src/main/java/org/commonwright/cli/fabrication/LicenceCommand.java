package org.commonwright.cli.fabrication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.design.DesignReader;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.fabrication.order.Draft;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.licence.Answer;
import org.commonwright.licence.LicenceCheck;
import org.commonwright.licence.LicenceJson;
import org.commonwright.licence.LicenceTable;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.licence.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `licence check DIR`, `licence explain EXPRESSION`: what licences answer.
@Command(name = "licence", description = "What licences allow: free, fee or no, with the clause. Information, not legal advice.")
public final class LicenceCommand implements NounCommand {
    private final CliContext context;

    public LicenceCommand(CliContext context) {
        this.context = context;
    }

    @Command(name = "check", description = "What a design's licences allow to a user; ends with 1 when the answer is no.")
    int check(@Parameters(paramLabel = "DIR") Path folder, @Mixin LicenceAsking asking,
            @Option(names = "--module", defaultValue = "", paramLabel = "PATH", description = "one module and what is in it") String module,
            @Option(names = "--at", paramLabel = "REV", description = "a commit instead of the files on disk") @Nullable String revision,
            @Option(names = "--json") boolean json) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            ModuleTree tree = new DesignReader(workspace).read(folder, revision).tree();
            TreeVerdict verdict = Draft.verdict(tree, tree.find(module), asking.user(), asking.use());
            if (json) {
                ObjectNode node = new LicenceJson(context.messages()).tree(verdict, asking.user(), asking.use());
                node.set("problems", ProblemsJson.of(verdict.problems(), context.messages()));
                context.json(node);
            } else {
                verdict.problems().forEach(p -> context.out().println(context.messages().get(p)));
                new LicenceSayings(context).say(verdict.overall());
            }
            return exit(verdict.overall());
        }
    }

    @Command(name = "explain", description = "The answer of one SPDX licence expression.")
    int explain(@Parameters(paramLabel = "EXPRESSION") String expression, @Mixin LicenceAsking asking,
            @Option(names = "--json") boolean json) {
        Verdict verdict = new LicenceCheck(LicenceTable.load()).check(expression, asking.user(), asking.use());
        if (json) {
            var node = new LicenceJson(context.messages()).verdict(verdict);
            node.put("notice", context.messages().get("licence.notice"));
            context.json(node);
        } else {
            new LicenceSayings(context).say(verdict);
        }
        return exit(verdict);
    }

    private static int exit(Verdict verdict) {
        return verdict.answer() == Answer.NO ? Exit.NO : Exit.DONE;
    }
}
