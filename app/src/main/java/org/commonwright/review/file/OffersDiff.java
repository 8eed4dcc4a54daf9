package org.commonwright.review.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonwright.bom.Offer;
import org.commonwright.bom.read.OfferReader;
import org.commonwright.bom.read.Offers;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.RepoPath;
import org.jspecify.annotations.Nullable;

/// An `offers.csv` by part: who sells it now and did not before, and what costs otherwise.
///
/// @param changes in the order of the rows afterwards
/// @param waitingBefore rows that name no price
/// @param waitingAfter likewise
public record OffersDiff(List<OfferChange> changes, int waitingBefore, int waitingAfter) implements FileDiff {
    private static final int SHOWN = 400;

    public OffersDiff {
        changes = List.copyOf(changes);
    }

    public static boolean isOne(RepoPath file) {
        return file.fileName().toLowerCase(Locale.ROOT).equals("offers.csv");
    }

    /// @return empty for a table that has no offers: it is then a text
    /// @throws Fault what [OfferReader#read] throws besides
    public static Optional<OffersDiff> of(String file, byte @Nullable [] before, byte @Nullable [] after) {
        try {
            Offers then = read(file, before);
            Offers now = read(file, after);
            return Optional.of(new OffersDiff(OfferChanges.between(then.offers(), now.offers()), waiting(then),
                    waiting(now)));
        } catch (Fault fault) {
            if (fault.code().equals("bom.no-offers-header")) {
                return Optional.empty();
            }
            throw fault;
        }
    }

    private static Offers read(String file, byte @Nullable [] bytes) {
        return bytes == null ? new Offers(List.of(), List.of(), List.of()) : OfferReader.read(file, bytes);
    }

    private static int waiting(Offers offers) {
        return (int) offers.skipped().stream().map(row -> row.reason().key())
                .filter(key -> !key.equals("bom.skipped-blank") && !key.equals("bom.skipped-comment")).count();
    }

    @Override
    public List<Row> rows(Messages messages, Formats formats) {
        var rows = new ArrayList<Row>();
        for (OfferChange change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
            String part = SafeText.of(change.part());
            rows.add(new Row(messages.get(key(change.kind()), part),
                    change.before().isEmpty() ? null : offers(change.before(), messages, formats),
                    change.after().isEmpty() ? null : offers(change.after(), messages, formats)));
        }
        if (changes.size() > SHOWN) {
            rows.add(Row.said(messages.get("filediff.more", changes.size() - SHOWN), ""));
        }
        if (waitingBefore != waitingAfter) {
            rows.add(new Row(messages.get("offerdiff.waiting"), formats.number(BigDecimal.valueOf(waitingBefore)),
                    formats.number(BigDecimal.valueOf(waitingAfter))));
        }
        if (rows.isEmpty()) {
            rows.add(Row.said(messages.get("offerdiff.same"), ""));
        }
        return rows;
    }

    private static String key(OfferChange.Kind kind) {
        return switch (kind) {
            case RESOURCED -> "offerdiff.resourced";
            case ADDED -> "offerdiff.added";
            case REMOVED -> "offerdiff.removed";
            case CHANGED -> "offerdiff.changed";
        };
    }

    private static String offers(List<Offer> offers, Messages messages, Formats formats) {
        return offers.stream().map(offer -> offer(offer, messages, formats)).collect(Collectors.joining("; "));
    }

    private static String offer(Offer offer, Messages messages, Formats formats) {
        var words = new ArrayList<String>();
        String seller = SafeText.of((offer.supplier() + " " + offer.sku()).strip());
        if (!seller.isEmpty()) {
            words.add(seller);
        }
        if (offer.minimum().compareTo(BigDecimal.ONE) > 0) {
            words.add(messages.get("offerdiff.from", formats.number(offer.minimum())));
        }
        words.add(formats.money(offer.unitPrice())
                + (offer.unit() == null ? "" : " / " + Objects.requireNonNull(offer.unit()).symbol()));
        if (offer.pack() != null) {
            words.add(messages.get("offerdiff.pack", formats.number(offer.pack())));
        }
        if (offer.leadTimeDays() != null) {
            words.add(messages.get("consequence.day-count", offer.leadTimeDays()));
        }
        if (offer.date() != null) {
            words.add(messages.get("offerdiff.asked", offer.date()));
        }
        if (!offer.link().isEmpty()) {
            words.add(SafeText.of(offer.link()));
        }
        return String.join(", ", words);
    }

    @Override
    public void write(ObjectNode node) {
        node.put("kind", "offers");
        ArrayNode list = node.putArray("offers");
        for (OfferChange change : changes) {
            ObjectNode one = list.addObject().put("part", change.part()).put("change", change.kind().id());
            write(one.putArray("before"), change.before());
            write(one.putArray("after"), change.after());
        }
        node.put("rows_without_price_before", waitingBefore).put("rows_without_price_after", waitingAfter);
    }

    private static void write(ArrayNode list, List<Offer> offers) {
        for (Offer offer : offers) {
            list.addObject().put("supplier", offer.supplier()).put("sku", offer.sku())
                    .put("minimum", offer.minimum().toPlainString())
                    .put("unit", offer.unit() == null ? null : offer.unit().symbol())
                    .put("price", offer.unitPrice().amount().toPlainString())
                    .put("currency", offer.unitPrice().currency())
                    .put("pack", offer.pack() == null ? null : offer.pack().toPlainString())
                    .put("lead_time_days", offer.leadTimeDays())
                    .put("date", offer.date() == null ? null : offer.date().toString()).put("link", offer.link());
        }
    }
}
