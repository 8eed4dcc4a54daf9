package org.commonwright.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.commonwright.i18n.Messages;
import org.commonwright.i18n.Messages.Key;
import org.junit.jupiter.api.Test;

class MeshWordsTest {
    private final Messages messages = new Messages(Locale.UK);

    @Test
    void onlyTheAxisThatChangedIsNamed() {
        assertEquals("Scaled by 1.3333 along z alone.", said(1, 1, 4 / 3.0));
        assertEquals("Scaled by 2 along x, 1 along y, 3 along z.", said(2, 1, 3));
    }

    private String said(double x, double y, double z) {
        Key words = MeshWords.scaling(new Scaling(x, y, z)).orElseThrow();
        return messages.get(words.key(), words.arguments());
    }
}
