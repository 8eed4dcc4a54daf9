package org.commonwright.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.commonwright.design.kicad.KicadDrawing;
import org.commonwright.design.kicad.KicadDrawings;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.gcode.GcodeFile;
import org.commonwright.gcode.GcodeReader;
import org.commonwright.git.FileChange;
import org.commonwright.git.GitRepository;
import org.commonwright.git.LineDiff;
import org.commonwright.git.LinkTarget;
import org.commonwright.git.Version;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.BinaryDiff;
import org.commonwright.review.file.Drawings;
import org.commonwright.review.file.FieldDiff;
import org.commonwright.review.file.FileDiff;
import org.commonwright.review.file.LinkDiff;
import org.commonwright.review.file.Manifests;
import org.commonwright.review.file.OffersDiff;
import org.commonwright.review.file.Opener;
import org.commonwright.review.file.PictureDiff;
import org.commonwright.review.file.ProgramDiff;
import org.commonwright.review.file.SameBytes;
import org.commonwright.task.Progress;
import org.jspecify.annotations.Nullable;

/// Files that are neither lists of parts nor meshes nor plain texts.
final class OtherKinds {
    private static final long LARGEST_TEXT = 8L << 20;
    private static final long LARGEST_PROGRAM = 256L << 20;
    private static final int LONGEST_TARGET = 4_096;
    private static final Set<String> PROGRAMS = Set.of("gcode", "gco", "g", "nc", "ngc", "tap", "cnc");
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    private final GitRepository repository;

    OtherKinds(GitRepository repository) {
        this.repository = repository;
    }

    /// What can be said without looking into the file: links, bytes that stayed the same, contents that are elsewhere.
    Optional<FileDiff> withoutReading(FileChange change) {
        if (change.link()) {
            return Optional.of(new LinkDiff(side(change, change.oldBlob(), change.oldKind(), change.oldPath()),
                    side(change, change.newBlob(), change.newKind(), change.path())));
        }
        if (change.oldBlob() != null && change.oldBlob().equals(change.newBlob())) {
            return Optional.of(new SameBytes(String.valueOf(change.oldPath()), change.path().text(),
                    change.oldKind() == Version.Kind.EXECUTABLE, change.newKind() == Version.Kind.EXECUTABLE));
        }
        return blobs(change).anyMatch(blob -> repository.away(blob, change.path()).isPresent())
                ? Optional.of(binary(change))
                : Optional.empty();
    }

    /// @return empty for a text
    Optional<FileDiff> byKind(FileChange change, Progress progress) {
        String name = change.path().fileName().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        if (PICTURES.contains(ending) && fits(change, PictureDiff.LARGEST)) {
            Optional<PictureDiff> picture = PictureDiff.of(bytes(change, change.oldBlob(), PictureDiff.LARGEST),
                    bytes(change, change.newBlob(), PictureDiff.LARGEST));
            if (picture.isPresent()) {
                return Optional.of(picture.get());
            }
        }
        if (PROGRAMS.contains(ending) && fits(change, LARGEST_PROGRAM)) {
            Optional<FileDiff> program = program(change, progress);
            if (program.isPresent()) {
                return program;
            }
        }
        if (Drawings.isOne(change.path()) && fits(change, KicadDrawings.LARGEST)) {
            return Optional.of(Drawings.compare(drawing(change, change.oldBlob()), drawing(change, change.newBlob())));
        }
        if (!fits(change, LARGEST_TEXT)) {
            return Optional.of(binary(change));
        }
        byte @Nullable [] before = bytes(change, change.oldBlob());
        byte @Nullable [] after = bytes(change, change.newBlob());
        if (isBinary(before) || isBinary(after)) {
            return Optional.of(binary(change));
        }
        if (OffersDiff.isOne(change.path())) {
            return OffersDiff.of(change.path().text(), before, after).map(offers -> offers);
        }
        return Manifests.isOne(change.path()) ? Optional.of(manifest(change, before, after)) : Optional.empty();
    }

    private static boolean isBinary(byte @Nullable [] bytes) {
        return bytes != null && LineDiff.isBinary(bytes);
    }

    /// @throws Fault what is wrong with a side that is no TOML or no YAML
    private static FieldDiff manifest(FileChange change, byte @Nullable [] before, byte @Nullable [] after) {
        List<Problem> problems = new ArrayList<>();
        return Manifests.compare(change.path(), before, after, problems).orElseThrow(
                () -> new Fault(problems.getFirst().code(), problems.getFirst().arguments().toArray()));
    }

    /// @return empty for what only has a program's ending
    private Optional<FileDiff> program(FileChange change, Progress progress) {
        try {
            @Nullable
            GcodeFile before = program(change, change.oldBlob(), progress);
            @Nullable
            GcodeFile after = program(change, change.newBlob(), progress);
            boolean moves = Stream.of(before, after).filter(Objects::nonNull).anyMatch(p -> p.toolpath().size() > 0);
            return moves ? Optional.of(ProgramDiff.of(before, after)) : Optional.empty();
        } catch (Fault fault) {
            if (fault.code().equals("gcode.not-gcode")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private @Nullable GcodeFile program(FileChange change, @Nullable String blob, Progress progress) {
        byte @Nullable [] bytes = bytes(change, blob, LARGEST_PROGRAM);
        return bytes == null ? null : GcodeReader.read(bytes, change.path().text(), progress);
    }

    private @Nullable KicadDrawing drawing(FileChange change, @Nullable String blob) {
        byte @Nullable [] bytes = bytes(change, blob, KicadDrawings.LARGEST);
        return bytes == null ? null : KicadDrawings.read(change.path().text(), bytes);
    }

    private BinaryDiff binary(FileChange change) {
        return new BinaryDiff(
                change.oldBlob() == null ? null : repository.stored(change.oldBlob(), change.path()),
                change.newBlob() == null ? null : repository.stored(change.newBlob(), change.path()),
                Opener.of(change.path()));
    }

    private LinkDiff.@Nullable Side side(FileChange change, @Nullable String blob, Version.@Nullable Kind kind,
            @Nullable RepoPath path) {
        if (blob == null || path == null) {
            return null;
        }
        if (kind == Version.Kind.SUBMODULE) {
            return new LinkDiff.Side(true, blob, false);
        }
        String target = new String(repository.blob(blob, LONGEST_TARGET), StandardCharsets.UTF_8);
        return new LinkDiff.Side(false, target, !LinkTarget.staysInside(change.path(), target));
    }

    private boolean fits(FileChange change, long limit) {
        return blobs(change).allMatch(blob -> repository.size(blob, change.path()) <= limit);
    }

    private static Stream<String> blobs(FileChange change) {
        return Stream.of(change.oldBlob(), change.newBlob()).flatMap(Stream::ofNullable);
    }

    byte @Nullable [] bytes(FileChange change, @Nullable String blob) {
        return bytes(change, blob, LARGEST_TEXT);
    }

    private byte @Nullable [] bytes(FileChange change, @Nullable String blob, long limit) {
        return blob == null ? null : repository.content(blob, change.path(), limit);
    }
}
