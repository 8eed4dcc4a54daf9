package org.commonwright.design.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The texts of licences that the program brings along, to be added to a design that names them.
final class LicenceTexts {
    private LicenceTexts() {}

    /// Empty for a licence whose text is not here.
    static Optional<String> of(String id) {
        if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
            return Optional.empty();
        }
        try (InputStream in = LicenceTexts.class.getResourceAsStream("licences/" + id + ".txt")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program", e);
        }
    }
}
