package org.commonwright.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.git.GitRepository;

/// The gate for a plain Git host: a hook `update` that asks this program before one of the guarded branches, or a log of records,
/// moves. All other refs pass without a question. A branch that some disks take for a guarded one, because only capitals differ, is not
/// let in.
public final class GateHook {
    private static final String MARK = "# The gate of Commonwright";
    private static final long LIMIT = 1L << 16;

    private final GitRepository repository;

    public GateHook(GitRepository repository) {
        this.repository = repository;
    }

    /// Writes the hook. One that we wrote before is replaced; another is left as it is.
    ///
    /// @param branches those that are guarded, by their short names
    /// @param command what starts Commonwright on the host, as `sh` reads it
    /// @return the hook's file
    /// @throws Fault `decide.hook-there`, `decide.hook-branch`, `files.*` when it cannot be written
    public Path install(List<String> branches, String command) {
        branches.stream().filter(branch -> !branch.matches("[A-Za-z0-9][A-Za-z0-9._/-]*")).findFirst()
                .ifPresent(branch -> {
                    throw new Fault("decide.hook-branch", branch);
                });
        Path file = repository.gitFolder().resolve("hooks").resolve("update");
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isOurs(file)) {
                throw new Fault("decide.hook-there", file);
            }
            Files.createDirectories(file.resolveSibling(""));
            AtomicFiles.replace(file, script(branches, command));
            if (!file.toFile().setExecutable(true, false)) {
                throw new Fault("decide.hook-not-executable", file);
            }
        } catch (IOException e) {
            throw new Fault(e, "decide.hook-unwritable", file, String.valueOf(e.getMessage()));
        }
        return file;
    }

    private static boolean isOurs(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) < LIMIT
                && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(MARK);
    }

    private static String script(List<String> branches, String command) {
        String names = branches.stream().map(branch -> "refs/heads/" + branch.toLowerCase(Locale.ROOT))
                .flatMap(GateHook::patterns).distinct().collect(Collectors.joining("|"));
        String guarded = branches.stream().map(branch -> " --branch " + branch).collect(Collectors.joining());
        return """
                #!/bin/sh
                %s. Written by “commonwright review hook install”; asks before a guarded branch moves.
                # What is refused, and by which rule, is said to whoever pushes.
                # A name that stands for another one, as master does for main, moves that one.
                ref=$(git symbolic-ref -q "$1") || ref=$1
                # Some disks take other letters for these, too: names with letters of other scripts are asked about.
                case "$(printf '%%s' "$ref" | LC_ALL=C tr A-Z a-z | LC_ALL=C tr -c '!-~' '?')" in
                %s|refs/heads/*[?]*|refs/commonwright/log|refs/commonwright/log/*) ;;
                *) exit 0 ;;
                esac
                %s review gate . --ref "$ref" --from "$2" --to "$3"%s
                """.formatted(MARK, names, command, guarded);
    }

    /// The name itself, what would lie in a folder of that name, and the folders that it lies in.
    private static Stream<String> patterns(String name) {
        String[] parts = name.split("/");
        return Stream.concat(Stream.of(name, name + "/*"), IntStream.range(3, parts.length)
                .mapToObj(to -> String.join("/", Arrays.asList(parts).subList(0, to))));
    }
}
