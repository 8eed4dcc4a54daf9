package org.commonwright.machine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

/// Hosts that are not what they should be: each is one sentence, soon, and the key stays where it was meant for.
class HostHttpTest {
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final String KEY = "onlyForTheHost";

    private static String code(ScriptedHost.Script script) throws IOException {
        try (var host = new ScriptedHost(script)) {
            return assertThrows(Fault.class,
                    () -> HostMachine.connect(host.octoprint(), KEY, PATIENCE, Progress.NONE)).code();
        }
    }

    @Test
    void whatAHostMayAnswerWrongly() throws IOException {
        assertEquals("hosts.not-json", code((_, _, out) -> ScriptedHost.say(out, "200 OK", "text/html", "<html>")));
        assertEquals("hosts.not-json", code((_, _, out) -> ScriptedHost.json(out, "{\"text\": \"Octo")));
        assertEquals("hosts.not-json", code((_, _, out) -> ScriptedHost.json(out, "[".repeat(200_000))));
        assertEquals("hosts.not-found", code((_, _, out) -> ScriptedHost.json(out, "[1, 2]")));
        assertEquals("hosts.not-found", code((_, _, out) -> ScriptedHost.json(out, "{\"text\": \"Duet\"}")));
        assertEquals("hosts.not-found", code((_, _, out) -> ScriptedHost.say(out, "404 Not Found", "text/html", "")));
        assertEquals("hosts.key-refused",
                code((_, _, out) -> ScriptedHost.say(out, "403 Forbidden", "text/plain", "")));
        assertEquals("hosts.refused", code((_, _, out) -> ScriptedHost.say(out, "503 Service Unavailable",
                "application/json",
                "{\"error\": {\"code\": 503, \"message\": \"Klippy\\u0007 Host not connected\"}}")));
        assertEquals("hosts.broke", code((_, _, _) -> {}));
        assertEquals("hosts.broke", code((_, _, out) -> out.write("SSH-2.0-OpenSSH_9.6\r\n".getBytes())));
        assertEquals("hosts.broke",
                code((_, _, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        .concat("Content-Length: 500\r\n\r\n{\"text\": ").getBytes(StandardCharsets.US_ASCII))));
        assertEquals("hosts.silent", code((_, _, _) -> Thread.sleep(2000)));
    }

