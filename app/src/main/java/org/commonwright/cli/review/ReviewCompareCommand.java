package org.commonwright.cli.review;

import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.review.ReviewReport;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review compare`: what one revision changes against where it left another.
final class ReviewCompareCommand {
    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options extends DesignAsked {
        @Parameters(index = "1", paramLabel = "BASE")
        private String base = "";

        @Parameters(index = "2", paramLabel = "HEAD")
        private String head = "";

        @Option(names = "--quantity", description = "how many the figures are for")
        private long quantity = 1;
    }

    ReviewCompareCommand(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        return ReviewPlace.at(context, options.folder(), (_, _, desk) -> {
            ReviewReport report = desk.compare(options.base, options.head, options.quantity, context.progress());
            if (options.isJson()) {
                context.json(new ReviewJson(context.messages()).report(report));
            } else {
                new ReviewText(context).print(report, List.of());
            }
            return Exit.DONE;
        });
    }
}
