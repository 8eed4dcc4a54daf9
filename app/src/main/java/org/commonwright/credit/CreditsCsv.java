package org.commonwright.credit;

import java.util.List;
import org.commonwright.contribution.Part;
import org.commonwright.model.Rational;

/// Everybody's part as a table for a spreadsheet: the same headings in every language, as programs read them; numbers with a
/// point.
public final class CreditsCsv {
    private static final double PER_MILLE = 1000;

    private CreditsCsv() {}

    public static String of(Credits credits) {
        var csv = new StringBuilder(
                "name,email,program,lines,share,authored,commits,reviewed,declared_hours,cited,cells\r\n");
        for (Credit credit : credits.people()) {
            csv.append(String.join(",", List.of(quoted(credit.person().name()), quoted(credit.person().email()),
                    Boolean.toString(credit.bot()), plain(credit.surviving()),
                    Double.toString(credit.perMille() / PER_MILLE), plain(credit.authored()),
                    Integer.toString(credit.lines().map(Part::commits).orElse(0)),
                    Integer.toString(credit.reviewed()), plain(credit.declared()), plain(credit.citedLines()),
                    plain(credit.cells())))).append("\r\n");
        }
        return csv.toString();
    }

    /// A name that a spreadsheet would take for a formula begins with an apostrophe.
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static String plain(Rational number) {
        return number.isWhole() ? number.toString() : number.rounded(3).toPlainString();
    }
}
