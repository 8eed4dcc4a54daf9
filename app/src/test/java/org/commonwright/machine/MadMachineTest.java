package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.machine.grbl.GrblConversation;
import org.commonwright.machine.link.LineAssembler;
import org.commonwright.machine.marlin.MarlinConversation;
import org.commonwright.machine.protocol.Conversation;
import org.commonwright.machine.protocol.ConversationEvents;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineStatus;
import org.commonwright.machine.protocol.Outlet;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.protocol.Temperature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A machine that worked and goes mad in the middle of a program, or is another one from then on: the run ends, in bounded time
/// and memory, with the reason. In a time of the test's own.
class MadMachineTest implements ConversationEvents {
    private static final long STEP = 10_000_000L;
    private static final int STEPS_IN_A_SECOND = 100;
    private static final int MOST_SECONDS = 90;

    private final Outlet outlet = new Outlet();
    private final StringBuilder arriving = new StringBuilder();
    private final LineAssembler lines = new LineAssembler();
    private @Nullable RunOutcome outcome;
    private long now = 1;
    private int answered;

    @Override
    public boolean wantsSent() {
        return false;
    }

    @Override
    public void sent(String line) {}

    @Override
    public void status(MachineStatus status) {}

    @Override
    public void ended(RunOutcome ended) {
        outcome = ended;
    }

