package org.commonwright.workbench.review.comments;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonwright.design.DesignBoms;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.model.RepoPath;
import org.commonwright.record.DeviceRecords;
import org.commonwright.record.RecordStore;
import org.commonwright.review.comment.Applied;
import org.commonwright.review.comment.CommentDesk;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Comments;
import org.commonwright.review.comment.NamesNow;
import org.commonwright.review.comment.Placement;
import org.commonwright.review.comment.Places;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.Subject;
import org.commonwright.review.comment.SuggestionDesk;
import org.commonwright.review.comment.Suggestions;
import org.commonwright.settings.AppFolders;
import org.commonwright.task.Progress;

/// Reads comments in the background, and records what is said.
final class CommentReading {
    private final AppFolders folders;
    private final InstantSource clock;

    CommentReading(AppFolders folders, InstantSource clock) {
        this.folders = folders;
        this.clock = clock;
    }

    /// @param threads of what is looked at
    /// @param open the reviews that open comments belong to, one for each
    record Read(List<PlacedThread> threads, List<Subject> open) {}

    Read read(Looked at, Progress watch) {
        try (GitRepository repository = GitRepository.open(at.folder())) {
            CommentDesk desk = new CommentDesk(records(repository));
            var places = new Places(repository, at.head(), watch);
            Comments comments = desk.comments();
            var names = new NamesNow(repository, watch);
            List<CommentThread> wanted = at.everything()
                    ? comments.threads().stream().filter(CommentThread::isOpen).toList()
                    : comments.about(at.subject(), names);
            List<PlacedThread> placed = wanted.stream().map(thread -> {
                Set<ContentId> own = thread.remarks().stream().filter(desk::isOwn).map(Remark::entry)
                        .collect(Collectors.toSet());
                Placement place = places.of(thread);
                return new PlacedThread(thread, place, own, mayNotApply(repository, thread, place, at.branch()));
            }).filter(one -> !at.everything() || !one.place().isGone()).sorted(PlacedThread.IN_ORDER).toList();
            return new Read(placed, comments.threads().stream().filter(CommentThread::isOpen).map(names::of).toList());
        }
    }

    private static Optional<Fault> mayNotApply(GitRepository repository, CommentThread thread, Placement place,
            String branch) {
        if (thread.suggested().isEmpty()) {
            return Optional.empty();
        }
        if (place.state() != Placement.State.KEPT) {
            return Optional.of(new Fault("comments.stale", place.said().orElseThrow()));
        }
        return Suggestions.isHere(repository, branch)
                ? Optional.empty()
                : Optional.of(new Fault("comments.not-here", branch));
    }

    /// The headers of a bill of materials.
    List<String> columns(Path folder, CommitId at, RepoPath table) {
        try (GitRepository repository = GitRepository.open(folder)) {
            return DesignBoms.document(repository.tree(at), table, table.text()).columns();
        }
    }

    Applied apply(Looked at, CommentThread thread, Remark remark) {
        try (GitRepository repository = GitRepository.open(at.folder());
                var workspace = new Workspace(folders.workspace())) {
            return new SuggestionDesk(repository, records(repository), workspace, clock).apply(thread, remark,
                    at.branch());
        }
    }

    /// Something that is recorded.
    @FunctionalInterface
    interface Saying {
        Object run(GitRepository repository, CommentDesk desk);
    }

    Object say(Path folder, Saying what) {
        try (GitRepository repository = GitRepository.open(folder)) {
            return what.run(repository, new CommentDesk(records(repository)));
        }
    }

    private RecordStore records(GitRepository repository) {
        return new DeviceRecords(folders, clock).open(repository);
    }
}
