package org.commonwright.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.GrayColor;

/// The fonts of a PDF: Liberation, which has the letters of Europe and the signs of electronics, embedded whole or in part, so
/// that the page looks alike everywhere.
final class PdfFonts {
    private static final GrayColor DIM = new GrayColor(0.4f);

    /// What letters look like.
    enum Face {
        REGULAR("Sans-Regular"), BOLD("Sans-Bold"), ITALIC("Sans-Italic"), MONO("Mono-Regular");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    private final Map<Face, BaseFont> faces = new EnumMap<>(Face.class);

    /// @param points the size of the letters
    Font of(Face face, float points) {
        return new Font(faces.computeIfAbsent(face, PdfFonts::load), points);
    }

    Font dim(float points) {
        Font font = of(Face.REGULAR, points);
        font.setColor(DIM);
        return font;
    }

    private static BaseFont load(Face face) {
        String name = "Liberation" + face.file + ".ttf";
        try (InputStream in = BaseFont.class.getResourceAsStream("/liberation/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is not in the program");
            }
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, in.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + name, e);
        }
    }
}
