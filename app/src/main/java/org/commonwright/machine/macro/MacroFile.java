package org.commonwright.machine.macro;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.commonwright.error.Fault;
import org.commonwright.files.PlainFiles;
import org.commonwright.settings.AppFolders;
import org.jspecify.annotations.Nullable;

/// Reads `macros.toml`, version 1 (docs/formats/macros.md): a person's own, or one that a design brings along.
public final class MacroFile {
    /// Its name in a design and in the folder of a person's settings.
    public static final String NAME = "macros.toml";
    private static final String FORMAT = "commonwright-macros-1";
    private static final long LIMIT = 1L << 20;
    private static final int MOST = 500;
    private static final int MOST_LINES = 200;
    private static final int LONGEST_LINE = 96;
    private static final int LONGEST_TEXT = 200;

    private MacroFile() {}

    /// The file of a person's own macros; it need not be there.
    public static Path own(AppFolders folders) {
        return folders.config().resolve(NAME);
    }

    /// Nothing when there is no such file.
    ///
    /// @throws Fault `macros.bad-file` with what is wrong in it, `macros.two-usual`, and what reading a file throws
    public static List<Macro> readIfThere(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? read(file) : List.of();
    }

    /// @throws Fault as [#readIfThere], and when it is not there
    public static List<Macro> read(Path file) {
        String shown = String.valueOf(file.getFileName());
        if (Files.isSymbolicLink(file)) {
            throw new Fault("files.is-link", file);
        }
        JsonNode root = parse(PlainFiles.read(file, LIMIT), shown);
        check(FORMAT.equals(root.path("format").asText()), shown, "format");
        Map<String, Macro> macros = new LinkedHashMap<>();
        JsonNode written = root.path("macro");
        check(written.isMissingNode() || written.isArray() && written.size() <= MOST, shown, "macro");
        for (JsonNode node : written) {
            Macro macro = macro(node, shown);
            check(macros.putIfAbsent(macro.name(), macro) == null, shown, macro.name());
        }
        return List.copyOf(macros.values());
    }

    private static JsonNode parse(byte[] bytes, String shown) {
        try {
            return new TomlMapper()
                    .readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (JacksonException e) {
            throw new Fault(e, "macros.no-toml", shown, e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        } catch (CharacterCodingException e) {
            throw new Fault(e, "macros.bad-file", shown, "UTF-8");
        }
    }

    private static Macro macro(JsonNode node, String shown) {
        String name = text(node, "name");
        check(name.matches("[\\p{L}\\p{N} ._+()-]{1,60}"), shown, "name");
        String dialect = text(node, "dialect");
        check(dialect.matches("|grbl|marlin"), shown, name + ": dialect");
        JsonNode written = node.path("lines");
        check(written.isArray() && !written.isEmpty() && written.size() <= MOST_LINES, shown, name + ": lines");
        List<String> lines = new ArrayList<>();
        Map<String, MacroParameter> parameters = new LinkedHashMap<>();
        for (JsonNode line : written) {
            String text = line.asText().strip();
            check(line.isTextual() && isLine(text), shown, name + ": lines[" + lines.size() + "]");
            lines.add(text);
            Matcher m = Macro.PLACE.matcher(text);
            while (m.find()) {
                String usual = m.group(2) == null ? "" : m.group(2);
                JsonNode about = node.path("parameter").path(m.group(1));
                parameters.merge(m.group(1), new MacroParameter(m.group(1), text(about, "about"), usual,
                        text(about, "unit"), number(about, "min"), number(about, "max")),
                        (before, now) -> one(before, now, shown, name));
            }
        }
        return new Macro(name, text(node, "about"), dialect, lines, List.copyOf(parameters.values()));
    }

    /// A place that stands twice has one usual value, wherever it is written.
    private static MacroParameter one(MacroParameter before, MacroParameter now, String shown, String macro) {
        if (!before.usual().isEmpty() && !now.usual().isEmpty() && !before.usual().equals(now.usual())) {
            throw new Fault("macros.two-usual", shown, macro, now.name(), before.usual(), now.usual());
        }
        return before.usual().isEmpty() ? now : before;
    }

    /// Nothing that a firmware obeys at once, wherever it stands, and no brackets but those of a place to fill in.
    private static boolean isLine(String text) {
        String plain = Macro.PLACE.matcher(text).replaceAll("0");
        return !text.isEmpty() && text.length() <= LONGEST_LINE && plain.chars().allMatch(c -> c >= ' ' && c < 0x7F)
                && plain.chars().noneMatch(c -> "?!~{}".indexOf(c) >= 0);
    }

    private static String text(JsonNode node, String key) {
        String text = node.path(key).isValueNode() ? node.path(key).asText() : "";
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static @Nullable Double number(JsonNode node, String key) {
        return node.path(key).isNumber() ? node.path(key).asDouble() : null;
    }

    private static void check(boolean right, String shown, String what) {
        if (!right) {
            throw new Fault("macros.bad-file", shown, what);
        }
    }
}
