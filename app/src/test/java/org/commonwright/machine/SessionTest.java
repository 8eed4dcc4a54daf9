package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.commonwright.error.Fault;
import org.commonwright.error.Problem;
import org.commonwright.machine.link.Link;
import org.commonwright.machine.link.PipeLink;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.RunOutcome.Failed;
import org.commonwright.machine.protocol.RunProgress;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.machine.virtual.MachineServer;
import org.commonwright.machine.virtual.Tracer;
import org.commonwright.machine.virtual.VirtualGrbl;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("one of its threads ends with an error, which the watcher of windows would take for its own")
class SessionTest {
    private final Machines machines = new Machines();

    @Test
    void portsAreReadAndWritten() {
        for (String text : new String[]{"/dev/ttyUSB0", "/dev/ttyACM0@250000", "COM3", "tcp://localhost:23",
                "virtual:grbl", "virtual:marlin?speed=10", "virtual:grbl?speed=0.5", "usb:2341:0043:857", "usb:857",
                "telnet://pi:2217?baud=250000", "telnet://pi:23", "virtual:grbl?fault=reset@4",
                "virtual:marlin?speed=0&fault=lost_ok@12&fault=unplug@90"}) {
            assertEquals(text, Port.parse(text).toString());
        }
        for (String text : new String[]{"", "tcp://nowhere", "virtual:klipper", "http://host:80",
                "virtual:grbl?speed=-1", "telnet://pi", "telnet:pi:23", "virtual:grbl?fault=", "usb://x"}) {
            assertEquals("machine.bad-port", assertThrows(Fault.class, () -> Port.parse(text)).code(), text);
        }
    }

    @Test
    void aProgramRunsOnAVirtualGrbl() throws InterruptedException {
        try (Session session = machines.connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            assertEquals("grbl", session.info().dialect());
            RunOutcome outcome = session.run(Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(7), 500)),
                    SendLog.NONE, Progress.NONE);
            assertTrue(outcome.isCompleted(), outcome::toString);
            assertEquals(506, outcome.progress().executed());
        }
    }

    @Test
    void aPracticeMachineMakesTheFaultsThatWereAskedFor() throws InterruptedException {
        try (Session session = machines.connect(Port.parse("virtual:grbl?speed=0&fault=unplug@60"), "a test")) {
            RunOutcome outcome = session.run(Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(9), 500)),
                    SendLog.NONE, Progress.NONE);
            assertTrue(outcome.end() instanceof RunOutcome.Failed(Problem reason)
                    && reason.code().equals("machine.link-lost"), outcome::toString);
        }
        assertEquals("machine.bad-fault",
                assertThrows(Fault.class, () -> Port.parse("virtual:grbl?fault=flood@3")).code());
    }

    @Test
    void cancellingAborts() throws InterruptedException {
        try (Session session = machines.connect(Port.parse("virtual:grbl"), "a test")) {
            var progress = new Progress() {
                private int updates;

                @Override
                public void update(double fraction) {
                    updates++;
                }

                @Override
                public void say(String key, Object... arguments) {}

                @Override
                public boolean cancelled() {
                    return updates > 3;
                }
            };
            RunOutcome outcome = session.run(Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(7), 500)),
                    SendLog.NONE, progress);
            assertEquals("aborted", outcome.word());
        }
    }

    /// A link that breaks the program itself, as an error in our own code would.
    private record Breaking(PipeLink link, AtomicBoolean broken) implements Link {
        @Override
        public String name() {
            return link.name();
        }

        @Override
        public int read(byte[] buffer, int timeoutMillis) {
            if (broken.get()) {
                throw new IllegalStateException("an error of our own, made by this test");
            }
            return link.read(buffer, timeoutMillis);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            link.write(bytes, offset, length);
        }

        @Override
        public Optional<Fault> closedReason() {
            return link.closedReason();
        }

        @Override
        public void close() {
            link.close();
        }
    }

    @Test
    void aReaderThatDiesEndsTheRunAndSaysWhy() throws InterruptedException {
        PipeLink.Pair pipe = PipeLink.pair("breaking");
        new MachineServer(new VirtualGrbl(Tracer.NONE), pipe.machine(), 1).start();
        var broken = new AtomicBoolean();
        try (Session session = Session.connect(new Breaking(pipe.host(), broken), 60, () -> {})) {
            session.addListener(new MachineListener() {
                @Override
                public void progress(RunProgress progress) {
                    broken.set(true);
                }
            });
            RunOutcome outcome = session.run(Program.of("zigzag.nc", GrblRunTest.zigzag(new Random(7), 500)),
                    SendLog.NONE, Progress.NONE);
            Failed failed = assertInstanceOf(Failed.class, outcome.end());
            assertEquals("machine.reader-died", failed.reason().code());
            assertEquals("machine.reader-died", session.lost().orElseThrow().code());
        }
    }

    @Test
    void listenersHearWhatHappens() throws InterruptedException {
        var said = new StringBuffer();
        var ended = new CountDownLatch(1);
        try (Session session = machines.connect(Port.parse("virtual:grbl?speed=0"), "a test")) {
            session.addListener(new MachineListener() {
                @Override
                public void received(String line) {
                    said.append('<').append(line).append('\n');
                }

                @Override
                public void sent(String line) {
                    said.append('>').append(line).append('\n');
                }

                @Override
                public void ended(RunOutcome outcome) {
                    ended.countDown();
                }
            });
            session.run(Program.of("one.nc", "G0 X1\n"), SendLog.NONE, Progress.NONE);
            assertTrue(ended.await(60, TimeUnit.SECONDS));
            assertTrue(said.toString().startsWith(">G0X1\n<ok\n"), said::toString);
        }
    }
}
