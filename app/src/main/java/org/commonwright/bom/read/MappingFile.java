package org.commonwright.bom.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.commonwright.bom.Column;
import org.commonwright.error.Fault;
import org.commonwright.files.AtomicFiles;
import org.commonwright.files.Toml;
import org.jspecify.annotations.Nullable;

/// What a person said about the columns of a file, kept beside it under its name with `.columns.toml`, so that it is in the
/// repository and used again. The format, version 1, is in `docs/formats/bom.md`.
public final class MappingFile {
    /// What follows the name of the file that is meant.
    public static final String SUFFIX = ".columns.toml";
    /// The most bytes that are read.
    public static final int LIMIT = 1 << 18;

    private static final int VERSION = 1;
    private static final int MOST = 2000;
    private static final TomlMapper TOML = new TomlMapper();

    private MappingFile() {}

    /// @param shownAs its name, for sentences
    /// @throws Fault `bom.mapping-broken`, `bom.mapping-version`, `bom.mapping-field`, `bom.mapping-currency` or `files.too-large`
    public static ColumnMapping read(String shownAs, byte[] bytes) {
        if (bytes.length > LIMIT) {
            throw new Fault("files.too-large", shownAs, bytes.length, LIMIT);
        }
        JsonNode root;
        try {
            root = TOML.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Fault(e, "bom.mapping-broken", shownAs, line);
        }
        if (root.path("version").asInt() != VERSION) {
            throw new Fault("bom.mapping-version", shownAs, root.path("version").asText("?"), VERSION);
        }
        JsonNode columns = root.path("columns");
        if (!columns.isMissingNode() && (!columns.isObject() || columns.size() > MOST)) {
            throw new Fault("bom.mapping-broken", shownAs, 0);
        }
        SequencedMap<String, Optional<Column>> said = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> one : columns.properties()) {
            if (!one.getValue().isTextual()) {
                throw new Fault("bom.mapping-broken", shownAs, 0);
            }
            said.put(one.getKey(), column(one.getValue().asText()));
        }
        return new ColumnMapping(said, Math.clamp(root.path("header_row").asLong(), 0, 1 << 20),
                currency(shownAs, root.path("currency").asText("")));
    }

    private static String currency(String shownAs, String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("[A-Z]{3}")) {
            throw new Fault("bom.mapping-currency", shownAs, written);
        }
        return code;
    }

    /// The meaning that a person wrote: the canonical header of a column in any capitals, or nothing.
    ///
    /// @return empty when the column is to have no meaning
    /// @throws Fault `bom.mapping-field`
    public static Optional<Column> column(String field) {
        String compact = HeaderWords.compact(field);
        if (compact.isEmpty() || compact.equals("none")) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Column.values()).filter(c -> HeaderWords.compact(c.header()).equals(compact))
                .findFirst().orElseThrow(() -> new Fault("bom.mapping-field", field, fields())));
    }

    /// The file's text.
    ///
    /// @param bom the name of the file that is meant
    public static String write(String bom, ColumnMapping mapping) {
        var text = new StringBuilder("# What the columns of ").append(bom.replaceAll("\\p{Cntrl}", " "))
                .append(" mean, where its headers do not say so.\nversion = ").append(VERSION).append('\n');
        if (mapping.headerRow() > 0) {
            text.append("header_row = ").append(mapping.headerRow()).append('\n');
        }
        if (!mapping.currency().isEmpty()) {
            text.append("currency = ").append(Toml.quoted(mapping.currency())).append('\n');
        }
        text.append("\n[columns]\n");
        mapping.columns().forEach((header, column) -> text.append(Toml.quoted(header)).append(" = ")
                .append(Toml.quoted(column.map(Column::header).orElse(""))).append('\n'));
        return text.toString();
    }

    /// Keeps what is said about the columns of a file, whole or not at all; saying nothing takes the file away.
    ///
    /// @param kept where it is kept
    /// @param before what was read there; null when nothing was
    /// @param bom the name of the file that is meant
    /// @return what is there now
    /// @throws Fault `files.changed-since` when somebody changed it meanwhile, `files.is-link`, `files.not-written`
    public static byte @Nullable [] save(Path kept, byte @Nullable [] before, String bom, ColumnMapping mapping) {
        byte[] after = mapping.isEmpty() ? null : write(bom, mapping).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.change(kept, before, after);
        return after;
    }

    private static String fields() {
        return String.join(", ", Arrays.stream(Column.values()).map(Column::header).toList());
    }
}
