package org.commonwright.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `commonwright` itself; without a noun it prints its help (the launcher opens the workbench before it comes here).
@Command(name = "commonwright", mixinStandardHelpOptions = true, version = "Commonwright 0.1.0", description = "A workbench for open-design hardware.")
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