    private static String noise(Random random) {
        byte[] some = new byte[200];
        random.nextBytes(some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }

    private void say(Conversation talk, byte[] bytes) {
        lines.add(bytes, bytes.length, line -> {
            if (!line.isEmpty()) {
                talk.received(line, now);
            }
        });
    }

    private void step(Conversation talk, Function<String, byte[]> answers) {
        now += STEP;
        talk.tick(now);
        for (char c : outlet.toString().toCharArray()) {
            if (c == '?') {
                say(talk, answers.apply("?"));
            } else if (c == '\n') {
                answered++;
                say(talk, answers.apply(arriving.toString()));
                arriving.setLength(0);
            } else {
                arriving.append(c);
            }
        }
        outlet.clear();
        talk.afterSending();
    }

    /// @param mad what it says ten times a second once it is mad
    private Problem reason(Conversation talk, Function<String, byte[]> answers, String program,
            Function<Integer, byte[]> mad, Function<String, byte[]> thenAnswers) {
        talk.open(now);
        while (!talk.isReady()) {
            step(talk, answers);
        }
        talk.start(Program.of("a.nc", program.repeat(500)), SendLog.NONE, now);
        for (answered = 0; answered < 60;) {
            step(talk, answers);
        }
        for (int i = 0; outcome == null; i++) {
            assertTrue(i < MOST_SECONDS * STEPS_IN_A_SECOND, "the run never ends");
            say(talk, i % 10 == 0 ? mad.apply(i / 10) : new byte[0]);
            step(talk, thenAnswers);
        }
        RunOutcome ended = outcome;
        assertTrue(ended.errors().size() <= 100, () -> ended.errors().size() + " errors");
        Problem reason = assertInstanceOf(RunOutcome.Failed.class, ended.end()).reason();
        assertFalse(new Messages(Locale.UK).get(reason).contains("{"), () -> new Messages(Locale.UK).get(reason));
        return reason;
    }

    /// Runs a program whose lines are all answered.
    ///
    /// @param mad what it says a hundred times a second from the start of the program on
    private void finish(Conversation talk, Function<String, byte[]> before, String program,
            Function<String, byte[]> answers, Function<Integer, String> mad) {
        outcome = null;
        talk.open(now);
        while (!talk.isReady()) {
            step(talk, before);
        }
        talk.start(Program.of("a.nc", program.repeat(20)), SendLog.NONE, now);
        for (int i = 0; outcome == null; i++) {
            assertTrue(i < MOST_SECONDS * STEPS_IN_A_SECOND, "the run never ends");
            say(talk, bytes(mad.apply(i)));
            step(talk, answers);
        }
    }

    private Problem finishedGrbl(Function<Integer, String> mad) {
        finish(new GrblConversation(outlet, this), HostileDevice::grblAnswer, "G1X1F100\n",
                line -> line.equals("?") ? new byte[0] : HostileDevice.grblAnswer(line), mad);
        return failure();
    }

    private Problem failure() {
        return assertInstanceOf(RunOutcome.Failed.class, outcome.end()).reason();
    }

    private Problem grbl(Function<Integer, byte[]> mad) {
        return reason(new GrblConversation(outlet, this), HostileDevice::grblAnswer, "G1X1F100\n", mad,
                _ -> new byte[0]);
    }

    private Problem marlin(Function<Integer, byte[]> mad) {
        return reason(new MarlinConversation(outlet, this), HostileDevice::marlinAnswer, "G1 X1 F100\n", mad,
                _ -> new byte[0]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void noiseWithoutEndDoesNotKeepAGrblRunWaiting() {
        var random = new Random(7);
        assertEquals("machine.silent",
                grbl(_ -> noise(random).getBytes(StandardCharsets.ISO_8859_1)).code());
    }

    @Test
    void messagesWithoutEndDoNotEither() {
        assertEquals("machine.silent", grbl(_ -> bytes("[MSG:hello]\r\n$1=25\r\n<Idle|MPos:NaN,0,0>\r\n")).code());
    }

    @Test
    void noiseInAPrintIsSaidWithHowLongItWentOn() {
        var random = new Random(8);
        Problem reason = marlin(_ -> noise(random).getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("machine.silent", reason.code());
        assertTrue((Long) reason.arguments().getFirst() >= 30, reason::toString);
    }

    @Test
    void linesAskedForInTurnsWithoutEndAreAStorm() {
        Problem reason = marlin(i -> bytes("Resend: " + (58 + i % 3) + "\r\n"));
        assertEquals("machine.resend-storm", reason.code());
    }

    @Test
    void answersThatNobodyAskedForEndAPrint() {
        assertEquals("machine.answers-surplus", marlin(_ -> bytes("ok\r\n".repeat(200))).code());
        outcome = null;
        assertEquals("machine.answers-surplus", marlin(_ -> bytes("ok\r\n T:20 /0\r\n".repeat(8))).code());
    }

    @Test
    void refusalsWithoutEndAreOneReasonAndFewErrors() {
        assertTrue(grbl(_ -> bytes("error:20\r\n".repeat(10))).code().startsWith("machine.grbl-refused"));
    }

    @Test
    void anotherFirmwareInMidRunIsSaid() {
        Problem reason = reason(new GrblConversation(outlet, this), HostileDevice::grblAnswer, "G1X1F100\n",
                _ -> new byte[0], line -> bytes("echo:Unknown command: \"" + line + "\"\r\nok\r\n"));
        assertEquals("machine.other-protocol", reason.code());
        outcome = null;
        assertEquals("machine.other-protocol",
                marlin(i -> bytes(i == 0 ? "\r\nGrbl 1.1h ['$' for help]\r\n" : "")).code());
    }

    /// Noise of 4,096 bytes or more may end in two letters that are an answer.
    @Test
    void theEndOfALongLineIsNoAnswer() {
        assertEquals("machine.silent", grbl(_ -> bytes("x".repeat(4096) + "ok\r\n")).code());
    }

    @Test
    void whatAMachineSaysOfItselfIsBoundedAndSeen() {
        var talk = new GrblConversation(outlet, this);
        talk.open(now);
        say(talk, bytes("Grbl \u202E\u001B[2Jx ['$' for help]\r\n"));
        IntStream.range(0, 10_000).forEach(i -> say(talk, bytes("$" + i + "=" + "7".repeat(i % 300) + "\r\n")));
        MachineInfo mill = talk.info();
        assertTrue(mill.settings().size() <= 2000, () -> mill.settings().size() + " settings");
        assertEquals("<U+202E>␛[2Jx", mill.version());
        var printer = new MarlinConversation(outlet, this);
        printer.open(now);
        say(printer, bytes("FIRMWARE_NAME:Marlin " + "\u001B".repeat(300) + "\r\n"));
        IntStream.range(0, 3000).forEach(i -> say(printer, bytes("Cap:C" + i + ":1\r\n")));
        say(printer, bytes(" T0:1 /1 B1:2 /3".repeat(200) + "\r\n"));
        assertTrue(printer.info().capabilities().size() <= 200);
        assertTrue(printer.info().version().length() < 100);
        assertEquals(List.of("T0", "B1"), printer.status().temperatures().stream().map(Temperature::heater).toList());
    }

    /// Every line is answered, and then it cannot say whether it is done.
    @Test
    void standingAndRunningInTurnDoesNotKeepAFinishedRunWaiting() {
        String turns = "<Run|MPos:1.000,0.000,0.000|FS:0,0>\r\n<Idle|MPos:1.000,0.000,0.000|FS:0,0>\r\n";
        assertEquals("machine.never-decided", finishedGrbl(_ -> turns.repeat(20)).code());
        // Slowly, and at another place each time.
        assertEquals("machine.never-decided", finishedGrbl(i -> i % 20 == 0
                ? (i % 40 == 0 ? "<Run" : "<Idle") + "|MPos:" + i + ".000,0.000,0.000|FS:0,0>\r\n"
                : "").code());
    }

    @Test
    void aPlannerThatNeverRunsEmptyDoesNotEither() {
        assertEquals("machine.never-done",
                finishedGrbl(i -> "<Idle|MPos:1.000,0.000,0.000|Bf:" + (i == 0 ? 15 : 12) + ",128|FS:0,0>\r\n").code());
    }

    @Test
    void aMarlinThatIsBusyAndWaitsInTurnDoesNotKeepAFinishedRunWaiting() {
        for (String mad : List.of("wait\n", "busy: processing\n", "echo:busy: processing\nwait\n")) {
            finish(new MarlinConversation(outlet, this), HostileDevice::marlinAnswer, "G1 X1 F100\n",
                    line -> line.contains("M400") ? new byte[0] : HostileDevice.marlinAnswer(line), _ -> mad);
            assertEquals("machine.silent", failure().code(), mad);
        }
    }

    /// It answers the last line of all, but never says the word, and goes on to tell how warm it is.
    @Test
    void temperaturesWithoutEndDoNotEither() {
        finish(new MarlinConversation(outlet, this), HostileDevice::marlinAnswer, "G1 X1 F100\n",
                line -> line.contains("M118") ? bytes("ok\n") : HostileDevice.marlinAnswer(line),
                _ -> "T:20.0 /0.0\n");
        assertTrue(outcome.isCompleted(), outcome::toString);
    }
}
