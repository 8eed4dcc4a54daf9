package org.commonwright.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.error.Fault;
import org.commonwright.files.LfsPointer;
import org.commonwright.git.lfs.LfsRemote;
import org.commonwright.git.lfs.LfsResult;
import org.commonwright.git.lfs.LfsStore;
import org.commonwright.i18n.Messages;
import org.commonwright.task.Progress;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/// Brings the large files of commits to a remote before a ref there points to them, as git-lfs's hook does.
final class LfsPush {
    /// Their commits hold records, never files of a design.
    private static final List<String> RECORDS = List.of("refs/commonwright/log/", "refs/commonwright/claim/");
    private static final int NAMED = 5;

    private final GuardedRepository jgit;
    private final Remotes remotes;

    LfsPush(GuardedRepository jgit, Remotes remotes) {
        this.jgit = jgit;
        this.remotes = remotes;
    }

    /// @throws Fault `git.remote-lfs-not-pushed` naming what is neither here nor there, and what [LfsTransports#open] throws
    void bring(String remote, List<PushUpdate> updates, Progress progress) {
        List<PushUpdate> files = updates.stream()
                .filter(update -> RECORDS.stream().noneMatch(update.remoteRef()::startsWith)).toList();
        List<ObjectId> tips = files.stream().<ObjectId>map(update -> Ids.object(update.commit())).toList();
        Map<LfsPointer, String> pointers = GitIo.call(jgit.getDirectory(),
                () -> mayHave(tips) ? new LfsScan(jgit).between(tips, known(remote, files)) : Map.of());
        bring(remote, pointers, progress);
    }

    /// @param pointers each with the path that names it
    void bring(String remote, Map<LfsPointer, String> pointers, Progress progress) {
        if (pointers.isEmpty()) {
            return;
        }
        LfsResult result;
        try (LfsRemote there = new LfsTransports(jgit, remotes).open(remote, LfsTransports.Purpose.PUSH, progress)) {
            result = there.upload(pointers.keySet(), new LfsStore(jgit.getCommonDirectory().toPath()), progress);
        }
        if (!result.failed().isEmpty()) {
            String names = result.failed().keySet().stream().map(pointers::get).sorted().limit(NAMED)
                    .collect(Collectors.joining(", "));
            Fault first = result.failed().values().iterator().next();
            throw new Fault(first, "git.remote-lfs-not-pushed", result.failed().size(), remotes.uri(remote).toString(),
                    names + (result.failed().size() > NAMED ? ", …" : ""),
                    new Messages.Key(first.code(), first.arguments()));
        }
    }

    /// Cheap, because most designs have none.
    private boolean mayHave(List<ObjectId> tips) throws IOException {
        if (tips.isEmpty()) {
            return false;
        }
        if (new LfsStore(jgit.getCommonDirectory().toPath()).isUsed()) {
            return true;
        }
        var scan = new LfsScan(jgit);
        try (var walk = new RevWalk(jgit)) {
            for (ObjectId tip : tips) {
                RevCommit commit = walk.parseCommit(tip);
                if (scan.hasRules(commit.getTree(), Ids.commit(commit))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What the remote has, as far as we know.
    private Set<ObjectId> known(String remote, List<PushUpdate> updates) throws IOException {
        Set<ObjectId> known = new HashSet<>();
        updates.forEach(update -> update.expected().map(Ids::object).ifPresent(known::add));
        String address = remotes.uri(remote).toString();
        var names = new ArrayList<String>();
        for (Remote named : remotes.list()) {
            if (named.name().equals(remote) || remotes.uri(named.name()).toString().equals(address)) {
                names.add(named.name());
            }
        }
        for (String name : names) {
            for (Ref ref : jgit.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES + name + "/")) {
                if (ref.getObjectId() != null) {
                    known.add(ref.getObjectId());
                }
            }
        }
        return known;
    }
}
