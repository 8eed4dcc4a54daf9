package org.commonwright.review.file;

/// Texts of a repository as they may be shown: what cannot be seen, or would turn the order of what can, is made visible.
public final class SafeText {
    private static final int LONGEST = 300;

    private SafeText() {}

    /// The text with a sign for each control and direction character; long ones are cut.
    public static String of(String text) {
        var out = new StringBuilder();
        int[] points = text.codePoints().limit(LONGEST + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, LONGEST); i++) {
            out.appendCodePoint(visible(points[i]));
        }
        return points.length > LONGEST ? out.append('…').toString() : out.toString();
    }

    /// The same for a whole line, with tabs as spaces and nothing cut.
    public static String line(String text) {
        return text.codePoints().allMatch(c -> visible(c) == c)
                ? text
                : text.replace("\t", "    ").codePoints().map(SafeText::visible)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static int visible(int c) {
        boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE || c == 0x2028 || c == 0x2029;
        return hidden ? 0xFFFD : c;
    }
}
