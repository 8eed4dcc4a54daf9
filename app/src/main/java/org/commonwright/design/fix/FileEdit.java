package org.commonwright.design.fix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.commonwright.bom.Column;
import org.commonwright.bom.edit.BomDocument;
import org.commonwright.bom.edit.Edit;
import org.commonwright.bom.read.NewOffer;
import org.commonwright.bom.read.OfferTable;
import org.commonwright.error.Fault;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// One edit of one file of a design, in words of the field. It knows what it expects to find, and is refused with
/// `design.fix-stale` where the file says something else by now; bytes that it does not speak of stay.
public sealed interface FileEdit {
    RepoPath file();

    /// Makes it.
    ///
    /// @throws Fault `design.fix-stale`; what reading and editing the file throws
    void on(EditedFiles files);

    /// Sets cells of one row of a bill of materials. A column that the table lacks is added behind the last.
    ///
    /// @param row from 1, as a line says it
    /// @param was the row's characters when it was looked at
    record SetCells(RepoPath file, int row, String was, SequencedMap<Column, String> cells) implements FileEdit {
        public SetCells {
            cells = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells));
        }

        @Override
        public void on(EditedFiles files) {
            BomDocument table = files.table(file);
            int line = line(files, file, table, row, was);
            files.write(file, Columns.apply(table, Columns.set(table, line, cells)).bytes());
        }
    }

    /// A new last row of a bill of materials. Columns that the table lacks are added behind the last.
    record AddRow(RepoPath file, SequencedMap<Column, String> cells) implements FileEdit {
        public AddRow {
            cells = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cells));
        }

        @Override
        public void on(EditedFiles files) {
            BomDocument table = files.table(file);
            List<Edit> edits = new ArrayList<>();
            List<String> keys = Columns.with(table, cells.keySet(), edits);
            List<String> values = new ArrayList<>(Collections.nCopies(keys.size(), ""));
            cells.forEach((column, value) -> values.set(keys.indexOf(column.header()), value));
            edits.add(new Edit.InsertLine(table.size(), values));
            files.write(file, Columns.apply(table, edits).bytes());
        }
    }

    /// Takes a row out of a bill of materials.
    record RemoveRow(RepoPath file, int row, String was) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            BomDocument table = files.table(file);
            int line = line(files, file, table, row, was);
            files.write(file, table.apply(new Edit.DeleteLine(line)).bytes());
        }
    }

    /// A file that is not there yet.
    record NewFile(RepoPath file, String text) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            if (files.exists(file)) {
                throw files.stale(file);
            }
            files.writeText(file, text);
        }
    }

    /// A small text as a whole, in place of one that is there or as a new file.
    ///
    /// @param was what the file said when it was looked at; null for one that was not there
    record SetText(RepoPath file, @Nullable String was, String text) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            if (was == null ? files.exists(file) : !files.text(file).equals(was)) {
                throw files.stale(file);
            }
            files.writeText(file, text);
        }
    }

    /// Takes a text away.
    record RemoveFile(RepoPath file, String was) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            if (!files.text(file).equals(was)) {
                throw files.stale(file);
            }
            files.delete(file);
        }
    }

    /// Adds offers to an `offers.csv`, or begins one with them.
    record AddOffers(RepoPath file, List<NewOffer> offers) implements FileEdit {
        public AddOffers {
            offers = List.copyOf(offers);
        }

        @Override
        public void on(EditedFiles files) {
            files.write(file, OfferTable.add(file.text(), files.exists(file) ? files.read(file) : null, offers));
        }
    }

    /// Adds a row to complete for each part that no row of an `offers.csv` names, or begins one with these.
    record OpenOffers(RepoPath file, List<String> parts) implements FileEdit {
        public OpenOffers {
            parts = List.copyOf(parts);
        }

        @Override
        public void on(EditedFiles files) {
            files.write(file, OfferTable.open(file.text(), files.exists(file) ? files.read(file) : null, parts)
                    .orElseThrow(() -> new Fault("bom.offers-all-there")));
        }
    }

    /// Another name for a file.
    record MoveFile(RepoPath file, RepoPath to) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            if (files.exists(to)) {
                throw files.stale(to);
            }
            files.write(to, files.read(file));
            files.delete(file);
        }
    }

    /// Sets a key at the top of a TOML file; one that is not there is added below the others.
    record SetKey(RepoPath file, String key, String value) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            files.writeText(file, TomlText.set(files.text(file), key, value).orElseThrow(() -> files.stale(file)));
        }
    }

    /// Gives a key at the top of a TOML file another name.
    record RenameKey(RepoPath file, String key, String to) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            files.writeText(file, TomlText.rename(files.text(file), key, to).orElseThrow(() -> files.stale(file)));
        }
    }

    /// Writes another text in place of each string of a TOML file that says `was`.
    record SetString(RepoPath file, String was, String text) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            files.writeText(file, TomlText.replace(files.text(file), was, text)
                    .orElseThrow(() -> files.stale(file)));
        }
    }

    /// Writes another line in place of one.
    ///
    /// @param line from 1
    record SetLine(RepoPath file, int line, String was, String text) implements FileEdit {
        @Override
        public void on(EditedFiles files) {
            files.writeText(file, TextLines.set(files.text(file), line, was, text)
                    .orElseThrow(() -> files.stale(file)));
        }
    }

    /// The line of a row that still says what it said.
    ///
    /// @throws Fault `design.fix-stale`
    private static int line(EditedFiles files, RepoPath file, BomDocument table, int row, String was) {
        int line = table.lineAt(row);
        if (line < 0 || !table.row(line).text().equals(was)) {
            throw files.stale(file);
        }
        return line;
    }
}
