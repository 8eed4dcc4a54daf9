package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonwright.error.Fault;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// What may be at a port instead of a machine, and what a machine may say that no machine should. Through real sockets, with
/// threads on both sides.
class HostileDeviceTest {
    private static final Messages ENGLISH = new Messages(Locale.UK);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] garbage() {
        byte[] noise = new byte[65_536];
        new Random(4).nextBytes(noise);
        return noise;
    }

    /// Each at once, because each is given up only after a while.
    @Test
    void whatIsNoMachineIsSaidInOneSentence() throws IOException, InterruptedException {
        Map<String, HostileDevice> devices = new LinkedHashMap<>();
        devices.put("machine.no-answer", HostileDevice.answering(_ -> new byte[0]));
        devices.put("machine.no-answer-noise", HostileDevice.flooding(garbage()));
        devices.put("machine.no-answer-noise 2", HostileDevice.flooding(new byte[65_536]));
        devices.put("machine.no-answer-echo", HostileDevice.echoing());
        devices.put("machine.no-answer-foreign HTTP/1.1 400 Bad Request",
                HostileDevice.answering(_ -> bytes("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n")));
        devices.put("machine.no-answer-foreign ERROR", HostileDevice.answering(_ -> bytes("\r\nERROR\r\n")));
        devices.put("machine.no-answer-foreign {\"jsonrpc\"",
                HostileDevice.answering(_ -> bytes("{\"jsonrpc\": \"2.0\", \"error\": {\"code\": -32700}}\n")));
        devices.put("machine.no-answer-foreign Traceback", HostileDevice.answering(
                line -> bytes(line + "\r\nTraceback (most recent call last):\r\nNameError: name 'M115'\r\n>>> ")));
        devices.put("machine.no-answer-foreign xxxx", HostileDevice.flooding(bytes("x".repeat(65_536))));
        devices.put("machine.no-answer-foreign ok", HostileDevice.flooding(bytes("ok\n".repeat(20_000))));
        devices.put("machine.no-answer-foreign ␛[31m",
                HostileDevice.answering(_ -> bytes("\u001B[31mred\u001B[0m \u202E Über\r\n")));
        if (!System.getProperty("os.name").startsWith("Windows")) {
            devices.put("machine.no-answer 2", HostileDevice.serial(_ -> new byte[0], new byte[0]));
            devices.put("machine.no-answer-echo 2", HostileDevice.serialEcho());
            devices.put("machine.no-answer-noise 3", HostileDevice.serial(_ -> new byte[0], garbage()).floods());
            devices.put("machine.no-answer-noise 4",
                    HostileDevice
                            .serial(_ -> new byte[0], "\u00FF".repeat(65_536).getBytes(StandardCharsets.ISO_8859_1))
                            .floods());
            devices.put("machine.no-answer 3",
                    HostileDevice.serial(_ -> new byte[0], bytes("\n".repeat(65_536))).floods());
        }
        Map<String, Fault> told = new ConcurrentHashMap<>();
        List<Thread> all = devices.entrySet().stream().map(entry -> Thread.ofPlatform().daemon().start(() -> told
                .put(entry.getKey(), assertThrows(Fault.class,
                        () -> Session.connect(entry.getValue().link(), 4, () -> {}).close()))))
                .toList();
        for (Thread thread : all) {
            thread.join();
        }
        for (Map.Entry<String, HostileDevice> entry : devices.entrySet()) {
            String[] expected = entry.getKey().split(" ", 2);
            Fault fault = told.get(entry.getKey());
            assertEquals(expected[0], fault == null ? "nothing" : fault.code(), entry.getKey());
            String sentence = ENGLISH.get(fault);
            assertTrue(expected.length < 2 || expected[1].matches("[0-9]") || sentence.contains(expected[1]), sentence);
            assertTrue(sentence.length() < 300 && sentence.chars().noneMatch(c -> c < ' ' || c == 0x202E), sentence);
            entry.getValue().close();
        }
    }

    @Test
    void okThatNobodyAskedForFailsTheRun() throws Exception {
        try (var device = HostileDevice.grbl(bytes("ok\r\n".repeat(1000)));
                Session session = Session.connect(device.link(), 60, () -> {})) {
            device.flood(true);
            RunOutcome outcome = session.run(Program.of("a.nc", "G1X1F100\n".repeat(500)), SendLog.NONE, Progress.NONE);
            var failed = assertInstanceOf(RunOutcome.Failed.class, outcome.end());
            assertEquals("machine.answers-surplus", failed.reason().code());
        }
    }

    @Test
    void absurdReportsChangeNothingAndAFloodOfThemIsToldInBundles() throws Exception {
        String absurd = "<Idle|MPos:1e308,NaN,0|FS:0,0>\r\n<Idle|MPos:" + "9".repeat(400)
                + ",0,0|FS:0,0>\r\n<Idle|MPos:"
                + "1.000,".repeat(39) + "1.000|FS:0,0>\r\n<Idle|MPos:-Infinity,0x1p3,1d|FS:99999999999999999999,0>\r\n"
                + "<Run|Bf:-1,99999999999|FS:,>\r\nALARM:999999999999\r\nALARM:1\r\n[MSG:\u001B[2J\u0000]\r\n";
        var bundles = new AtomicInteger();
        var states = new AtomicInteger();
        try (var device = HostileDevice.grbl(bytes(absurd.repeat(100)));
                Session session = Session.connect(device.link(), 60, () -> {})) {
            session.addListener(new MachineListener() {
                @Override
                public void status(org.commonwright.machine.protocol.MachineStatus status) {
                    states.incrementAndGet();
                }

                @Override
                public void caughtUp() {
                    bundles.incrementAndGet();
                }
            });
            long began = System.nanoTime();
            device.flood(true);
            Waiting.until(() -> device.written() > 20_000_000, "20 MB were said");
            double seconds = (System.nanoTime() - began) / 1e9;
            assertTrue(bundles.get() < 20 + seconds * 60, bundles + " bundles in " + seconds + " s");
            assertTrue(states.get() < 20 + seconds * 60, states + " states in " + seconds + " s");
            // Of all these reports one is right in its first three axes, and the first of all was.
            assertTrue(session.status().machine().length() < 2, () -> session.status().toString());
            assertTrue(session.link().damage().garbage() > 0);
            session.emergencyStop();
            Waiting.until(() -> device.heard(0x18), "the stop reached the machine");
            assertNull(session.lost().orElse(null));
        }
    }
}
