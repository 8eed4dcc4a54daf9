package org.commonwright.machine.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Both ends of a pipe: ours speaks telnet or not, the other one is played by the test, byte by byte.
class TelnetLinkTest {
    private final PipeLink.Pair pipe = PipeLink.pair("telnet");
    private final byte[] buffer = new byte[4096];

    private static byte[] bytes(int... values) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(values).forEach(out::write);
        return out.toByteArray();
    }

    private void said(int... values) {
        byte[] all = bytes(values);
        pipe.machine().write(all, 0, all.length);
    }

    private byte[] heard() {
        int n = pipe.machine().read(buffer, 20);
        return Arrays.copyOf(buffer, Math.max(0, n));
    }

    private byte[] read(Link link) {
        int n = link.read(buffer, 20);
        return Arrays.copyOf(buffer, Math.max(0, n));
    }

    @Test
    void everyOptionIsRefusedAndOnlyOnce() {
        Link link = TelnetLink.speaking(pipe.host(), "telnet://pi:23", 0);
        assertArrayEquals(bytes(), heard());
        // WILL ECHO, DO SUPPRESS-GO-AHEAD, WONT 5, DONT 6, then "ok" and a return with its zero.
        said(255, 251, 1, 255, 253, 3, 255, 252, 5, 255, 254, 6, 'o', 'k', '\r', 0, '\n');
        assertArrayEquals(bytes('o', 'k', '\r', '\n'), read(link));
        assertArrayEquals(bytes(255, 254, 1, 255, 252, 3), heard());
        said(255, 254, 1, 255, 252, 3);
        read(link);
        assertArrayEquals(bytes(), heard());
    }

    @Test
    void whatIsTornBetweenTwoReadsIsPutTogether() {
        Link link = TelnetLink.speaking(pipe.host(), "telnet://pi:23", 0);
        byte[] all = bytes('a', 255, 255, 'b', 255, 251, 1, 255, 250, 44, 101, 255, 255, 7, 255, 240, 'c');
        var got = new ByteArrayOutputStream();
        for (byte b : all) {
            pipe.machine().write(new byte[]{b}, 0, 1);
            got.writeBytes(read(link));
        }
        assertArrayEquals(bytes('a', 255, 'b', 'c'), got.toByteArray());
        assertArrayEquals(bytes(255, 254, 1), heard());
    }

    @Test
    void aServerThatOffersToIsAskedForTheSpeed() {
        Link link = TelnetLink.speaking(pipe.host(), "telnet://pi:23", 250_000);
        assertArrayEquals(bytes(255, 251, 44), heard());
        said(255, 253, 44);
        read(link);
        assertArrayEquals(bytes(255, 250, 44, 1, 0, 3, 0xD0, 0x90, 255, 240), heard());
    }

    @Test
    void aSpeedWithA255InItIsDoubled() {
        Link link = TelnetLink.speaking(pipe.host(), "telnet://pi:23", 0xFF00);
        heard();
        said(255, 253, 44);
        read(link);
        assertArrayEquals(bytes(255, 250, 44, 1, 0, 0, 255, 255, 0, 255, 240), heard());
    }

    @Test
    void aRawServerStaysRaw() {
        Link link = TelnetLink.listening(pipe.host());
        said('G', 'r', 'b', 'l', 255, 251, 1);
        assertArrayEquals(bytes('G', 'r', 'b', 'l', 255, 251, 1), read(link));
        byte[] all = bytes(255, 0, 13);
        link.write(all, 0, all.length);
        assertArrayEquals(all, heard());
        said(255, 253, 1);
        assertArrayEquals(bytes(255, 253, 1), read(link));
    }

    @Test
    void oneThatBeginsToNegotiateIsTelnetAlthoughNobodySaidSo() {
        Link link = TelnetLink.listening(pipe.host());
        said(255, 251, 1, 'G');
        assertArrayEquals(bytes('G'), read(link));
        assertArrayEquals(bytes(255, 254, 1), heard());
        link.write(bytes('?', 255), 0, 2);
        assertArrayEquals(bytes('?', 255, 255), heard());
    }

    @Test
    void anyBytesComeThroughDoubledAndBack() {
        var random = new Random(854);
        byte[] all = new byte[2000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (random.nextInt(4) == 0 ? 255 : random.nextInt(1, 256));
        }
        byte[] escaped = Telnet.escaped(all, 0, all.length);
        int n = new Telnet(0).received(escaped, escaped.length);
        assertArrayEquals(all, Arrays.copyOf(escaped, n));
        assertEquals(all.length, n);
    }
}
