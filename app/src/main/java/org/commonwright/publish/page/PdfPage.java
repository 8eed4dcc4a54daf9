package org.commonwright.publish.page;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.ListItem;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.GrayColor;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// A page as PDF, A4, lying for wide tables, with page numbers. The same page gives the same bytes: there is no time in it, and its identifier is
/// reckoned from what it says.
public final class PdfPage {
    private static final float MARGIN = 50;
    private static final float BODY = 10;
    private static final float SMALL = 8.5f;
    private static final float[] HEADINGS = {20, 15, 12, 11};
    private static final float[] SPACES = {0, 14, 10, 8};
    /// Tables with so many columns make the page lie on its side.
    private static final int WIDE = 7;
    private static final GrayColor LINE = new GrayColor(0.75f);
    private static final GrayColor SHADE = new GrayColor(0.94f);

    private final PdfFonts fonts = new PdfFonts();
    private final Document document;

    private PdfPage(boolean wide) {
        document = new Document(wide ? PageSize.A4.rotate() : PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
    }

    public static byte[] write(Page page) {
        var pdf = new PdfPage(page.blocks().stream()
                .anyMatch(block -> block instanceof Block.Table table && table.header().size() >= WIDE));
        var out = new ByteArrayOutputStream();
        PdfWriter writer = PdfWriter.getInstance(pdf.document, out);
        writer.setPageEvent(new PdfFooter(pdf.fonts, page.footer()));
        pdf.document.addTitle(page.title());
        pdf.document.setDocumentLanguage(page.language().toLanguageTag());
        pdf.document.open();
        writer.getInfo().remove(PdfName.CREATIONDATE);
        writer.getInfo().remove(PdfName.MODDATE);
        page.blocks().forEach(pdf::block);
        if (page.blocks().isEmpty()) {
            pdf.document.add(new Paragraph(page.title(), pdf.fonts.of(PdfFonts.Face.BOLD, HEADINGS[0])));
        }
        pdf.document.close();
        return PdfIdentity.of(out.toByteArray());
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(int level, String text, String _) -> document.add(heading(level, text));
            case Block.Paragraph(String text) -> document.add(paragraph(text, fonts.of(PdfFonts.Face.REGULAR, BODY)));
            case Block.Remark(String text) -> document.add(paragraph(text, fonts.dim(SMALL)));
            case Block.Facts facts -> document.add(facts(facts));
            case Block.Table table -> document.add(table(table));
            case Block.Prose(var markdown, var pictures) ->
                new PdfProse(fonts, pictures, BODY).elements(markdown).forEach(document::add);
            case Block.Bullets(List<String> items) -> {
                var list = new org.openpdf.text.List(false, 12);
                list.setListSymbol("\u2022");
                items.forEach(item -> list.add(new ListItem(plain(item), fonts.of(PdfFonts.Face.REGULAR, BODY))));
                document.add(list);
            }
            case Block.PageBreak() -> document.newPage();
        }
    }

    private Paragraph heading(int level, String text) {
        int at = Math.clamp(level, 1, HEADINGS.length) - 1;
        Paragraph heading = paragraph(text, fonts.of(PdfFonts.Face.BOLD, HEADINGS[at]));
        heading.setSpacingBefore(SPACES[at]);
        heading.setKeepTogether(true);
        return heading;
    }

    private static Paragraph paragraph(String text, Font font) {
        var paragraph = new Paragraph(font.getSize() * 1.35f, plain(text), font);
        paragraph.setSpacingAfter(5);
        return paragraph;
    }

    private PdfPTable facts(Block.Facts facts) {
        var table = new PdfPTable(new float[]{1, 3});
        frame(table);
        for (Block.Fact fact : facts.facts()) {
            table.addCell(bare(new Phrase(plain(fact.name()), fonts.dim(BODY))));
            table.addCell(bare(new Phrase(plain(fact.value()), fonts.of(PdfFonts.Face.REGULAR, BODY))));
        }
        return table;
    }

    private static PdfPCell bare(Phrase phrase) {
        var cell = new PdfPCell(phrase);
        cell.setBorder(Rectangle.NO_BORDER);
        return cell;
    }

    private PdfPTable table(Block.Table table) {
        var grid = new PdfPTable(new PdfColumns(fonts, SMALL).widths(table, document.right() - document.left()));
        frame(grid);
        grid.setHeaderRows(1);
        grid.setSplitLate(false);
        cells(grid, table, table.header(), fonts.of(PdfFonts.Face.BOLD, SMALL), true);
        Font font = fonts.of(PdfFonts.Face.REGULAR, SMALL);
        table.rows().forEach(row -> cells(grid, table, row, font, false));
        return grid;
    }

    private static void cells(PdfPTable grid, Block.Table table, List<String> row, Font font, boolean header) {
        for (int i = 0; i < row.size(); i++) {
            var cell = new PdfPCell(new Phrase(plain(row.get(i)), font));
            cell.setBorder(Rectangle.BOTTOM);
            cell.setBorderColor(LINE);
            cell.setBorderWidth(0.5f);
            cell.setPadding(3);
            cell.setHorizontalAlignment(table.numbers().contains(i) ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
            if (header) {
                cell.setBackgroundColor(SHADE);
            }
            grid.addCell(cell);
        }
    }

    private static void frame(PdfPTable table) {
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(8);
    }

    /// Without control characters; line breaks stay.
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ");
    }
}
