package org.commonwright.publish.page;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// The footer's text and the page's number at the foot of each page.
final class PdfFooter extends PdfPageEventHelper {
    private static final float SIZE = 7.5f;
    private static final float ABOVE = 28;

    private final PdfFonts fonts;
    private final String text;

    PdfFooter(PdfFonts fonts, String text) {
        this.fonts = fonts;
        this.text = PdfPage.plain(text);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var content = writer.getDirectContent();
        ColumnText.showTextAligned(content, Element.ALIGN_LEFT, new Phrase(text, fonts.dim(SIZE)), document.left(),
                ABOVE,
                0);
        ColumnText.showTextAligned(content, Element.ALIGN_RIGHT,
                new Phrase(String.valueOf(writer.getPageNumber()), fonts.dim(SIZE)), document.right(), ABOVE, 0);
    }
}
