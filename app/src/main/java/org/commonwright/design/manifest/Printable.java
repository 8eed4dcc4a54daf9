package org.commonwright.design.manifest;

/// Foreign text without the control characters that could fool a terminal.
final class Printable {
    private Printable() {}

    static String of(String text) {
        return text.codePoints().anyMatch(Printable::isHidden)
                ? text.codePoints().map(c -> isHidden(c) ? ' ' : c).collect(StringBuilder::new,
                        StringBuilder::appendCodePoint, StringBuilder::append).toString()
                : text;
    }

    static String firstLine(String text) {
        return of(text.lines().findFirst().orElse(""));
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    }
}
