package org.commonwright.machine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonwright.machine.host.HostAddress.Software;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a run may believe of a host.
class HostRunTest {
    private static final Program PROGRAM = Program.of("a.gcode", "G28\n");

    private static String reason(HostOutcome outcome) {
        return assertInstanceOf(RunOutcome.Failed.class, outcome.end(), outcome::toString).reason().code();
    }

    private static boolean isStart(String head) {
        return head.startsWith("POST") && (head.contains("/a.gcode") || head.contains("/print/start"));
    }

    private static String answer(String head, boolean running, int seconds) {
        if (head.contains("/server/info")) {
            return "{\"result\": {\"moonraker_version\": \"v1\", \"klippy_state\": \"ready\"}}";
        }
        if (head.contains("/objects/query")) {
            return "{\"result\": {\"status\": {\"print_stats\": {\"filename\": \"a.gcode\", \"state\": \""
                    + (running ? "printing" : "complete") + "\", \"total_duration\": " + seconds + "}}}}";
        }
        if (head.startsWith("POST")) {
            return "{\"files\": {\"local\": {\"path\": \"a.gcode\"}}, \"item\": {\"path\": \"a.gcode\"}}";
        }
        return "{\"server\": \"1.0\", \"text\": \"OctoPrint 1.0\", \"state\": {\"flags\": {\"operational\": true,"
                + "\"printing\": " + running + "}}, \"job\": {\"file\": {\"name\": \"a\", \"path\": \"a.gcode\"}},"
                + "\"progress\": {\"completion\": 100, \"printTime\": " + seconds + "}}";
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfTheLastRunIsNotThisOnes(Software software) throws IOException {
        var seconds = new AtomicInteger(100);
        var begins = new AtomicBoolean();
        try (var host = new ScriptedHost((head, body, out) -> {
            ScriptedHost.readBody(head, body);
            if (!isStart(head)) {
                ScriptedHost.json(out, answer(head, false, seconds.get()));
            } else if (begins.get()) {
                seconds.set(101);
            }
        });
                var machine = HostMachine.connect(HostAddress.parse(software + "+" + host.base()), "",
                        Duration.ofMillis(400), Progress.NONE)) {
            assertEquals("hosts.not-begun", reason(machine.run(PROGRAM, _ -> {}, Progress.NONE)));
            begins.set(true);
            HostOutcome begun = machine.run(PROGRAM, _ -> {}, Progress.NONE);
            assertTrue(begun.isCompleted(), begun::toString);
            assertEquals(101, begun.seconds());
        }
    }

    @Test
    void anAbortDoesNotWaitForAHostThatHangs() throws IOException {
        var stop = new AtomicBoolean();
        var hangs = new AtomicBoolean();
        var begun = new AtomicBoolean();
        var cancelled = new AtomicBoolean();
        try (var host = new ScriptedHost((head, body, out) -> {
            ScriptedHost.readBody(head, body);
            if (head.contains("POST /api/job")) {
                cancelled.set(true);
                ScriptedHost.say(out, "204 No Content", "text/plain", "");
            } else if (hangs.get()) {
                stop.set(true);
                Thread.sleep(30_000);
            } else {
                begun.set(begun.get() || isStart(head));
                ScriptedHost.json(out, answer(head, begun.get(), 1));
            }
        }); var machine = HostMachine.connect(host.octoprint(), "", Progress.NONE)) {
            long began = System.nanoTime();
            HostOutcome outcome = machine.run(PROGRAM,
                    status -> hangs.set(status.job().phase() == HostJob.Phase.RUNNING), Progress.silent(stop::get));
            assertEquals("hosts.lost-sight-aborting", reason(outcome));
            assertTrue(cancelled.get());
            assertTrue(System.nanoTime() - began < Duration.ofSeconds(9).toNanos(), "it waited");
        }
    }
}
