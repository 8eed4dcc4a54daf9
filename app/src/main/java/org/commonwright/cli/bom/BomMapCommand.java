package org.commonwright.cli.bom;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonwright.bom.Bom;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.ColumnMapping;
import org.commonwright.bom.read.MappingFile;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.error.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bom map`: what the columns of a file mean, kept beside it.
final class BomMapCommand {
    private final CliContext context;

    /// What to do; without any of these the columns are listed.
    static final class Options {
        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--set", paramLabel = "COLUMN=FIELD", description = "what a column means, such as Stk.=Quantity; without a field it has no meaning")
        private List<String> set = new ArrayList<>();

        @Option(names = "--header", paramLabel = "ROW", description = "the row that holds the headers; 0 to have it found")
        private int header = -1;

        @Option(names = "--currency", paramLabel = "C", description = "the currency of prices that name none, of three letters; empty to have it found")
        private @Nullable String currency;

        @Option(names = "--list", description = "only list the columns and their meanings")
        private boolean list;

        @Option(names = "--clear", description = "forget what was said about this file")
        private boolean clear;

        @Option(names = "--json")
        private boolean json;
    }

    BomMapCommand(CliContext context) {
        this.context = context;
    }

    int map(Options options) {
        Path kept = BomFiles.mappingFile(options.file);
        byte[] there = BomFiles.keptMapping(options.file);
        if (options.clear && options.set.isEmpty() && options.header < 0 && options.currency == null) {
            return clear(options, kept, there);
        }
        ColumnMapping before = options.clear ? ColumnMapping.NONE : BomFiles.mapping(options.file, there);
        ColumnMapping mapping = options.header < 0 ? before : before.withHeaderRow(options.header);
        if (options.currency != null) {
            mapping = mapping.withCurrency(options.currency.isBlank() ? "" : code(options.currency));
        }
        for (String one : options.set) {
            int at = one.lastIndexOf('=');
            if (at <= 0) {
                throw new Fault("bom.map-unclear", one);
            }
            mapping = mapping.with(one.substring(0, at), MappingFile.column(one.substring(at + 1)));
        }
        Bom bom = BomReader.read(options.file.toString(), BomFiles.read(options.file), mapping);
        for (String one : options.set) {
            String header = one.substring(0, one.lastIndexOf('=')).strip();
            if (bom.tables().stream().noneMatch(t -> t.headers().contains(header))) {
                throw new Fault("bom.map-no-column", options.file, header,
                        String.join(", ", bom.headers().stream().filter(h -> !h.isEmpty()).toList()));
            }
        }
        if (!options.list) {
            MappingFile.save(kept, there, options.file.getFileName().toString(), mapping);
        }
        show(options, kept, mapping, bom);
        return Exit.DONE;
    }

    private static String code(String currency) {
        String code = currency.strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z]{3}")) {
            throw new Fault("bom.currency-unknown", code);
        }
        return code;
    }

    private int clear(Options options, Path kept, byte @Nullable [] there) {
        MappingFile.save(kept, there, options.file.getFileName().toString(), ColumnMapping.NONE);
        if (options.json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("file", options.file.toString());
            node.put("mapping_file", "").put("header_row", 0).put("currency", "").putArray("said");
            context.json(node);
        } else {
            context.say("bom.says-cleared", options.file);
        }
        return Exit.DONE;
    }

    private void show(Options options, Path kept, ColumnMapping mapping, Bom bom) {
        if (!options.json) {
            ListedOffers prices = ListedOffers.of(bom);
            for (int i = 0; i < bom.tables().size(); i++) {
                Bom.Table table = bom.tables().get(i);
                Stream.concat(table.columns().stream(), prices.columns(i).stream()).forEach(column -> context.say(
                        "bom.says-column", table.headers().get(column.index()), column.column().header()));
            }
            context.say("bom.says-format", bom.format(), bom.encoding(), bom.lines().size(), bom.skipped().size());
            return;
        }
        ObjectNode node = new BomJson(context.messages()).bom(bom);
        node.put("mapping_file", Files.exists(kept) ? kept.toString() : "");
        node.put("header_row", mapping.headerRow()).put("currency", mapping.currency());
        ArrayNode said = node.putArray("said");
        mapping.columns().forEach((header, column) -> said.addObject().put("column", header).put("field",
                column.map(c -> c.header()).orElse("")));
        context.json(node);
    }
}
