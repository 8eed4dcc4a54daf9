package org.commonwright.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The one way to write a value, so that its hash means something: JSON with sorted keys (by UTF-16 units), no white space,
/// integers within ±(2⁵³−1), no other numbers (decimals are strings), only the escapes that JSON demands, UTF-8. What this
/// writes is also canonical under RFC 8785.
public final class Canonical {
    private static final long LARGEST = (1L << 53) - 1;
    private static final int DEPTH = 64;
    private static final ObjectMapper MAPPER = mapper();

    private Canonical() {}

    /// @throws IllegalArgumentException when the value holds what has no canonical form: a fraction, a number too large, a
    /// lone surrogate, too deep a nesting
    public static byte[] bytes(JsonNode value) {
        var out = new StringBuilder();
        write(value, out, 0);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The value that the bytes are the canonical form of; empty when they are not canonical.
    static Optional<JsonNode> parse(byte[] bytes) {
        try {
            JsonNode value = MAPPER.readTree(bytes);
            return value != null && Arrays.equals(bytes(value), bytes) ? Optional.of(value) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("memory can be read", e);
        }
    }

    private static void write(JsonNode value, StringBuilder out, int depth) {
        if (depth > DEPTH) {
            throw new IllegalArgumentException("nested too deep");
        }
        switch (value.getNodeType()) {
            case OBJECT -> object(value, out, depth);
            case ARRAY -> array(value, out, depth);
            case STRING -> string(value.textValue(), out);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case NUMBER -> out.append(integer(value));
            default -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    private static void object(JsonNode value, StringBuilder out, int depth) {
        var sorted = new TreeMap<String, JsonNode>();
        value.properties().forEach(p -> sorted.put(p.getKey(), p.getValue()));
        out.append('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> property : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string(property.getKey(), out);
            out.append(':');
            write(property.getValue(), out, depth + 1);
        }
        out.append('}');
    }

    private static void array(JsonNode value, StringBuilder out, int depth) {
        out.append('[');
        for (int i = 0; i < value.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(value.get(i), out, depth + 1);
        }
        out.append(']');
    }

    private static long integer(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() > LARGEST
                || value.longValue() < -LARGEST) {
            throw new IllegalArgumentException("write this number as a string: " + value);
        }
        return value.longValue();
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else if (Character.isHighSurrogate(c) && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        out.append(c).append(text.charAt(++i));
                    } else if (Character.isSurrogate(c)) {
                        throw new IllegalArgumentException("half a character");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH + 1).build()).build();
        return new ObjectMapper(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
