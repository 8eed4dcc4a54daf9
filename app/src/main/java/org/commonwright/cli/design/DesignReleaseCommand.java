package org.commonwright.cli.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Workspace;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.publish.release.Release;
import org.commonwright.publish.release.ReleaseCheck;
import org.commonwright.publish.release.ReleaseWriter;
import org.commonwright.record.Identity;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `design release` and `design verify`: archives that anyone can make again, and whether one is still as it was made.
final class DesignReleaseCommand {
    private final CliContext context;

    /// What is to be released.
    static final class Options {
        @Parameters(paramLabel = "DIR")
        private Path folder;

        @Option(names = "-o", defaultValue = ".", paramLabel = "FOLDER", description = "where the archive is written")
        private Path into;

        @Option(names = "--at", defaultValue = "HEAD", paramLabel = "REV")
        private String revision;

        @Option(names = "--version", defaultValue = "", paramLabel = "V", description = "instead of the manifest's")
        private String version;

        @Option(names = "--tag", description = "also writes a tag, signed with this device's key, that names the archive's checksum")
        private boolean tag;

        @Option(names = "--despite-errors", description = "errors that the checks find do not stop it")
        private boolean despiteErrors;

        @Option(names = "--json")
        private boolean json;
    }

    /// What is to be checked.
    static final class Verify {
        @Parameters(paramLabel = "ARCHIVE")
        private Path archive;

        @Option(names = "--json")
        private boolean json;
    }

    DesignReleaseCommand(CliContext context) {
        this.context = context;
    }

    int release(Options options) {
        try (var workspace = new Workspace(context.folders().workspace())) {
            Release release = new ReleaseWriter(workspace, context.progress())
                    .write(new ReleaseWriter.Wish(options.folder,
                            options.revision, options.version, options.into, options.despiteErrors));
            if (options.tag) {
                GitRepository repository = workspace.open(options.folder);
                Identity identity = CliRecords.identity(context, repository);
                repository.tags().write(release.tagName(), release.commit(), identity.person(),
                        InstantSource.system().instant(), release.tagMessage(), identity.signer());
            }
            tell(release, options);
            return Exit.DONE;
        }
    }

    private void tell(Release release, Options options) {
        if (options.json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("archive", release.archive().toString()).put("sha256", release.hash().hex());
            node.put("name", release.name()).put("version", release.version()).put("commit", release.commit().hex());
            node.put("files", release.files().size()).put("tag", options.tag ? release.tagName() : "");
            node.set("problems", ProblemsJson.of(release.problems(), context.messages()));
            context.json(node);
        } else {
            release.problems().forEach(p -> context.out().println(context.messages().get(p)));
            context.say("publish.says-released", release.archive(), release.files().size(), release.hash().hex());
            if (options.tag) {
                context.say("publish.says-tagged", release.tagName());
            }
        }
    }

    int verify(Verify options) {
        ReleaseCheck.Report report = ReleaseCheck.check(options.archive);
        if (options.json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("archive", options.archive.toString()).put("sha256", report.hash().hex()).put("good",
                    report.files());
            node.set("problems", ProblemsJson.of(report.problems(), context.messages()));
            context.json(node);
        } else {
            report.problems().forEach(p -> context.out().println(context.messages().get(p)));
            context.say("publish.says-checked", options.archive, report.files(), report.hash().hex());
        }
        return report.problems().isEmpty() ? Exit.DONE : Exit.NO;
    }
}
