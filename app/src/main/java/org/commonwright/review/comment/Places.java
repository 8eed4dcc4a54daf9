package org.commonwright.review.comment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.commonwright.bom.read.BomReader;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitTree;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.mesh.Mesh;
import org.commonwright.mesh.MeshReader;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.review.file.PictureDiff;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Progress;

/// Where the places of comments are in one commit. What two versions of a file have in common is worked out once, however many
/// comments are about it. For one thread.
public final class Places {
    static final long LARGEST_TEXT = 16L << 20;
    static final long LARGEST_MESH = 256L << 20;

    private final GitRepository repository;
    private final CommitId at;
    private final CommitTree tree;
    private final Progress progress;
    private final Map<CommitId, FollowedPaths> paths = new HashMap<>();
    private final Map<Pair, Object> finders = new HashMap<>();

    private record Pair(Class<?> kind, String then, String now) {}

    public Places(GitRepository repository, CommitId at, Progress progress) {
        this.repository = repository;
        this.at = at;
        this.tree = repository.tree(at);
        this.progress = progress;
    }

    /// Where a thread's place is; one that cannot be read is gone with the reason, never an end of the rest.
    public Placement of(CommentThread thread) {
        return of(thread.at(), thread.anchor());
    }

    /// @param then the commit that the anchor was made on
    public Placement of(CommitId then, Anchor anchor) {
        progress.check();
        try {
            FollowedPaths followed = paths.computeIfAbsent(then,
                    commit -> new FollowedPaths(repository, commit, at, tree));
            if (anchor instanceof Anchor.Module(RepoPath folder)) {
                return followed.folder(folder).map(now -> kept(anchor, new Anchor.Module(now)))
                        .orElseGet(() -> Placement.gone(anchor, Messages.Key.of("comments.module-gone", folder)));
            }
            Optional<RepoPath> file = followed.file(anchor.path(), anchor.blob());
            Placement found = file.map(now -> moved(anchor, find(followed, anchor, now)))
                    .orElseGet(() -> Placement.gone(anchor, Messages.Key.of("comments.file-gone", anchor.path())));
            return found.isGone() && anchor instanceof Anchor.Line line
                    ? followed.moved(line, file, progress).orElse(found)
                    : found;
        } catch (CancelledFault cancelled) {
            throw cancelled;
        } catch (Fault fault) {
            return Placement.gone(anchor, Messages.Key.of("comments.unreadable", anchor.path(),
                    Messages.Key.of(fault.code(), fault.arguments().toArray())));
        }
    }

    private static Placement kept(Anchor was, Anchor now) {
        return moved(was, Placement.kept(now));
    }

    /// What is kept elsewhere says from where it came.
    private static Placement moved(Anchor was, Placement placed) {
        return placed.said().isPresent() || was.path().equals(placed.now().path())
                ? placed
                : new Placement(placed.state(), placed.now(),
                        Optional.of(Messages.Key.of("comments.path-moved", was.path().isRoot() ? "." : was.path())));
    }

    private Placement find(FollowedPaths followed, Anchor anchor, RepoPath path) {
        String blob = tree.fingerprint(path);
        return switch (anchor) {
            case Anchor.Module module -> Placement.kept(module);
            case Anchor.File file -> Placement.kept(new Anchor.File(path, blob));
            case Anchor.Line line -> finder(LineFinder.class, anchor, blob,
                    () -> new LineFinder(tree.read(path, LARGEST_TEXT), old(anchor, LARGEST_TEXT)))
                    .find(line, path, blob);
            case Anchor.Cell cell -> finder(CellFinder.class, anchor, blob,
                    () -> new CellFinder(rows(tree, path), oldRows(followed, anchor, path)))
                    .find(cell, path, blob);
            case Anchor.Point point -> finder(PointFinder.class, anchor, blob, () -> new PointFinder(
                    mesh(tree.read(path, LARGEST_MESH), path),
                    old(anchor, LARGEST_MESH).map(bytes -> mesh(bytes, anchor.path())), progress.silently()))
                    .find(point, path, blob);
            case Anchor.Picture picture when blob.equals(anchor.blob()) -> Placement.kept(
                    new Anchor.Picture(path, blob, picture.across(), picture.down()));
            case Anchor.Picture picture -> finder(PictureFinder.class, anchor, blob,
                    () -> new PictureFinder(tree.read(path, PictureDiff.LARGEST), old(anchor, PictureDiff.LARGEST)))
                    .find(picture, path, blob);
        };
    }

    private <F> F finder(Class<F> kind, Anchor anchor, String blob, Supplier<F> make) {
        var key = new Pair(kind, anchor.blob(), blob);
        Object known = finders.get(key);
        if (known == null) {
            known = make.get();
            finders.put(key, known);
        }
        return kind.cast(known);
    }

    /// What the comment was made on; empty when it is not here, or is too large to be what somebody looked at.
    private Optional<byte[]> old(Anchor anchor, long limit) {
        try {
            return Optional.of(repository.content(anchor.blob(), anchor.path(), limit));
        } catch (Fault absent) {
            if (absent.code().equals("git.missing-object") || absent.code().equals("files.kept-elsewhere")
                    || absent.code().equals("files.too-large")) {
                return Optional.empty();
            }
            throw absent;
        }
    }

    private Optional<ReadRows> oldRows(FollowedPaths followed, Anchor anchor, RepoPath path) {
        if (followed.known()) {
            CommitTree then = repository.tree(followed.then());
            if (then.exists(anchor.path()) && then.fingerprint(anchor.path()).equals(anchor.blob())) {
                return Optional.of(rows(then, anchor.path()));
            }
        }
        return old(anchor, BomReader.LIMIT).map(bytes -> new ReadRows(DesignBoms.read(anchor.path().text(), bytes,
                DesignBoms.mapping(tree, path, path.text()))));
    }

    private ReadRows rows(CommitTree in, RepoPath path) {
        return new ReadRows(DesignBoms.document(in, tree, path, path.text()));
    }

    private Mesh mesh(byte[] bytes, RepoPath path) {
        return MeshReader.read(bytes, path.text(), progress.silently());
    }
}
