package org.commonwright.licence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The licences the program knows, read from `terms.toml` beside this class. SPDX ids match without regard to case
/// (SPDX 3.0, annex "SPDX licence expressions").
public final class LicenceTable {
    private final Map<String, LicenceTerms> byId;

    private LicenceTable(Map<String, LicenceTerms> byId) {
        this.byId = byId;
    }

    public static LicenceTable load() {
        try (InputStream in = LicenceTable.class.getResourceAsStream("terms.toml")) {
            if (in == null) {
                throw new IllegalStateException("terms.toml is not beside LicenceTable");
            }
            return new LicenceTable(read(new TomlMapper().readTree(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The terms of an SPDX id; empty when the program does not know them, which must stop whoever asks.
    public Optional<LicenceTerms> find(String id) {
        return Optional.ofNullable(byId.get(key(id)));
    }

    /// Every licence, once, by id.
    public List<LicenceTerms> all() {
        return byId.values().stream().distinct().toList();
    }

    private static Map<String, LicenceTerms> read(JsonNode root) {
        var byId = new TreeMap<String, LicenceTerms>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            LicenceTerms terms = terms(entry.getKey(), entry.getValue());
            byId.put(key(terms.id()), terms);
            for (JsonNode alias : entry.getValue().path("aliases")) {
                byId.put(key(alias.asText()), terms);
            }
        }
        return byId;
    }

    private static LicenceTerms terms(String id, JsonNode node) {
        var clauses = new EnumMap<Use, String>(Use.class);
        for (Use use : Use.values()) {
            clauses.put(use, node.path(use.token()).asText());
        }
        var into = new ArrayList<String>();
        node.path("into").forEach(i -> into.add(i.asText()));
        Family family = Family.valueOf(node.path("family").asText().toUpperCase(Locale.ROOT).replace('-', '_'));
        return new LicenceTerms(id, family, node.path("software").asBoolean(), clauses,
                node.path("combining").asText(), into);
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
