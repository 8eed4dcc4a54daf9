package org.commonwright.mesh;

import java.nio.charset.StandardCharsets;
import org.commonwright.error.Fault;
import org.commonwright.task.Progress;

/// ASCII STL, read word by word: `solid`, then `facet normal … outer loop vertex … vertex … vertex … endloop endfacet`, then
/// `endsolid`; several solids may follow each other and become one mesh.
final class StlText {
    private final byte[] b;
    private final String name;
    private final Progress progress;
    private final MeshBuilder builder;
    private final NumberReader numbers = new NumberReader();
    private int at;
    private int wordFrom;
    private int line = 1;

    StlText(byte[] bytes, String name, Progress progress) {
        b = bytes;
        this.name = name;
        this.progress = progress;
        // A facet takes at least 110 bytes in this format, most take 180.
        builder = new MeshBuilder(bytes.length / 180 + 1);
    }

    Mesh read() {
        boolean open = false;
        while (word()) {
            if (is("solid")) {
                open = true;
                restOfLine();
            } else if (is("endsolid")) {
                open = false;
                restOfLine();
            } else if (is("facet")) {
                facet();
            } else {
                throw unexpected("facet");
            }
        }
        if (open) {
            throw new Fault("mesh.cut-text", name, line, builder.triangles());
        }
        return builder.build(MeshFormat.STL_TEXT);
    }

    private void facet() {
        expect("normal");
        for (int i = 0; i < 3; i++) {
            // Normals are often wrong, zero or not a number, and follow from the corners anyhow.
            need();
        }
        expect("outer");
        expect("loop");
        for (int i = 0; i < 3; i++) {
            expect("vertex");
            double x = number();
            double y = number();
            double z = number();
            builder.corner(x, y, z);
        }
        expect("endloop");
        expect("endfacet");
        if ((builder.triangles() & 0x3fff) == 0) {
            progress.check();
            progress.update((double) at / b.length);
        }
    }

    private double number() {
        need();
        double value = numbers.parse(b, wordFrom, at);
        if (!Double.isFinite(value)) {
            throw new Fault("mesh.no-number-line", name, line, shown());
        }
        return value;
    }

    private void expect(String word) {
        need();
        if (!is(word)) {
            throw unexpected(word);
        }
    }

    private void need() {
        if (!word()) {
            throw new Fault("mesh.cut-text", name, line, builder.triangles());
        }
    }

    private Fault unexpected(String word) {
        return new Fault("mesh.unexpected-word", name, line, shown(), word);
    }

    /// The next word is `b[wordFrom, at)`; false at the end.
    private boolean word() {
        while (at < b.length && b[at] <= ' ' && b[at] >= 0) {
            line += b[at] == '\n' ? 1 : 0;
            at++;
        }
        wordFrom = at;
        while (at < b.length && (b[at] > ' ' || b[at] < 0)) {
            at++;
        }
        return at > wordFrom;
    }

    private boolean is(String word) {
        if (at - wordFrom != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if ((b[wordFrom + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void restOfLine() {
        while (at < b.length && b[at] != '\n') {
            at++;
        }
    }

    private String shown() {
        String text = new String(b, wordFrom, Math.min(at - wordFrom, 20), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}", "·");
    }
}
