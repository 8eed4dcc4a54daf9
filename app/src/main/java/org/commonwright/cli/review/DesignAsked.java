package org.commonwright.cli.review;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A question about a design's repository.
class DesignAsked {
    @Parameters(paramLabel = "DIR", index = "0")
    private Path folder = Path.of("");

    @Option(names = "--json")
    private boolean json;

    Path folder() {
        return folder;
    }

    boolean isJson() {
        return json;
    }
}
