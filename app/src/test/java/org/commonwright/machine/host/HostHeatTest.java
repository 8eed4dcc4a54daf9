package org.commonwright.machine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.commonwright.machine.protocol.Temperature;
import org.junit.jupiter.api.Test;

class HostHeatTest {
    private static Optional<Temperature> heat(String actual, String target) throws JsonProcessingException {
        JsonNode node = new ObjectMapper().readTree("{\"a\": " + actual + ", \"t\": " + target + "}");
        return HostHeat.of("B", node.path("a"), node.path("t"));
    }

    @Test
    void aTemperatureThatNoHeaterCanHaveIsNotKnown() throws JsonProcessingException {
        assertEquals(Optional.of(new Temperature("B", 60.5, 61)), heat("60.5", "61"));
        assertEquals(Optional.of(new Temperature("B", -300, 5000)), heat("-300", "5000"));
        assertEquals(Optional.of(new Temperature("B", 60, 0)), heat("60", "1e308"));
        for (String odd : new String[]{"1e308", "1e999", "-301", "5000.1", "null", "\"60\"", "9".repeat(309)}) {
            assertEquals(Optional.empty(), heat(odd, "0"), odd);
        }
    }
}
