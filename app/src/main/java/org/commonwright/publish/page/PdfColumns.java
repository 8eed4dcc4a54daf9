package org.commonwright.publish.page;

import java.util.List;
import java.util.regex.Pattern;
import org.openpdf.text.pdf.BaseFont;

/// How wide the columns of a table are: each at least as its longest word, as far as the page allows; what is left goes to those
/// whose texts want more.
final class PdfColumns {
    private static final float PADDING = 8;
    /// What one column may ask for, in parts of the page: very long texts break.
    private static final float MOST_OF_WORDS = 0.25f;
    private static final float MOST_OF_TEXT = 0.6f;
    private static final int SAMPLE = 2000;
    private static final Pattern SPACE = Pattern.compile("[ \\n\\u2003]+|(?<=[-/_.])");

    private final BaseFont plain;
    private final BaseFont bold;
    private final float points;

    PdfColumns(PdfFonts fonts, float points) {
        this.plain = fonts.of(PdfFonts.Face.REGULAR, points).getBaseFont();
        this.bold = fonts.of(PdfFonts.Face.BOLD, points).getBaseFont();
        this.points = points;
    }

    /// @param page the width that there is, in points
    /// @return the widths of the columns, in points, together the page's
    float[] widths(Block.Table table, float page) {
        int count = table.header().size();
        float[] least = new float[count];
        float[] wanted = new float[count];
        for (int i = 0; i < count; i++) {
            measure(bold, table.header().get(i), i, least, wanted, table.numbers().contains(i));
            for (List<String> row : table.rows().subList(0, Math.min(SAMPLE, table.rows().size()))) {
                measure(plain, row.get(i), i, least, wanted, table.numbers().contains(i));
            }
            least[i] = Math.min(least[i] + PADDING, page * MOST_OF_WORDS);
            wanted[i] = Math.max(least[i], Math.min(wanted[i] + PADDING, page * MOST_OF_TEXT));
        }
        return share(least, wanted, page);
    }

    private void measure(BaseFont font, String text, int column, float[] least, float[] wanted, boolean number) {
        wanted[column] = Math.max(wanted[column], font.getWidthPoint(text, points));
        if (number) {
            least[column] = wanted[column];
            return;
        }
        for (String word : SPACE.split(text)) {
            least[column] = Math.max(least[column], font.getWidthPoint(word, points));
        }
    }

    private static float[] share(float[] least, float[] wanted, float page) {
        float left = page;
        float more = 0;
        for (int i = 0; i < least.length; i++) {
            left -= least[i];
            more += wanted[i] - least[i];
        }
        float[] widths = new float[least.length];
        for (int i = 0; i < least.length; i++) {
            widths[i] = left <= 0
                    ? least[i] * page / (page - left)
                    : more == 0
                            ? least[i] + left / least.length
                            : least[i] + left * (wanted[i] - least[i]) / more;
        }
        return widths;
    }
}
