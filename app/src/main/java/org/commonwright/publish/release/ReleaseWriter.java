package org.commonwright.publish.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.commonwright.design.DesignModule;
import org.commonwright.design.DesignReader;
import org.commonwright.design.DesignSource;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.Workspace;
import org.commonwright.design.check.DesignChecks.Finding;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.error.Problem;
import org.commonwright.files.Reason;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.DesignExports;
import org.commonwright.publish.instructions.Instructions;
import org.commonwright.publish.instructions.InstructionsPage;
import org.commonwright.publish.instructions.InstructionsReader;
import org.commonwright.publish.page.HtmlPage;
import org.commonwright.publish.page.Page;
import org.commonwright.publish.page.PdfPage;
import org.commonwright.publish.report.DesignFindings;
import org.commonwright.publish.sheet.BomSheet;
import org.commonwright.publish.sheet.SheetFormat;
import org.commonwright.publish.sheet.SheetWriter;
import org.commonwright.task.Progress;

/// Writes a release of one commit of a design: the files of the design, the modules that it takes from other repositories, its
/// bills of materials, its assembly instructions, a manifest of all that, and checksums. What is written depends on the commit
/// alone, in the language in which the design is documented, so the same commit gives the same bytes.
public final class ReleaseWriter {
    private static final long MOST_OF_A_FILE = 512L << 20;
    private static final int NAMED = 5;

    private final Workspace workspace;
    private final Progress progress;

    public ReleaseWriter(Workspace workspace, Progress progress) {
        this.workspace = workspace;
        this.progress = progress;
    }

    /// What is to be released.
    ///
    /// @param version empty for the one of the design's manifest
    /// @param into the folder in which the archive is written
    /// @param despiteErrors whether errors that the checks find do not stop it
    public record Wish(Path design, String revision, String version, Path into, boolean despiteErrors) {}

    /// @throws Fault `publish.large-files-away` naming large files (Git LFS) that were not fetched, `publish.release-errors`,
    ///         `publish.no-version`, what reading the design throws, `files.not-written`
    public Release write(Wish wish) {
        GitRepository repository = workspace.open(wish.design());
        CommitId commit = repository.require(wish.revision());
        ModuleTree tree = new DesignReader(workspace).read(wish.design(), commit.hex()).tree();
        requireLargeFiles(tree);
        Instant time = repository.history().commit(commit).committed();
        // By the day of the commit: whoever makes the release again, years later, is told the same.
        List<Finding> findings = DesignFindings.of(tree, LocalDate.ofInstant(time, ZoneOffset.UTC), Set.of());
        long blocking = findings.stream().filter(Finding::blocks).count();
        if (blocking > 0 && !wish.despiteErrors()) {
            throw new Fault("publish.release-errors", tree.root().name(), blocking);
        }
        List<Problem> problems = findings.stream().map(Finding::problem).toList();
        String version = wish.version().isEmpty() ? tree.root().version() : wish.version();
        if (version.isEmpty()) {
            throw new Fault("publish.no-version", tree.root().name());
        }
        String folder = fileName(tree.root().name()) + "-" + fileName(version);
        Path archive = wish.into().resolve(folder + ".zip");
        List<ReleaseFile> files = archive(archive, folder, time, tree, version, commit);
        try {
            return new Release(tree.root().name(), version, commit, archive, ContentId.of(archive), files, problems);
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", archive, Reason.of(e));
        }
    }

    /// A release with pointers in the place of files would be one that nobody can build.
    private static void requireLargeFiles(ModuleTree tree) {
        List<String> away = contents(tree).flatMap(file -> file.source().tree().away(file.path()).stream()
                .map(_ -> file.source().show(file.path()))).sorted().toList();
        if (!away.isEmpty()) {
            throw new Fault("publish.large-files-away", tree.root().name(), away.size(),
                    String.join(", ", away.subList(0, Math.min(NAMED, away.size())))
                            + (away.size() > NAMED ? ", …" : ""));
        }
    }

    private record SourceFile(String into, DesignSource source, RepoPath path) {}

    /// The files of the design, and of the modules that it takes from other repositories.
    private static Stream<SourceFile> contents(ModuleTree tree) {
        DesignSource own = tree.root().source();
        Stream<SourceFile> ours = own.tree().files().stream().map(file -> new SourceFile("design/", own, file));
        Stream<SourceFile> others = tree.modules().stream().filter(module -> !module.source().own())
                .flatMap(module -> contents(module));
        return Stream.concat(ours, others);
    }

    private static Stream<SourceFile> contents(DesignModule module) {
        DesignSource source = module.source();
        CommitId at = source.commit();
        String into = "modules/" + fileName(source.name()) + (at == null ? "" : "-" + at.abbreviated()) + "/";
        return source.tree().files().stream().filter(file -> file.isUnder(module.path()) || isLicence(file))
                .map(file -> new SourceFile(into, source, file));
    }

