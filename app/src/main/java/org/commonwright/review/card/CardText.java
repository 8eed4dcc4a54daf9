package org.commonwright.review.card;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonwright.i18n.Formats;
import org.commonwright.i18n.Messages;
import org.commonwright.model.Money;
import org.jspecify.annotations.Nullable;

/// The card in the reader's language, for the window and the terminal. What is not known is said so; what is known only in part
/// is at least so much.
public final class CardText {
    private static final int SHOWN = 3;
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);

    private final Messages messages;
    private final Formats formats;

    public CardText(Messages messages) {
        this.messages = messages;
        this.formats = new Formats(messages.locale());
    }

    public List<CardRow> rows(Card card) {
        return Stream.of(cost(card), mass(card), parts(card), lead(card),
                new LicenceText(messages).row(card.before().licence(), card.after().licence()),
                new DurabilityText(messages).row(card.before().durability(), card.after().durability()),
                touched(card)).toList();
    }

    private CardRow cost(Card card) {
        Cost before = card.before().cost();
        Cost after = card.after().cost();
        boolean known = before.sum() != null && after.sum() != null
                && before.sum().currency().equals(after.sum().currency());
        String change = known
                ? partly(signed(after.sum().minus(before.sum())), before.without(), after.without())
                : unknown();
        List<String> details = new ArrayList<>(List.of(arrow(money(before), money(after))));
        // Of a bill that cannot be read nobody knows how many are without one: the sum says so already.
        if (!before.equals(Cost.UNKNOWN) && !after.equals(Cost.UNKNOWN)) {
            told(details, "consequence.no-price", "consequence.no-price-changes", before.missing(), after.missing());
        }
        card.costs().stream().limit(SHOWN).map(this::part).forEach(details::add);
        if (card.costs().size() > SHOWN) {
            details.add(messages.get("consequence.cost-more", card.costs().size() - SHOWN));
        }
        return row("cost", messages.get("consequence.cost", card.quantity()), change, details);
    }

    private String part(PartCost cost) {
        return cost.resourced()
                ? messages.get("consequence.cost-resourced", cost.part(), signed(cost.change()), known(cost.before()),
                        known(cost.after()))
                : messages.get("consequence.cost-part", cost.part(), signed(cost.change()));
    }

    private String known(@Nullable String seller) {
        return seller == null || seller.isEmpty() ? unknown() : seller;
    }

    private CardRow mass(Card card) {
        Mass before = card.before().mass();
        Mass after = card.after().mass();
        boolean known = before != null && after != null && before.grams() != null && after.grams() != null;
        String change = known
                ? partly(signed(after.grams().subtract(before.grams()), this::grams), before.without(), after.without())
                : unknown();
        List<String> details = new ArrayList<>(List.of(arrow(mass(before), mass(after))));
        if (before != null && after != null) {
            told(details, "consequence.no-mass", "consequence.no-mass-changes", before.unknown(), after.unknown());
            told(details, "consequence.solid", "consequence.solid-changes", before.solid(), after.solid());
        }
        return row("mass", messages.get("consequence.mass"), change, details);
    }

    private CardRow parts(Card card) {
        PartCount before = card.before().parts();
        PartCount after = card.after().parts();
        if (before == null || after == null) {
            return row("parts", messages.get("consequence.parts"), unknown(), List.of());
        }
        BigDecimal distinct = BigDecimal.valueOf((long) after.distinct() - before.distinct());
        return row("parts", messages.get("consequence.parts"), signed(distinct, formats::number),
                List.of(messages.get("consequence.parts-distinct", before.distinct(), after.distinct()),
                        messages.get("consequence.parts-pieces", before.pieces(), after.pieces())));
    }

    private CardRow lead(Card card) {
        Wait before = card.before().lead();
        Wait after = card.after().lead();
        if (before == null || after == null) {
            return row("lead-time", messages.get("consequence.wait"), unknown(), List.of());
        }
        boolean known = !before.isUnknown() && !after.isUnknown();
        int days = after.days() - before.days();
        String written = messages.get("consequence.days",
                (days > 0 ? "+" : "") + formats.number(BigDecimal.valueOf(days)), Math.abs(days));
        String change = !known
                ? unknown()
                : before.unknown() == after.unknown() ? written : messages.get("consequence.partly", written);
        List<String> details = new ArrayList<>(List.of(arrow(days(before), days(after))));
        told(details, "consequence.no-wait", "consequence.no-wait-changes", before.unknown(), after.unknown());
        return row("lead-time", messages.get("consequence.wait"), change, details);
    }

    private CardRow touched(Card card) {
        List<String> details = new ArrayList<>(List.of(messages.get("consequence.files", card.files())));
        card.hits().stream().map(this::hit).forEach(details::add);
        return row("touched", messages.get("consequence.touched"), messages.get("consequence.modules", card.modules()),
                details);
    }

    /// Who uses something that is touched.
    public String hit(Hit hit) {
        return hit.design().isEmpty()
                ? messages.get("consequence.hit-here", hit.module(), hit.user())
                : hit.pinned() == null
                        ? messages.get("consequence.hit-design", hit.module(), hit.user(), hit.design())
                        : messages.get("consequence.hit-pinned", hit.module(), hit.user(), hit.design(), hit.pinned());
    }

    private static CardRow row(String id, String label, String change, List<String> details) {
        return new CardRow(id, label, change, details);
    }

    /// How many are not known on either side, unless none is.
    private void told(List<String> details, String key, String changes, int before, int after) {
        if (before != 0 || after != 0) {
            details.add(before == after
                    ? messages.get(key, after)
                    : messages.get(changes, before, after));
        }
    }

    private String money(Cost cost) {
        return cost.sum() == null ? unknown() : atLeast(cost.missing() > 0, formats.money(cost.sum()));
    }

    private String mass(@Nullable Mass mass) {
        return mass == null || mass.grams() == null ? unknown() : atLeast(mass.unknown() > 0, grams(mass.grams()));
    }

    private String days(Wait wait) {
        return wait.isUnknown()
                ? unknown()
                : atLeast(wait.unknown() > 0, messages.get("consequence.day-count", wait.days()));
    }

    private String grams(BigDecimal grams) {
        boolean kilo = grams.abs().compareTo(KILO) >= 0;
        return formats.number(kilo ? grams.divide(KILO) : grams) + "\u00a0" + (kilo ? "kg" : "g");
    }

    private String signed(Money change) {
        return sign(change.amount(), formats.money(change));
    }

    private static String signed(BigDecimal change, Function<BigDecimal, String> written) {
        return sign(change, written.apply(change));
    }

    private static String sign(BigDecimal change, String written) {
        return change.signum() > 0 ? "+" + written : written.replaceFirst("^-", "−");
    }

    /// A difference is only part of the truth where what is not known differs, too.
    private String partly(String change, Set<String> before, Set<String> after) {
        return before.equals(after) ? change : messages.get("consequence.partly", change);
    }

    private static String atLeast(boolean more, String text) {
        return more ? "≥\u00a0" + text : text;
    }

    private static String arrow(String before, String after) {
        return before + " → " + after;
    }

    private String unknown() {
        return messages.get("consequence.unknown");
    }
}
