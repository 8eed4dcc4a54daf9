package org.commonwright.cli.contributors;

import java.nio.file.Path;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.contribution.insight.Insights;
import org.commonwright.credit.Credits;
import picocli.CommandLine.Parameters;

/// A question about contributors with the design that it is about.
final class ContributorsAsking extends ContributorsScope {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    Path folder() {
        return folder;
    }

    Credits credits(CliContext context) {
        return credits(context, folder);
    }

    /// At another commit than the one that was asked about.
    Credits credits(CliContext context, String at) {
        return credits(context, folder, at);
    }

    Insights insights(CliContext context) {
        return insights(context, folder);
    }
}
