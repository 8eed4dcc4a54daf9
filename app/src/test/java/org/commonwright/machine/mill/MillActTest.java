package org.commonwright.machine.mill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonwright.machine.grbl.GrblCode;
import org.commonwright.machine.protocol.MachineInfo;
import org.commonwright.machine.protocol.MachineState;
import org.commonwright.machine.protocol.MachineStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What has its place in which state.
class MillActTest {
    private static MachineInfo info(String options, String homing) {
        SortedMap<String, String> settings = new TreeMap<>();
        settings.put("$22", homing);
        return new MachineInfo("grbl", "Grbl", "1.1h", 128, 15, new TreeSet<>(List.of(options.split(""))), settings);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IDLE         | 0 | door reset sleep home flood mist
            RUN          | 0 | hold door reset flood mist
            JOG          | 0 | hold door reset
            HOLD         | 0 | resume door reset spindle-stop flood mist
            HOLD         | 1 | resume door reset flood mist
            DOOR         | 0 | resume reset
            DOOR         | 1 | reset
            ALARM        | 1 | reset sleep unlock home
            CHECK        | 0 | reset
            SLEEP        | 0 | reset
            HOMING       | 0 | reset
            """)
    void whatIsPossible(MachineState state, int code, String possible) {
        MachineStatus status = MachineStatus.UNKNOWN.with(state, code);
        String found = Arrays.stream(MillAct.values())
                .filter(act -> !act.word().matches("(feed|rapid|spindle)-(?!stop).*"))
                .filter(act -> act.blocked(info("VNM", "1"), status).isEmpty()).map(MillAct::word)
                .collect(Collectors.joining(" "));
        assertEquals(possible, found);
    }

    @ParameterizedTest
    @CsvSource({"MIST,VN,1,grbl.no-mist", "HOME,VN,0,grbl.no-homing", "SPINDLE_UP,N,1,grbl.no-variable-spindle",
            "FEED_UP,N,1,", "HOLD,V,1,grbl.nothing-moves"})
    void whatTheFirmwareDoesNotHave(MillAct act, String options, String homing, String reason) {
        assertEquals(reason, act.blocked(info(options, homing), MachineStatus.UNKNOWN.with(MachineState.IDLE, 0))
                .map(key -> key.key()).orElse(null));
        assertEquals("grbl.not-connected", act.blocked(info(options, homing),
                MachineStatus.UNKNOWN.with(MachineState.DISCONNECTED, 0)).orElseThrow().key());
    }

    @ParameterizedTest
    @CsvSource({"11,Grbl,machine.grbl-alarm-other", "11,grblHAL,grbl.hal-alarm-11", "11,FluidNC,grbl.fluid-alarm-11",
            "3,grblHAL,machine.grbl-alarm-3", "99,grblHAL,machine.grbl-alarm-other"})
    void aNumberMeansWhatItsFirmwareMeans(int code, String firmware, String key) {
        assertEquals(key, GrblCode.alarm(code, firmware).key());
    }
}
