package org.commonwright.bom.rollup;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.bom.BomLine;
import org.commonwright.bom.Offer;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.error.Problem;
import org.jspecify.annotations.Nullable;

/// Modules in memory, found by the `Module` cell.
public final class TestModule implements BomNode {
    private final Map<String, TestModule> all;
    private final String path;
    private final List<BomLine> lines;
    private final List<Offer> offers;

    private TestModule(Map<String, TestModule> all, String path, List<BomLine> lines, List<Offer> offers) {
        this.all = all;
        this.path = path;
        this.lines = lines;
        this.offers = offers;
        all.put(path, this);
    }

    public static TestModule root(List<BomLine> lines) {
        return new TestModule(new HashMap<>(), "", lines, List.of());
    }

    /// @param bom lines of `Part,Quantity,Unit,MPN,Manufacturer,Module`
    public static TestModule root(String bom, String offers) {
        return new TestModule(new HashMap<>(), "", lines("bom.csv", bom), offers(offers));
    }

    /// @param bom with its header
    /// @param offers with their header
    public static TestModule tables(String bom, String offers) {
        return new TestModule(new HashMap<>(), "", read("bom.csv", bom), prices(offers));
    }

    /// @param bom with its header
    public TestModule table(String name, String bom) {
        var unused = new TestModule(all, name, read(name + "/bom.csv", bom), List.of());
        return this;
    }

    public TestModule with(String name, String bom) {
        var unused = new TestModule(all, name, lines(name + "/bom.csv", bom), List.of());
        return this;
    }

    public TestModule with(String name, List<BomLine> bom) {
        var unused = new TestModule(all, name, bom, List.of());
        return this;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String name() {
        return path.isEmpty() ? "root" : path;
    }

    @Override
    public String bomFile() {
        return path.isEmpty() ? "bom.csv" : path + "/bom.csv";
    }

    @Override
    public List<BomLine> lines() {
        return lines;
    }

    @Override
    public List<Offer> offers() {
        return offers;
    }

    @Override
    public List<Problem> problems() {
        return List.of();
    }

    @Override
    public @Nullable BomNode child(BomLine line) {
        return all.get(line.module());
    }

    private static List<BomLine> lines(String file, String rows) {
        return read(file, "Part,Quantity,Unit,MPN,Manufacturer,Module\n" + rows);
    }

    private static List<BomLine> read(String file, String text) {
        return BomReader.read(file, text.getBytes(StandardCharsets.UTF_8)).lines();
    }

    private static List<Offer> offers(String rows) {
        return prices("Part,Supplier,Minimum Quantity,Unit,Unit Price,Currency,Pack,Lead Time Days\n" + rows);
    }

    private static List<Offer> prices(String text) {
        return OfferReader.read("offers.csv", text.getBytes(StandardCharsets.UTF_8)).offers();
    }
}
