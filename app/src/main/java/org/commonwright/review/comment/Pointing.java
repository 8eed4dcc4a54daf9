package org.commonwright.review.comment;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.commonwright.bom.PartKey;
import org.commonwright.design.DesignBoms;
import org.commonwright.error.Fault;
import org.commonwright.git.CommitTree;
import org.commonwright.git.GitRepository;
import org.commonwright.git.LineDiff;
import org.commonwright.mesh.MeshReader;
import org.commonwright.mesh.SurfacePoint;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;
import org.commonwright.raster.PictureSize;
import org.commonwright.review.file.PictureDiff;
import org.commonwright.task.Progress;

/// Points at places of one commit, for comments on them.
public final class Pointing {
    private static final int AROUND = 3;
    private static final int LONGEST = 2_000;

    private final CommitId at;
    private final CommitTree tree;

    public Pointing(GitRepository repository, CommitId at) {
        this.at = at;
        this.tree = repository.tree(at);
    }

    /// @throws Fault `comments.no-folder`
    public Anchor module(RepoPath folder) {
        if (!folder.isRoot() && tree.files().stream().noneMatch(file -> file.isUnder(folder) && !file.equals(folder))) {
            throw new Fault("comments.no-folder", folder, at.abbreviated());
        }
        return new Anchor.Module(folder);
    }

    /// @throws Fault `comments.no-file`
    public Anchor file(RepoPath path) {
        return new Anchor.File(path, blob(path));
    }

    /// @param from the first line, from 1
    /// @param to the last one
    /// @throws Fault `comments.no-file`, `comments.no-text`, `comments.no-line`, `comments.too-many-lines`
    public Anchor lines(RepoPath path, int from, int to) {
        String blob = blob(path);
        byte[] bytes = tree.read(path, Places.LARGEST_TEXT);
        if (LineDiff.isBinary(bytes)) {
            throw new Fault("comments.no-text", path);
        }
        List<String> lines = QuotedLine.all(bytes);
        if (from < 1 || to < from || to > lines.size()) {
            throw new Fault("comments.no-line", path, lines.size(), from, to);
        }
        if (to - from >= AnchorBody.MOST_LINES) {
            throw new Fault("comments.too-many-lines", AnchorBody.MOST_LINES);
        }
        return new Anchor.Line(path, blob, from, lines.subList(from - 1, to),
                lines.subList(Math.max(0, from - 1 - AROUND), from - 1),
                lines.subList(to, Math.min(lines.size(), to + AROUND)));
    }

    /// @param part what the row calls its part
    /// @param column the column's header, or what it stands for
    /// @throws Fault `comments.no-file`, `comments.no-part`, `comments.no-column`, `comments.cell-too-long`, and what reading a bill
    ///         of materials throws
    public Anchor cell(RepoPath path, String part, String column) {
        String blob = blob(path);
        var rows = new ReadRows(DesignBoms.document(tree, path, path.text()));
        OptionalInt line = rows.line(part);
        if (line.isEmpty()) {
            throw new Fault("comments.no-part", path, part);
        }
        return cell(rows, path, blob, line.getAsInt(), column(rows, path, column));
    }

    /// @param row of the file, from 1
    /// @throws Fault as above; `comments.no-row`
    public Anchor cellAt(RepoPath path, int row, String column) {
        String blob = blob(path);
        var rows = new ReadRows(DesignBoms.document(tree, path, path.text()));
        int line = rows.document().lineAt(row);
        if (line < 0) {
            throw new Fault("comments.no-row", path, row);
        }
        return cell(rows, path, blob, line, column(rows, path, column));
    }

    private static Anchor.Cell cell(ReadRows rows, RepoPath path, String blob, int line, int column) {
        Anchor.Cell cell = rows.cell(path, blob, line, column);
        if (cell.part().length() > LONGEST || cell.value().length() > LONGEST || cell.column().length() > LONGEST
                || cell.manufacturer().length() > LONGEST || cell.mpn().length() > LONGEST) {
            throw new Fault("comments.cell-too-long", path, cell.row(), LONGEST);
        }
        return cell;
    }

    private static int column(ReadRows rows, RepoPath path, String column) {
        List<String> headers = rows.document().columns();
        List<String> keys = rows.document().columnKeys();
        String wanted = PartKey.normalise(column);
        return IntStream.range(0, headers.size()).filter(i -> headers.get(i).equals(column)).findFirst()
                .orElseGet(() -> IntStream.range(0, headers.size())
                        .filter(i -> PartKey.normalise(headers.get(i)).equals(wanted)
                                || PartKey.normalise(keys.get(i)).equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new Fault("comments.no-column", path, column, String.join(", ", headers))));
    }

    /// The point of the model's surface nearest to a point, mm.
    ///
    /// @throws Fault `comments.no-file`, `comments.no-surface`, and what reading a mesh throws
    public Anchor point(RepoPath path, double x, double y, double z) {
        String blob = blob(path);
        var mesh = MeshReader.read(tree.read(path, Places.LARGEST_MESH), path.text(), Progress.NONE);
        SurfacePoint on = SurfacePoint.nearest(mesh, x, y, z)
                .orElseThrow(() -> new Fault("comments.no-surface", path));
        return new Anchor.Point(path, blob, on.x(), on.y(), on.z());
    }

    /// @param across part of the width, 0 to 1
    /// @param down part of the height, 0 to 1
    /// @throws Fault `comments.no-file`, `comments.no-picture`, `comments.off-picture`
    public Anchor picture(RepoPath path, double across, double down) {
        String blob = blob(path);
        if (PictureSize.of(tree.read(path, PictureDiff.LARGEST)).isEmpty()) {
            throw new Fault("comments.no-picture", path);
        }
        if (!(across >= 0 && across <= 1 && down >= 0 && down <= 1)) {
            throw new Fault("comments.off-picture", path);
        }
        return new Anchor.Picture(path, blob, across, down);
    }

    private String blob(RepoPath path) {
        if (!tree.exists(path)) {
            throw new Fault("comments.no-file", path, at.abbreviated());
        }
        return tree.fingerprint(path);
    }
}
