package org.commonwright.machine.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.commonwright.machine.protocol.Temperature;

/// A temperature as a host says it. One that no heater can have is not known, as if the host had said nothing.
final class HostHeat {
    private static final double COLDEST = -300;
    private static final double HOTTEST = 5000;

    private HostHeat() {}

    /// @param target off when it is not known
    static Optional<Temperature> of(String letter, JsonNode actual, JsonNode target) {
        return isKnown(actual)
                ? Optional.of(new Temperature(letter, actual.asDouble(), isKnown(target) ? target.asDouble() : 0))
                : Optional.empty();
    }

    private static boolean isKnown(JsonNode said) {
        return said.isNumber() && said.asDouble() >= COLDEST && said.asDouble() <= HOTTEST;
    }
}