    @Test
    void anAnswerThatDoesNotEndIsCutOff() throws IOException {
        assertEquals("hosts.too-long", code((_, _, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + " ".repeat(65_536) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 1000; i++) {
                out.write(chunk);
            }
        }));
    }

    @Test
    void anAnswerInPiecesIsRead() throws IOException {
        try (var host = new ScriptedHost((head, _, out) -> {
            String body = head.contains("/api/version")
                    ? "{\"server\": \"1.0\", \"text\": \"OctoPrint 1.0\"}"
                    : "{\"state\": \"Operational\", \"flags\": {}}";
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            for (char c : body.toCharArray()) {
                out.write(("1\r\n" + c + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }); var machine = HostMachine.connect(host.octoprint(), "", PATIENCE, Progress.NONE)) {
            assertEquals("1.0", machine.info().version());
            assertEquals(HostState.OFFLINE, machine.status(Progress.NONE).state());
        }
    }

    @Test
    void aRedirectIsNotFollowedSoThatNobodyElseLearnsTheKey() throws IOException {
        try (var other = new ScriptedHost((_, _, out) -> ScriptedHost.json(out, "{}"))) {
            assertEquals("hosts.redirect",
                    code((_, _, out) -> out.write(("HTTP/1.1 302 Found\r\nLocation: " + other.base()
                            + "/api/version\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.US_ASCII))));
            assertEquals(List.of(), other.heads());
        }
    }

    @Test
    void aConnectionThatDropsInAnUploadStartsNothing() throws IOException {
        byte[] large = new byte[3 << 20];
        new Random(7).nextBytes(large);
        try (var host = new ScriptedHost((head, body, out) -> {
            if (head.startsWith("POST")) {
                body.readNBytes(100_000);
            } else if (head.contains("/api/version")) {
                ScriptedHost.json(out, "{\"server\": \"1.0\", \"text\": \"OctoPrint 1.0\"}");
            } else {
                ScriptedHost.json(out, "{\"state\": {\"flags\": {\"operational\": true}}}");
            }
        }); var machine = HostMachine.connect(host.octoprint(), KEY, PATIENCE, Progress.NONE)) {
            Fault fault = assertThrows(Fault.class,
                    () -> machine.run(Program.of("a.gcode", large), _ -> {}, Progress.NONE));
            assertTrue(List.of("hosts.broke", "hosts.silent").contains(fault.code()), fault::toString);
            assertTrue(host.heads().stream().noneMatch(head -> head.contains("/a.gcode")), host.heads()::toString);
        }
    }

    @Test
    void anUploadThatIsRefusedIsTold() throws IOException {
        try (var host = new ScriptedHost((head, body, out) -> {
            ScriptedHost.readBody(head, body);
            if (head.startsWith("POST")) {
                ScriptedHost.say(out, "409 CONFLICT", "application/json", "{\"error\": \"File is in use\"}");
            } else if (head.contains("/api/version")) {
                ScriptedHost.json(out, "{\"server\": \"1.0\", \"text\": \"OctoPrint 1.0\"}");
            } else {
                ScriptedHost.json(out, "{\"state\": {\"flags\": {\"operational\": true}}}");
            }
        }); var machine = HostMachine.connect(host.octoprint(), KEY, PATIENCE, Progress.NONE)) {
            Fault fault = assertThrows(Fault.class,
                    () -> machine.run(Program.of("a.gcode", "G28\n"), _ -> {}, Progress.NONE));
            assertEquals("hosts.conflict", fault.code());
            assertTrue(fault.arguments().contains("File is in use"), fault.arguments()::toString);
        }
    }

    @Test
    void aHostThatGoesAwayInMidJobIsLostFromSightAndOneThatBeginsNothingIsTold() throws IOException {
        var away = new AtomicBoolean();
        var busy = new AtomicBoolean();
        try (var host = new ScriptedHost((head, body, out) -> {
            ScriptedHost.readBody(head, body);
            if (head.contains("/api/version")) {
                ScriptedHost.json(out, "{\"server\": \"1.0\", \"text\": \"OctoPrint 1.0\"}");
            } else if (head.startsWith("POST") && head.contains("/a.gcode")) {
                ScriptedHost.say(out, "204 No Content", "text/plain", "");
            } else if (head.startsWith("POST")) {
                ScriptedHost.json(out, "{\"files\": {\"local\": {\"path\": \"a.gcode\"}}}");
            } else if (!away.get()) {
                ScriptedHost.json(out, "{\"state\": {\"flags\": {\"operational\": true, \"printing\": " + busy
                        + "}}, \"job\": {\"file\": {\"name\": \"a\", \"path\": \"a.gcode\"}}}");
            }
        }); var machine = HostMachine.connect(host.octoprint(), KEY, PATIENCE, Progress.NONE)) {
            Program program = Program.of("a.gcode", "G28\n");
            assertEquals("hosts.not-begun", reason(machine.run(program, _ -> {}, Progress.NONE)));
            HostRun.Watcher goesAway = status -> {
                away.set(busy.get() && status.job().phase() == HostJob.Phase.RUNNING);
                busy.set(true);
            };
            assertEquals("hosts.lost-sight", reason(machine.run(program, goesAway, Progress.NONE)));
        }
    }

    private static String reason(HostOutcome outcome) {
        return assertInstanceOf(RunOutcome.Failed.class, outcome.end(), outcome::toString).reason().code();
    }

    @Test
    void nobodyThere() throws IOException {
        HostAddress gone;
        try (var host = new ScriptedHost((_, _, _) -> {})) {
            gone = host.octoprint();
        }
        assertEquals("hosts.unreachable",
                assertThrows(Fault.class, () -> HostMachine.connect(gone, KEY, PATIENCE, Progress.NONE)).code());
    }
}
