package org.commonwright.bom.price;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.error.Place;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;

/// What is told of the prices of one table: each cell that is no price with its row, everything else once.
final class PriceProblems {
    private static final int MOST = 100;
    private static final int NAMED = 5;

    private final Place header;
    private final List<Problem> all = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private int cells;
    private int about;
    private int differing;
    private String firstDiffering = "";

    /// @param header the row of the header
    PriceProblems(Place header) {
        this.header = header;
    }

    List<Problem> all() {
        return all;
    }

    void note(String code, Object... arguments) {
        all.add(Problem.note(header, code, arguments));
    }

    void warning(String code, Object... arguments) {
        all.add(Problem.warning(header, code, arguments));
    }

    /// A cell that is no price.
    void unread(Place place, String cell, String part, String reason) {
        cell(Problem.warning(place, "bom.price-unread", shown(cell), part,
                Messages.Key.of(reason)));
    }

    /// A cell whose one separator could be meant either way.
    void ambiguous(Place place, String cell, String number, String part) {
        cell(Problem.warning(place, "bom.price-ambiguous", shown(cell), number, part));
    }

    private void cell(Problem problem) {
        if (cells++ < MOST) {
            all.add(problem);
        }
    }

    /// A price that is only about right.
    void about() {
        about++;
    }

    /// A row in which the price for one, times the quantity, is not the price for the line.
    void differs(Place place) {
        if (differing++ == 0) {
            firstDiffering = place.toString();
        }
    }

    /// A column whose prices hold from a number of pieces on.
    void from(String column) {
        from.add(column);
    }

    /// What only shows over all rows.
    void currency(PriceCurrency currency) {
        if (cells > MOST) {
            note("bom.prices-unread-more", cells - MOST);
        }
        if (!from.isEmpty()) {
            note("bom.price-from", from.size(), String.join(", ", from.subList(0, Math.min(NAMED, from.size()))));
        }
        if (about > 0) {
            note("bom.prices-about", about);
        }
        if (differing > 0) {
            note("bom.price-not-line", differing, firstDiffering);
        }
        if (currency.taken() > 0) {
            note("bom.price-currency-taken", currency.taken(), currency.othersCode());
        }
        if (currency.unknown() > 0) {
            warning("bom.price-no-currency", currency.unknown());
        }
    }

    private static String shown(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }
}
