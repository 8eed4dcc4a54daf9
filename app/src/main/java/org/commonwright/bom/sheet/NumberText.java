package org.commonwright.bom.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/// A spreadsheet's number as text: with a decimal point, without an exponent, with the 15 digits that spreadsheets keep.
final class NumberText {
    private static final MathContext DIGITS = new MathContext(15);
    private static final Pattern ZEROS = Pattern.compile("0{2,30}");
    private static final int MOST_DIGITS = 40;

    private NumberText() {}

    /// @param formatIndex the number of the cell's format
    /// @param format the cell's format; empty for the general one. Dates become `2025-03-01`, numbers with leading zeros keep
    ///        them.
    static String of(double number, int formatIndex, String format, boolean from1904) {
        if (!Double.isFinite(number)) {
            return String.valueOf(number);
        }
        if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(number) && number < 2_958_466) {
            LocalDateTime date = DateUtil.getLocalDateTime(number, from1904, true);
            if (date != null) {
                boolean day = date.toLocalTime().toSecondOfDay() == 0;
                return day
                        ? date.toLocalDate().toString()
                        : number < 1 ? date.toLocalTime().toString() : date.toString();
            }
        }
        String plain = plain(number);
        return ZEROS.matcher(format).matches() && number >= 0 && plain.length() < format.length()
                && plain.indexOf('.') < 0 ? "0".repeat(format.length() - plain.length()) + plain : plain;
    }

    private static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number).round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.precision() - rounded.scale()) > MOST_DIGITS || rounded.scale() > MOST_DIGITS
                ? rounded.toString()
                : rounded.toPlainString();
    }
}
