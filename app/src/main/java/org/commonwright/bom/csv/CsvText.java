package org.commonwright.bom.csv;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.commonwright.error.Fault;

/// A whole table as it stands in its file. [#bytes] of what [#parse] returned are the bytes it was given.
///
/// @param delimiter what stands between cells
/// @param mark whether a byte order mark stands at the beginning
public record CsvText(List<CsvRow> rows, char delimiter, TextEncoding encoding, boolean mark) {
    /// The most bytes of a table that are held.
    public static final int LIMIT = 1 << 28;
    /// The most cells of a row. Spreadsheets stop there.
    public static final int MOST_CELLS = 1 << 14;
    /// The most rows of a file. Spreadsheets stop at a fifth of that.
    public static final int MOST_ROWS = 5_000_000;

    public CsvText {
        rows = Collections.unmodifiableList(rows);
    }

    /// @param file the file's name, for the sentence when it is no text
    /// @throws Fault `bom.spreadsheet`, `bom.not-text`, `bom.too-many-cells` or `files.too-large`
    public static CsvText parse(String file, byte[] bytes) {
        return parse(file, bytes, DelimiterFinder.UNKNOWING);
    }

    /// @param finder chooses the delimiter
    public static CsvText parse(String file, byte[] bytes, DelimiterFinder finder) {
        return parse(decode(file, bytes), finder);
    }

    /// @param finder chooses the delimiter
    /// @throws Fault `bom.too-many-cells`, `bom.too-many-rows` or `bom.cell-too-long`
    public static CsvText parse(TextEncoding.Decoded decoded, DelimiterFinder finder) {
        char delimiter = finder.find(decoded.text());
        List<CsvRow> rows = CsvTokenizer.rows(decoded.text(), delimiter, MOST_ROWS + 1);
        if (rows.size() > MOST_ROWS) {
            throw new Fault("bom.too-many-rows", MOST_ROWS);
        }
        return new CsvText(rows, delimiter, decoded.encoding(), decoded.mark());
    }

    /// The text of a file that should be one.
    ///
    /// @throws Fault `bom.spreadsheet`, `bom.not-text` or `files.too-large`
    public static TextEncoding.Decoded decode(String file, byte[] bytes) {
        if (bytes.length > LIMIT) {
            throw new Fault("files.too-large", file, bytes.length, LIMIT);
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Fault("bom.spreadsheet", file);
        }
        Optional<TextEncoding.Decoded> decoded = TextEncoding.decode(bytes);
        return decoded.orElseThrow(() -> new Fault("bom.not-text", file));
    }

    /// The file's bytes.
    ///
    /// @throws Fault `bom.not-encodable` when a new cell has a character that the file's encoding lacks
    public byte[] bytes() {
        return encoding.encode(characters(), mark)
                .orElseThrow(() -> new Fault("bom.not-encodable", encoding.label()));
    }

    /// Whether both have the same bytes.
    public boolean isWrittenLike(CsvText other) {
        if (encoding != other.encoding || mark != other.mark || rows.size() != other.rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).text().equals(other.rows.get(i).text())
                    || !rows.get(i).ending().equals(other.rows.get(i).ending())) {
                return false;
            }
        }
        return true;
    }

    /// Whether the file, when it is read again, has these rows.
    public boolean isStable() {
        List<CsvRow> again = CsvTokenizer.rows(characters(), delimiter, Integer.MAX_VALUE);
        if (again.size() != rows.size()) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!again.get(i).text().equals(rows.get(i).text()) || again.get(i).size() != rows.get(i).size()) {
                return false;
            }
        }
        return true;
    }

    private String characters() {
        var text = new StringBuilder();
        for (CsvRow row : rows) {
            text.append(row.text()).append(row.ending());
        }
        return text.toString();
    }

    /// The line ending that most rows have; `\n` for a table of one row.
    public String ending() {
        int crlf = 0;
        int lf = 0;
        int cr = 0;
        for (CsvRow row : rows) {
            String ending = row.ending();
            if (ending.length() == 2) {
                crlf++;
            } else if (ending.equals("\n")) {
                lf++;
            } else if (ending.equals("\r")) {
                cr++;
            }
        }
        return crlf > lf && crlf >= cr ? "\r\n" : cr > lf ? "\r" : "\n";
    }

    /// The same table with other rows.
    public CsvText withRows(List<CsvRow> newRows) {
        return new CsvText(newRows, delimiter, encoding, mark);
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[i] != (byte) magic[i]) {
                return false;
            }
        }
        return true;
    }
}
