package org.commonwright.machine.arduino;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.commonwright.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntelHexTest {
    private static final String END = ":00000001FF\n";

    /// The example of Intel's document, and an entry point, which is no data.
    @Test
    void aProgramIsReadAndItsEntryPointIsNotTakenForData() {
        HexImage image = IntelHex.parse("a.hex",
                ":10010000214601360121470136007EFE09D2190140\r\n:0400000300007E007B\r\n:00000001FF\r\n");
        assertEquals(16, image.size());
        assertEquals(0x110, image.end());
        assertEquals(0x21, image.at(0x100));
        assertEquals(0xFF, image.at(0));
        assertEquals(":10010000214601360121470136007EFE09D2190140\n" + END, image.toHex());
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var image = new HexImage();
            for (int block = 0; block < 5; block++) {
                int start = random.nextInt(0x3F000);
                for (int i = 0; i < 1 + random.nextInt(300); i++) {
                    image.put(start + i, (byte) random.nextInt(256));
                }
            }
            HexImage back = IntelHex.parse("x.hex", image.toHex());
            assertEquals(image.size(), back.size(), "seed " + seed);
            assertArrayEquals(bytes(image), bytes(back), "seed " + seed);
        }
    }

    private static int[] bytes(HexImage image) {
        return IntStream.range(0, image.end()).map(image::at).toArray();
    }

    @ParameterizedTest
    @CsvSource({":10010000214601360121470136007EFE09D2190141, arduino.hex-checksum", "nonsense, arduino.hex-line",
            ":0301000021463D5F, arduino.hex-checksum", ":04010000214601, arduino.hex-line",
            ":0100000622D7, arduino.hex-line", ":020000040100F9, arduino.hex-address",
            ":02FFFF000102FD, ", ":01000000AA55, "})
    void eachLineThatIsWrongIsNamed(String line, String code) {
        if (code == null) {
            assertEquals(line.startsWith(":02") ? 2 : 1, IntelHex.parse("a.hex", line + "\n" + END).size());
            return;
        }
        Fault fault = assertThrows(Fault.class, () -> IntelHex.parse("a.hex", "\n" + line + "\n" + END));
        assertEquals(code, fault.code());
        assertEquals(2, fault.arguments().get(1));
    }

    @Test
    void whatIsNotWholeOrNotUniqueIsRefused() {
        assertEquals("arduino.hex-no-end", code(":01000000AA55\n"));
        assertEquals("arduino.hex-empty", code(END));
        assertEquals("arduino.hex-overlap", code(":01000000AA55\n:01000000AB54\n" + END));
        assertEquals("arduino.hex-line", code(":01000000AA55\n" + END + ":01000100AA54\n"));
    }

    private static String code(String text) {
        return assertThrows(Fault.class, () -> IntelHex.parse("a.hex", text)).code();
    }

    @Test
    void whatHasNoRoomOnTheBoardIsRefusedBeforeAnythingIsWritten() {
        var image = new HexImage();
        image.put(32_256, (byte) 1);
        Fault fault = assertThrows(Fault.class, () -> Board.UNO.mustHold("big.hex", image));
        assertEquals("arduino.hex-too-large", fault.code());
        Board.MEGA.mustHold("big.hex", image);
    }

    @Test
    void aFileThatIsTooLongOrNotThereIsOneSentence(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("long.hex");
        Files.write(file, new byte[4_000_001]);
        assertEquals("arduino.hex-too-long", assertThrows(Fault.class, () -> IntelHex.read(file)).code());
        assertEquals("arduino.no-file",
                assertThrows(Fault.class, () -> IntelHex.read(folder.resolve("none.hex"))).code());
        assertEquals("arduino.not-read", assertThrows(Fault.class, () -> IntelHex.read(folder)).code());
    }
}
