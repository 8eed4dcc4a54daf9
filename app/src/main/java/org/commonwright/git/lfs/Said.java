package org.commonwright.git.lfs;

import java.net.http.HttpHeaders;
import java.time.Duration;
import org.commonwright.error.Fault;

/// What an answer's status means.
final class Said {
    private static final int LONGEST_MESSAGE = 200;

    private Said() {}

    /// @param where the server's name
    /// @throws BusyException for what may be better in a moment
    /// @throws Fault for an answer that is a refusal of everything
    static void checkServer(LfsHttp.Answer answer, String where) throws BusyException {
        switch (answer.status()) {
            case 200 -> {
            }
            case 401, 403, 407 -> throw new Fault("git.remote-lfs-credentials", where);
            case 404, 405, 501 -> throw new Fault("git.remote-lfs-none", where);
            default -> {
                checkBusy(answer);
                throw new Fault("git.remote-lfs-failed", where, "HTTP " + answer.status());
            }
        }
    }

    static void checkBusy(LfsHttp.Answer answer) throws BusyException {
        if (answer.status() == 429 || answer.status() >= 500) {
            throw new BusyException(answer.status(), wait(answer.headers()));
        }
    }

    private static Duration wait(HttpHeaders headers) {
        String seconds = headers.firstValue("Retry-After").orElse("");
        return seconds.matches("\\d{1,4}") ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    /// A foreign message as one short line.
    static String message(String foreign) {
        String line = foreign.replaceAll("\\p{C}+", " ").strip();
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "…" : line;
    }
}
