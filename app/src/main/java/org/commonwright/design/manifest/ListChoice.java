package org.commonwright.design.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Fault;

/// Which lists of a folder a person chose to count, kept in the folder as `bom.lists.toml`. The format, version 1, is in
/// `docs/formats/design.md`.
///
/// @param lists paths from the folder, as they are written; none where no list of the folder is to count
public record ListChoice(List<String> lists) {
    /// Its name.
    public static final String NAME = "bom.lists.toml";
    /// The most bytes that are read.
    public static final int LIMIT = 1 << 16;
    /// The version that is read and written.
    public static final int VERSION = 1;
    /// The most lists of one folder.
    public static final int MOST = 100;

    private static final TomlMapper TOML = new TomlMapper();

    public ListChoice {
        lists = List.copyOf(lists);
    }

    /// @param shownAs its name, for sentences
    /// @throws Fault `design.lists-broken`, `design.lists-version`, `design.lists-many` or `files.too-large`
    public static ListChoice read(String shownAs, byte[] bytes) {
        if (bytes.length > LIMIT) {
            throw new Fault("files.too-large", shownAs, bytes.length, LIMIT);
        }
        JsonNode root;
        try {
            root = TOML.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new Fault(e, "design.lists-broken", shownAs);
        }
        if (root.path("version").asInt() != VERSION) {
            throw new Fault("design.lists-version", shownAs, root.path("version").asText("?"), VERSION);
        }
        JsonNode lists = root.path("lists");
        if (!lists.isArray()) {
            throw new Fault("design.lists-broken", shownAs);
        }
        if (lists.size() > MOST) {
            throw new Fault("design.lists-many", shownAs, lists.size(), MOST);
        }
        List<String> said = new ArrayList<>();
        for (JsonNode one : lists) {
            if (!one.isTextual() || one.asText().isBlank()) {
                throw new Fault("design.lists-broken", shownAs);
            }
            said.add(Printable.of(one.asText()));
        }
        return new ListChoice(said);
    }
}