    private List<ReleaseFile> archive(Path archive, String folder, Instant time, ModuleTree tree, String version,
            CommitId commit) {
        SortedMap<String, Content> contents = new TreeMap<>();
        contents(tree).forEach(file -> contents.put(file.into() + file.path().text(),
                () -> file.source().tree().read(file.path(), MOST_OF_A_FILE)));
        pages(tree, contents);
        List<ReleaseFile> files = new ArrayList<>();
        Path temporary = temporary(archive);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary));
                    var zip = new ReleaseZip(out, time)) {
                for (var entry : contents.entrySet()) {
                    progress.check();
                    byte[] bytes = entry.getValue().bytes();
                    zip.add(folder + "/" + entry.getKey(), bytes);
                    files.add(new ReleaseFile(entry.getKey(), ContentId.of(bytes), bytes.length));
                    progress.update((double) files.size() / contents.size());
                }
                byte[] manifest = manifest(tree, version, commit, files);
                zip.add(folder + "/release.json", manifest);
                files.add(new ReleaseFile("release.json", ContentId.of(manifest), manifest.length));
                zip.add(folder + "/" + ReleaseCheck.SUMS, sums(files));
            }
            Files.move(temporary, archive, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(temporary, e);
            throw new Fault(e, "files.not-written", archive, Reason.of(e));
        } catch (Fault e) {
            discard(temporary, e);
            throw e;
        }
        return files;
    }

    private static Path temporary(Path archive) {
        try {
            Files.createDirectories(archive.toAbsolutePath().getParent());
            return AtomicFiles.temporary(archive);
        } catch (IOException e) {
            throw new Fault(e, "files.not-written", archive, Reason.of(e));
        }
    }

    private static void discard(Path temporary, Throwable cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private interface Content {
        byte[] bytes();
    }

    private static boolean isLicence(RepoPath file) {
        String name = file.text().toUpperCase(Locale.ROOT);
        return name.startsWith("LICENSES/") || name.matches("(LICEN[CS]E|COPYING|REUSE)[^/]*");
    }

    private static void pages(ModuleTree tree, SortedMap<String, Content> contents) {
        String documented = tree.root().manifest() == null ? "" : tree.root().manifest().documentationLanguage();
        var messages = new Messages(documented.startsWith("fr") ? Locale.FRENCH : Locale.ENGLISH);
        var writer = new SheetWriter(messages);
        var exports = new DesignExports(tree, messages);
        BomSheet flat = exports.flat(1);
        BomSheet nested = exports.nested();
        contents.put("bom.csv", () -> writer.write(flat, SheetFormat.CANONICAL));
        contents.put("bom.cdx.json", () -> writer.write(nested, SheetFormat.CYCLONEDX));
        contents.put("bom.json", () -> writer.write(nested, SheetFormat.JSON));
        contents.put("bom.html", () -> writer.write(nested, SheetFormat.HTML));
        contents.put("bom.pdf", () -> writer.write(nested, SheetFormat.PDF));
        try {
            Instructions instructions = new InstructionsReader(messages.locale().getLanguage()).read(tree);
            Page page = InstructionsPage.of(instructions, messages);
            contents.put("assembly.html", () -> HtmlPage.write(page).getBytes(StandardCharsets.UTF_8));
            contents.put("assembly.pdf", () -> PdfPage.write(page));
        } catch (Fault none) {
            if (!none.code().equals("publish.no-instructions")) {
                throw none;
            }
        }
    }

    private byte[] manifest(ModuleTree tree, String version, CommitId commit, List<ReleaseFile> files) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("format", "commonwright-release").put("formatVersion", 1);
        node.put("name", tree.root().name()).put("version", version).put("licence", tree.root().licence());
        node.put("commit", commit.hex());
        ArrayNode modules = node.putArray("modules");
        for (DesignModule module : tree.modules()) {
            CommitId at = module.source().commit();
            modules.addObject().put("path", module.path().text()).put("name", module.name())
                    .put("version", module.version()).put("licence", module.licence())
                    .put("from", module.source().own() ? "" : module.source().name())
                    .put("commit", at == null ? "" : at.hex());
        }
        ArrayNode list = node.putArray("files");
        files.forEach(file -> list.addObject().put("path", file.path()).put("size", file.size())
                .put("sha256", file.hash().hex()));
        return (node.toPrettyString().replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// As `sha256sum -c` reads them.
    private static byte[] sums(List<ReleaseFile> files) {
        var text = new StringBuilder();
        files.forEach(file -> text.append(file.hash().hex()).append("  ").append(file.path()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A name as a file may have it everywhere: small letters, digits, dots and hyphens.
    static String fileName(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String safe = plain.replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String shortened = safe.substring(0, Math.min(80, safe.length()));
        return shortened.isEmpty() ? "design" : shortened;
    }
}
