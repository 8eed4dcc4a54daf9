package org.commonwright.review.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;

/// A key with its value, or the header of a table, as it stands in its file.
///
/// @param section the table it stands in; empty at the top
/// @param key empty for the header of the table itself
/// @param lead the comments and empty lines above it
/// @param text its own lines, with their ends
record TomlEntry(String section, String key, String lead, String text) {
    private static final TomlMapper TOML = new TomlMapper();

    /// What it is found by in another revision.
    String id() {
        return section + "\n" + key;
    }

    boolean isHeader() {
        return key.isEmpty();
    }

    TomlEntry with(String otherLead, String otherText) {
        return new TomlEntry(section, key, otherLead, otherText);
    }

    /// Whether both say the same, however they are written.
    boolean saysLike(TomlEntry other) {
        if (isHeader() || text.strip().equals(other.text.strip())) {
            return true;
        }
        try {
            return TOML.readTree(text).equals(TOML.readTree(other.text))
                    && comment().equals(other.comment());
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /// A comment behind the value is part of what a person wrote there.
    private String comment() {
        int at = text.lastIndexOf('#');
        return at < 0 ? "" : text.substring(at).strip();
    }
}
