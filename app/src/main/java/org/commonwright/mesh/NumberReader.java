package org.commonwright.mesh;

import java.nio.charset.StandardCharsets;

/// Decimal numbers from bytes, without a string each.
final class NumberReader {
    private static final double[] POWERS = new double[23];

    static {
        double p = 1;
        for (int i = 0; i < POWERS.length; i++, p *= 10) {
            POWERS[i] = p;
        }
    }

    /// The number in `b[from, to)`; NaN when it is none.
    double parse(byte[] b, int from, int to) {
        int i = from;
        boolean negative = i < to && b[i] == '-';
        if (i < to && (b[i] == '-' || b[i] == '+')) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int power = 0;
        boolean point = false;
        boolean any = false;
        for (; i < to; i++) {
            int d = b[i] - '0';
            if (d >= 0 && d <= 9) {
                any = true;
                if (digits < 17) {
                    mantissa = mantissa * 10 + d;
                    digits += mantissa == 0 ? 0 : 1;
                    power -= point ? 1 : 0;
                } else {
                    power += point ? 0 : 1;
                }
            } else if (b[i] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (!any) {
            return Double.NaN;
        }
        if (i < to) {
            if ((b[i] | 0x20) != 'e') {
                return Double.NaN;
            }
            return slowly(b, from, to);
        }
        if (-power >= POWERS.length || power >= POWERS.length) {
            return slowly(b, from, to);
        }
        double value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
        return negative ? -value : value;
    }

    private static double slowly(byte[] b, int from, int to) {
        try {
            return Double.parseDouble(new String(b, from, to - from, StandardCharsets.US_ASCII));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
