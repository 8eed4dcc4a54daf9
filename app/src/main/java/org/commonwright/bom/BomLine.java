package org.commonwright.bom;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.commonwright.model.Quantity;
import org.jspecify.annotations.Nullable;

/// One row of a bill of materials. Texts that are not given are empty.
///
/// @param sheet the sheet of a workbook; empty for files without sheets
/// @param section the assembly it belongs to, in a file that lists several; empty for the file's own
/// @param row the row in its file or sheet, from 1, header, comments and empty rows counted
/// @param part the name or number by which the community knows the part; never empty
/// @param quantity for one piece of the module; null when the file does not say it in a way that can be understood
/// @param references where it sits on the board or in the drawing, ranges expanded
/// @param files what it is made from, relative to the folder of the file, the preferred one first
/// @param module for a module: its folder relative to the folder of the file, `@name` of a pinned one,
///        or `#section` of the same file
/// @param fitted false when the file says that it is not to be fitted (DNP, DNF)
/// @param attributes columns that have no meaning here, by their header, in the order of the file; empty cells left out
public record BomLine(String sheet, String section, int row, String part, LineKind kind, @Nullable Quantity quantity,
        String description,
        String manufacturer, String mpn, List<String> references, List<String> files, String process, String material,
        String module, List<Alternate> alternates, String notes, boolean fitted,
        SequencedMap<String, String> attributes) {
    public BomLine {
        references = List.copyOf(references);
        files = List.copyOf(files);
        alternates = List.copyOf(alternates);
        attributes = Attributes.of(attributes);
    }

    /// Its row for people: `12`, in a workbook `Sheet1!12`.
    public String where() {
        return sheet.isEmpty() ? String.valueOf(row) : sheet + "!" + row;
    }

    public PartKey key() {
        return PartKey.of(this);
    }

    /// The preferred file to make it from; empty when there is none.
    public String file() {
        return files.isEmpty() ? "" : files.getFirst();
    }

    /// The same row, made from these files.
    public BomLine withFiles(List<String> others) {
        return others.equals(files)
                ? this
                : new BomLine(sheet, section, row, part, kind, quantity, description, manufacturer, mpn, references,
                        others, process,
                        material, module, alternates, notes, fitted, attributes);
    }

    /// The same row with another quantity and other references.
    public BomLine with(@Nullable Quantity other, List<String> otherReferences) {
        return new BomLine(sheet, section, row, part, kind, other, description, manufacturer, mpn, otherReferences,
                files,
                process, material, module, alternates, notes, fitted, attributes);
    }

    /// The same row in an assembly of its file.
    public BomLine in(String other) {
        return new BomLine(sheet, other, row, part, kind, quantity, description, manufacturer, mpn, references, files,
                process, material, module, alternates, notes, fitted, attributes);
    }

    /// The same row as one that asks for a module.
    public BomLine asModule(String other) {
        return new BomLine(sheet, section, row, part, LineKind.MODULE, quantity, description, manufacturer, mpn,
                references, files, process, material, other, alternates, notes, fitted, attributes);
    }

    public static Builder builder(int row, String part) {
        return new Builder(row, part);
    }

    /// Gathers what a row says. What is not set is empty, the kind `standard`, fitted.
    public static final class Builder {
        private final int row;
        private final String part;
        private String sheet = "";
        private String section = "";
        private LineKind kind = LineKind.STANDARD;
        private @Nullable Quantity quantity;
        private String description = "";
        private String manufacturer = "";
        private String mpn = "";
        private List<String> references = List.of();
        private List<String> files = List.of();
        private String process = "";
        private String material = "";
        private String module = "";
        private final SequencedSet<Alternate> alternates = new LinkedHashSet<>();
        private String notes = "";
        private boolean fitted = true;
        private final SequencedMap<String, String> attributes = new LinkedHashMap<>();

        private Builder(int row, String part) {
            this.row = row;
            this.part = part;
        }

        public Builder sheet(String value) {
            sheet = value;
            return this;
        }

        public Builder section(String value) {
            section = value;
            return this;
        }

        public Builder kind(LineKind value) {
            kind = value;
            return this;
        }

        public Builder quantity(@Nullable Quantity value) {
            quantity = value;
            return this;
        }

        public Builder description(String value) {
            description = value;
            return this;
        }

        public Builder number(String manufacturerName, String number) {
            manufacturer = manufacturerName;
            mpn = number;
            return this;
        }

        public Builder references(List<String> value) {
            references = value;
            return this;
        }

        public Builder files(List<String> value) {
            files = value;
            return this;
        }

        public Builder making(String processWord, String materialName) {
            process = processWord;
            material = materialName;
            return this;
        }

        public Builder module(String value) {
            module = value;
            return this;
        }

        public Builder alternate(Alternate value) {
            alternates.add(value);
            return this;
        }

        public Builder notes(String value) {
            notes = value;
            return this;
        }

        public Builder fitted(boolean value) {
            fitted = value;
            return this;
        }

        public Builder attribute(String header, String value) {
            attributes.put(header, value);
            return this;
        }

        public BomLine build() {
            return new BomLine(sheet, section, row, part, kind, quantity, description, manufacturer, mpn, references,
                    files, process,
                    material, module, List.copyOf(alternates), notes, fitted, attributes);
        }
    }
}
