package org.commonwright.contribution.cells;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.contribution.cells.KnownCells.Found;
import org.commonwright.contribution.pass.CheckedFile;
import org.commonwright.contribution.pass.CommitTable;
import org.commonwright.git.FileVersion;
import org.commonwright.model.CommitId;
import org.commonwright.model.RepoPath;

/// Known cells in a file of the cache folder. Commits stand in it by their ids: their numbers are those of a table that may have
/// been made anew since.
final class CellStore {
    private final CheckedFile file;
    private final CommitTable commits;

    CellStore(Path file, CommitTable commits) {
        this.file = new CheckedFile(file, "commonwright cells 2");
        this.commits = commits;
    }

    /// Empty also when one of its commits is not in the history any more.
    Optional<KnownCells> read() {
        return file.read().flatMap(content -> {
            try {
                return read(new DataInputStream(new ByteArrayInputStream(content)));
            } catch (IOException e) {
                throw new UncheckedIOException("the checksum was right, but the content is not", e);
            }
        });
    }

    private Optional<KnownCells> read(DataInputStream in) throws IOException {
        List<CommitId> ids = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            ids.add(new CommitId(in.readUTF()));
        }
        int[] numbers = ids.stream().mapToInt(commits::number).toArray();
        for (int number : numbers) {
            if (number < 0) {
                return Optional.empty();
            }
        }
        CommitId tip = ids.get(in.readInt());
        Map<RepoPath, Found> lists = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            var path = new RepoPath(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            var version = new FileVersion(ids.get(in.readInt()), path, in.readUTF());
            int[][] cells = new int[in.readInt()][];
            for (int line = 0; line < cells.length; line++) {
                cells[line] = new int[in.readInt()];
                for (int column = 0; column < cells[line].length; column++) {
                    int commit = in.readInt();
                    cells[line][column] = commit < 0 ? CellOrigins.NOBODY : numbers[commit];
                }
            }
            lists.put(path, new Found(version, new CellOrigins(cells)));
        }
        return Optional.of(new KnownCells(tip, lists));
    }

    /// @throws org.commonwright.error.Fault `files.not-written`
    void write(KnownCells known) {
        Map<Integer, Integer> ids = new LinkedHashMap<>();
        add(ids, commits.number(known.tip()));
        known.lists().values().forEach(found -> {
            add(ids, commits.number(found.version().commit()));
            for (int[] row : found.cells().commits()) {
                for (int commit : row) {
                    add(ids, commit);
                }
            }
        });
        var content = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(content)) {
            write(out, known, ids);
        } catch (IOException e) {
            throw new UncheckedIOException("memory took no bytes", e);
        }
        file.write(content.toByteArray());
    }

    private static void add(Map<Integer, Integer> ids, int commit) {
        if (commit != CellOrigins.NOBODY) {
            ids.putIfAbsent(commit, ids.size());
        }
    }

    private void write(DataOutputStream out, KnownCells known, Map<Integer, Integer> ids) throws IOException {
        out.writeInt(ids.size());
        for (int commit : ids.keySet()) {
            out.writeUTF(commits.row(commit).id().hex());
        }
        Map<Integer, Integer> place = new HashMap<>(ids);
        place.put(CellOrigins.NOBODY, -1);
        out.writeInt(place.get(commits.number(known.tip())));
        out.writeInt(known.lists().size());
        for (Map.Entry<RepoPath, Found> list : known.lists().entrySet()) {
            Found found = list.getValue();
            byte[] path = found.version().path().text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(path.length);
            out.write(path);
            out.writeInt(place.get(commits.number(found.version().commit())));
            out.writeUTF(found.version().blob());
            out.writeInt(found.cells().commits().length);
            for (int[] row : found.cells().commits()) {
                out.writeInt(row.length);
                for (int commit : row) {
                    out.writeInt(place.get(commit));
                }
            }
        }
    }
}
