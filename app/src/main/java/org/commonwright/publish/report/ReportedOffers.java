package org.commonwright.publish.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.commonwright.bom.Bom;
import org.commonwright.bom.Offer;
import org.commonwright.bom.PartKey;
import org.commonwright.bom.csv.CsvRow;
import org.commonwright.bom.csv.CsvText;
import org.commonwright.bom.price.ListedOffers;
import org.commonwright.bom.read.BomReader;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.design.DesignModule;
import org.commonwright.error.Fault;
import org.commonwright.error.Place;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.report.ReportedDesign.ReportedModule;

/// The offers of a design and of its lists, with what they say beyond prices.
final class ReportedOffers {

    private final Map<String, Set<String>> suppliers = new HashMap<>();
    private final List<Dated> dated = new ArrayList<>();
    private final List<Said> said = new ArrayList<>();

    private record Dated(Evidence evidence, LocalDate date) {}

    private record Said(Place place, String part, String header, String value) {}

    ReportedOffers(ReportedDesign design) {
        Set<RepoPath> read = new LinkedHashSet<>();
        for (ReportedModule module : design.modules()) {
            RepoPath offers = module.module().offers();
            if (offers != null && read.add(offers)) {
                read(module.module(), offers);
            }
            if (module.bom() != null) {
                listed(module.bom());
            }
        }
    }

    /// Who sells a part by what the list itself says.
    private void listed(Bom bom) {
        ListedOffers.of(bom).byLine().forEach((line, offers) -> offers.stream().map(Offer::supplier)
                .filter(supplier -> !supplier.isBlank()).forEach(supplier -> suppliers
                        .computeIfAbsent(PartKey.normalise(line.part()), _ -> new TreeSet<>()).add(supplier)));
    }

    private void read(DesignModule module, RepoPath file) {
        String shown = module.source().show(file);
        try {
            byte[] bytes = module.source().tree().read(file, BomReader.LIMIT);
            for (Offer offer : OfferReader.read(shown, bytes).offers()) {
                suppliers.computeIfAbsent(PartKey.normalise(offer.part()), _ -> new TreeSet<>()).add(offer.supplier());
                if (offer.date() != null) {
                    dated.add(new Dated(new Evidence(Place.line(shown, offer.row()),
                            offer.part() + ", " + offer.supplier() + ": " + offer.date()), offer.date()));
                }
            }
            columns(shown, CsvText.parse(shown, bytes, BomReader.DELIMITER).rows());
        } catch (Fault _) {
            // The checks tell that it cannot be read; here it counts as no offers.
            return;
        }
    }

    /// The columns that say how long a part will be made.
    private void columns(String file, List<CsvRow> rows) {
        int header = 0;
        while (header < rows.size() && (rows.get(header).isBlank() || rows.get(header).text().startsWith("#"))) {
            header++;
        }
        if (header == rows.size()) {
            return;
        }
        List<String> names = rows.get(header).values().stream().map(String::strip).toList();
        for (int i = header + 1; i < rows.size(); i++) {
            for (int column = 0; column < names.size(); column++) {
                String value = rows.get(i).value(column).strip();
                if (Lifecycle.isHeader(names.get(column)) && !value.isEmpty()) {
                    said.add(new Said(new Place(file, i + 1, column + 1), rows.get(i).value(0).strip(),
                            names.get(column), value));
                }
            }
        }
    }

    Set<String> suppliers(String part) {
        return suppliers.getOrDefault(PartKey.normalise(part), Set.of());
    }

    /// Offers that were asked for before a day.
    List<Evidence> before(LocalDate day) {
        return dated.stream().filter(one -> one.date().isBefore(day)).map(Dated::evidence).toList();
    }

    List<Evidence> lifecycle(Lifecycle asked, LocalDate today) {
        return said.stream().filter(one -> Lifecycle.of(one.header(), one.value(), today) == asked)
                .map(one -> new Evidence(one.place(), one.part() + " (" + one.value() + ")")).toList();
    }
}
