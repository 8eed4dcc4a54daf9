package org.commonwright.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.cli.frame.TextTable;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.git.Lfs;
import org.commonwright.git.LfsFetch;
import org.commonwright.git.LfsFile;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lfs status`, `lfs fetch`, `lfs push`, `lfs track`: files that Git keeps beside itself.
@Command(name = "lfs", description = "Large files (Git LFS): which are on this machine, fetching them, bringing them, saying which are large.")
final class LfsCommand implements NounCommand {
    private final CliContext context;

    LfsCommand(CliContext context) {
        this.context = context;
    }

    /// Of which commit, and how it is told.
    static final class At {
        @Option(names = "--at", defaultValue = "HEAD", paramLabel = "REV")
        private String revision = "HEAD";

        @Option(names = "--json")
        private boolean json;
    }

    @Command(name = "status", description = "The large files of a commit, and whether they are on this machine.")
    int status(@Parameters(paramLabel = "DIR") Path folder, @Mixin At at) {
        try (GitRepository repository = GitRepository.open(folder)) {
            CommitId commit = repository.require(at.revision);
            List<LfsFile> files = repository.lfs().files(commit);
            List<LfsFile> away = files.stream().filter(file -> !file.here()).toList();
            long bytes = away.stream().mapToLong(file -> file.pointer().size()).sum();
            if (at.json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("commit", commit.hex());
                node.put("here", files.size() - away.size()).put("away", away.size()).put("bytes_away", bytes);
                ArrayNode list = node.putArray("files");
                files.forEach(file -> add(list, file).put("here", file.here()));
                context.json(node);
            } else {
                new TextTable(files.stream()
                        .map(file -> List.of(file.path().text(), context.formats().bytes(file.pointer().size()),
                                context.messages()
                                        .get(file.here() ? "git.says-lfs-here" : "git.says-lfs-away")))
                        .toList()).print(context.out());
                context.say("git.says-lfs-status", files.size(), away.size(), new Messages.Bytes(bytes));
            }
            return Exit.DONE;
        }
    }

    @Command(name = "fetch", description = "Fetches large files that are not here and puts them into the folders in the place of their pointers; ends with 1 when some could not be fetched.")
    int fetch(@Parameters(paramLabel = "DIR") Path folder,
            @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH", description = "files or folders of the repository; otherwise all") @Nullable List<String> paths,
            @Option(names = "--remote", paramLabel = "REMOTE", description = "a name or an address; otherwise the branch's remote") @Nullable String remote,
            @Mixin At at) {
        try (GitRepository repository = GitRepository.open(folder)) {
            CommitId commit = repository.require(at.revision);
            Lfs lfs = repository.lfs();
            List<LfsFile> files = lfs.files(commit);
            List<RepoPath> wanted = paths == null || paths.isEmpty()
                    ? List.of(RepoPath.ROOT)
                    : paths.stream().map(path -> path(path, files, commit)).toList();
            boolean needed = files.stream().anyMatch(file -> !file.here());
            LfsFetch fetched = lfs.fetch(needed && remote == null ? lfs.remote() : String.valueOf(remote), commit,
                    file -> wanted.stream().anyMatch(file.path()::isUnder), context.progress());
            if (at.json) {
                context.json(json(fetched).put("commit", commit.hex()));
            } else {
                fetched.failed().forEach((file, why) -> context.out().println(file.path() + ": "
                        + context.messages().get(why)));
                context.say("git.says-lfs-fetched", fetched.fetched().size(), fetched.written(),
                        fetched.failed().size());
            }
            return fetched.failed().isEmpty() ? Exit.DONE : Exit.NO;
        }
    }

    private static RepoPath path(String written, List<LfsFile> files, CommitId commit) {
        String plain = written.replace('\\', '/').replaceAll("^(\\./)+|/+$", "");
        if (RepoPath.isSafe(plain) && files.stream().anyMatch(file -> file.path().isUnder(new RepoPath(plain)))) {
            return new RepoPath(plain);
        }
        throw new Fault("git.lfs-no-file", written, commit.abbreviated());
    }

    private ObjectNode json(LfsFetch fetched) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode done = node.putArray("fetched");
        fetched.fetched().forEach(file -> add(done, file));
        ArrayNode failed = node.putArray("failed");
        fetched.failed().forEach((file, why) -> add(failed, file).put("code", why.code()).put("reason",
                context.messages().get(why)));
        return node.put("written", fetched.written());
    }

    private static ObjectNode add(ArrayNode list, LfsFile file) {
        return list.addObject().put("path", file.path().text()).put("oid", file.pointer().oid().hex()).put("size",
                file.pointer().size());
    }

    @Command(name = "push", description = "Brings the large files of a commit to a remote, those that it has excepted.")
    int push(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--remote", paramLabel = "REMOTE", description = "a name or an address; otherwise the branch's remote") @Nullable String remote,
            @Mixin At at) {
        try (GitRepository repository = GitRepository.open(folder)) {
            CommitId commit = repository.require(at.revision);
            String to = remote == null ? repository.lfs().remote() : remote;
            int files = repository.lfs().push(to, commit, context.progress());
            if (at.json) {
                context.json(JsonNodeFactory.instance.objectNode().put("commit", commit.hex()).put("remote", to)
                        .put("files", files));
            } else {
                context.say("git.says-lfs-pushed", files, to);
            }
            return Exit.DONE;
        }
    }

    @Command(name = "track", description = "Writes into a folder's .gitattributes that the files of a pattern are large.")
    int track(@Parameters(paramLabel = "DIR") Path folder,
            @Parameters(paramLabel = "PATTERN", description = "such as *.stl, in quotes") String pattern,
            @Option(names = "--json") boolean json) {
        GitRepository.open(folder).close();
        boolean added = Lfs.track(folder, pattern);
        Path file = folder.resolve(".gitattributes");
        if (json) {
            context.json(JsonNodeFactory.instance.objectNode().put("file", file.toString()).put("pattern", pattern)
                    .put("added", added));
        } else {
            context.say(added ? "git.says-lfs-tracked" : "git.says-lfs-tracked-already", pattern, file);
        }
        return Exit.DONE;
    }
}
