package org.commonwright.git.lfs;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.task.CancelledFault;
import org.commonwright.task.Parallel;
import org.commonwright.task.Progress;

/// An LFS server, spoken to by its batch API and basic transfers, three at a time.
public final class LfsServer implements LfsRemote {
    private static final int AT_A_TIME = 3;
    /// So many transfers that fail one after another are no chance.
    private static final int GIVE_UP = 5;

    private final LfsEndpoint endpoint;
    private final InstantSource clock;
    private final LfsHttp http;
    private final LfsBatch batch;
    private final BasicTransfer transfer;

    /// @param patience how long nothing at all may move before a transfer is given up
    public LfsServer(LfsEndpoint endpoint, InstantSource clock, Duration patience) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.http = new LfsHttp(patience);
        this.batch = new LfsBatch(http, endpoint, clock);
        this.transfer = new BasicTransfer(http, endpoint.name());
    }

    /// Moves one content as the server offered.
    private interface Move {
        void run(LfsPointer pointer, LfsOffer offer, LfsStore store, Progress progress) throws IOException;
    }

    @Override
    public LfsResult download(Collection<LfsPointer> wanted, LfsStore store, Progress progress) {
        return move("download", "git.lfs-fetching", wanted, store, progress, transfer::download);
    }

    @Override
    public LfsResult upload(Collection<LfsPointer> offered, LfsStore store, Progress progress) {
        return move("upload", "git.lfs-pushing", offered, store, progress, transfer::upload);
    }

    private LfsResult move(String operation, String saying, Collection<LfsPointer> all, LfsStore store,
            Progress progress, Move move) {
        List<LfsPointer> distinct = List.copyOf(new LinkedHashSet<>(all));
        var tally = new LfsTally(distinct, saying, progress);
        var inARow = new AtomicInteger();
        for (int from = 0; from < distinct.size(); from += LfsBatch.PAGE) {
            List<LfsPointer> page = distinct.subList(from, Math.min(distinct.size(), from + LfsBatch.PAGE));
            Map<LfsPointer, LfsOffer> offers;
            try {
                offers = batch.ask(operation, page, progress);
            } catch (IOException e) {
                throw failed(e);
            }
            Parallel.forEach(new ArrayList<>(page), AT_A_TIME, progress, (pointer, stop) -> {
                try {
                    one(operation, pointer, offers.get(pointer), store, stop, move);
                    tally.done(pointer);
                    inARow.set(0);
                } catch (IOException e) {
                    tally.failed(pointer, failed(e));
                    if (inARow.incrementAndGet() >= GIVE_UP) {
                        throw failed(e);
                    }
                } catch (CancelledFault cancelled) {
                    throw cancelled;
                } catch (Fault fault) {
                    tally.failed(pointer, fault);
                }
            });
        }
        return tally.result();
    }

    private void one(String operation, LfsPointer pointer, LfsOffer first, LfsStore store, Progress progress,
            Move move) throws IOException {
        Tries.run(progress, again -> {
            LfsOffer offer = again || !first.isGoodAt(clock.instant())
                    ? batch.ask(operation, List.of(pointer), progress).get(pointer)
                    : first;
            if (offer.error() != null) {
                throw offer.error();
            }
            move.run(pointer, offer, store, progress);
            return true;
        });
    }

    private Fault failed(IOException e) {
        Throwable at = e;
        while (at.getMessage() == null && at.getCause() != null) {
            at = at.getCause();
        }
        String message = at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
        return new Fault(e, "git.remote-lfs-failed", endpoint.name(), Said.message(message));
    }

    @Override
    public void close() {
        http.close();
    }
}
