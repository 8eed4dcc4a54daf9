package org.commonwright.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.commonwright.error.Fault;
import org.commonwright.machine.protocol.Program;
import org.commonwright.machine.protocol.RunOutcome;
import org.commonwright.machine.protocol.SendLog;
import org.commonwright.task.Progress;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Machines machines = new Machines();

    @Test
    void portsAreReadAndWritten() {
        for (String text : new String[]{"/dev/ttyUSB0", "/dev/ttyACM0@250000", "COM3", "tcp://localhost:23",
                "virtual:grbl", "virtual:marlin?speed=10.0"}) {
            assertEquals(text, Port.parse(text).toString());
        }
        for (String text : new String[]{"", "tcp://nowhere", "virtual:klipper", "http://host:80",
                "virtual:grbl?speed=-1"}) {
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
            assertTrue(ended.await(20, TimeUnit.SECONDS));
            assertTrue(said.toString().startsWith(">G0X1\n<ok\n"), said::toString);
        }
    }
}
