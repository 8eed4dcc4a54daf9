package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.commonwright.model.CommitId;
import org.commonwright.task.Progress;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/// One push. A server that lost a race against another pusher says so in words of its own, so after a refusal we look
/// where the ref is: elsewhere than expected means that somebody was first; still there, with a word about a lock, means
/// that a pusher holds the lock this moment, and we try again.
final class Push {
    private static final int TRIES = 12;
    private static final long PAUSE_MS = 40;

    private final GuardedRepository jgit;
    private final Remotes remotes;
    private final URIish uri;
    private final Progress progress;

    Push(GuardedRepository jgit, Remotes remotes, URIish uri, Progress progress) {
        this.jgit = jgit;
        this.remotes = remotes;
        this.uri = uri;
        this.progress = progress;
    }

    List<PushOutcome> run(List<PushUpdate> updates) {
        return TransportFaults.call(uri, progress, () -> {
            try (FolderRemote there = FolderRemote.open(jgit, uri)) {
                List<PushOutcome> pushed = there == null ? null : there.push(updates);
                if (pushed != null) {
                    return pushed;
                }
            }
            var outcomes = new LinkedHashMap<String, PushOutcome>();
            List<PushUpdate> open = updates;
            for (int i = 0; i < TRIES && !open.isEmpty(); i++) {
                if (i > 0) {
                    LockSupport.parkNanos(
                            TimeUnit.MILLISECONDS.toNanos(1 + ThreadLocalRandom.current().nextLong(PAUSE_MS)));
                    progress.check();
                }
                open = attempt(open, outcomes);
            }
            return updates.stream().map(u -> outcomes.get(u.remoteRef())).toList();
        });
    }

    /// @return those that met a lock and are worth another try
    private List<PushUpdate> attempt(List<PushUpdate> updates, Map<String, PushOutcome> outcomes) throws IOException {
        var refused = new ArrayList<PushUpdate>();
        var work = new ProgressBridge(progress);
        try (Transport transport = remotes.open(uri, progress, work)) {
            var commands = new ArrayList<RemoteRefUpdate>();
            for (PushUpdate update : updates) {
                commands.add(command(update));
            }
            PushResult result = send(transport, work, commands);
            for (PushUpdate update : updates) {
                RemoteRefUpdate said = result.getRemoteUpdate(update.remoteRef());
                PushOutcome outcome = outcome(said);
                outcomes.put(update.remoteRef(), outcome);
                if (outcome.result() == PushOutcome.Result.REJECTED
                        && said.getStatus() == RemoteRefUpdate.Status.REJECTED_OTHER_REASON) {
                    refused.add(update);
                }
            }
        }
        return refused.isEmpty() ? List.of() : lookAgain(refused, outcomes);
    }

    /// @throws Fault for what could not be sent, because it is missing or damaged here
    private PushResult send(Transport transport, ProgressBridge work, List<RemoteRefUpdate> commands)
            throws IOException {
        try {
            return transport.push(work, commands);
        } catch (TransportException e) {
            progress.check();
            for (Throwable unsent : e.getSuppressed()) {
                if (unsent.getCause() instanceof IOException cause && isOurs(e, cause)) {
                    throw GitIo.fault(jgit.isBare() ? jgit.getDirectory() : jgit.getWorkTree(), cause);
                }
            }
            throw e;
        }
    }

    private static boolean isOurs(TransportException heard, IOException unsent) {
        return heard.getCause() instanceof WireWatch.Unfinished || unsent instanceof MissingObjectException
                || unsent instanceof CorruptObjectException;
    }

    private RemoteRefUpdate command(PushUpdate update) throws IOException {
        ObjectId expected = update.expected().map(Ids::object).orElse(ObjectId.zeroId());
        return new RemoteRefUpdate(jgit, null, Ids.object(update.commit()), update.remoteRef(),
                update.replaces(), null, expected);
    }

    private List<PushUpdate> lookAgain(List<PushUpdate> refused, Map<String, PushOutcome> outcomes)
            throws IOException {
        var again = new ArrayList<PushUpdate>();
        try (Transport transport = remotes.open(uri, progress); FetchConnection connection = transport.openFetch()) {
            for (PushUpdate update : refused) {
                var ref = connection.getRef(update.remoteRef());
                Optional<CommitId> now = ref == null || ref.getObjectId() == null
                        ? Optional.empty()
                        : Optional.of(Ids.commit(ref.getObjectId()));
                String message = outcomes.get(update.remoteRef()).message();
                if (!now.equals(update.expected())) {
                    var result = now.equals(Optional.of(update.commit()))
                            ? PushOutcome.Result.ALREADY_THERE
                            : PushOutcome.Result.LOST_RACE;
                    outcomes.put(update.remoteRef(), new PushOutcome(update.remoteRef(), result, message));
                } else if (message.toLowerCase(Locale.ROOT).contains("lock")) {
                    again.add(update);
                }
            }
        }
        return again;
    }

    private static PushOutcome outcome(RemoteRefUpdate said) {
        PushOutcome.Result result = switch (said.getStatus()) {
            case OK -> PushOutcome.Result.OK;
            case UP_TO_DATE -> PushOutcome.Result.ALREADY_THERE;
            case REJECTED_REMOTE_CHANGED -> PushOutcome.Result.LOST_RACE;
            default -> PushOutcome.Result.REJECTED;
        };
        String message = said.getMessage() == null
                ? result == PushOutcome.Result.REJECTED ? said.getStatus().name() : ""
                : said.getMessage();
        return new PushOutcome(said.getRemoteName(), result, message);
    }
}
