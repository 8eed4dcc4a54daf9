package org.commonwright.review.comment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonwright.error.Fault;
import org.commonwright.governance.Bodies;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.record.Entry;
import org.commonwright.record.RecordStore;
import org.jspecify.annotations.Nullable;

/// Where comments are made, answered and settled. Nobody needs a right to do that; what somebody said only they change.
public final class CommentDesk {
    private final RecordStore records;

    public CommentDesk(RecordStore records) {
        this.records = records;
    }

    public Comments comments() {
        return Comments.of(records.read());
    }

    /// Says something about a place.
    ///
    /// @param at the commit that the anchor was made on
    /// @param suggestion what should stand there instead
    /// @throws Fault `comments.text-needed`, `comments.text-too-long`, `comments.no-suggestion` for a place that holds no text
    public Entry make(CommitId at, Anchor anchor, Subject subject, String text, Optional<String> suggestion) {
        check(text, suggestion, anchor);
        var made = new Made(at, anchor, subject, text.strip(), suggestion, records.identity().person());
        return records.say(Made.KIND, made.toBody(),
                subject.proposal().stream().toArray(ContentId[]::new));
    }

    /// @throws Fault as [#make]
    public Entry answer(CommentThread thread, String text, Optional<String> suggestion) {
        check(text, suggestion, thread.anchor());
        ObjectNode body = signed(thread).put("text", text.strip());
        suggestion.ifPresent(instead -> body.put("suggestion", instead));
        return records.say(Comments.ANSWERED, body, thread.id());
    }

    /// @throws Fault `comments.resolved` when it is already
    public Entry resolve(CommentThread thread) {
        return resolve(thread, Optional.empty());
    }

    /// @param applied the commit that made what was suggested true
    Entry resolve(CommentThread thread, Optional<CommitId> applied) {
        if (!thread.isOpen()) {
            throw new Fault("comments.resolved", thread.id().abbreviated());
        }
        ObjectNode body = signed(thread);
        applied.ifPresent(commit -> body.put("applied", commit.hex()));
        return state(thread, Comments.RESOLVED, body);
    }

    /// @throws Fault `comments.open` when it is already
    public Entry reopen(CommentThread thread) {
        if (thread.isOpen()) {
            throw new Fault("comments.open", thread.id().abbreviated());
        }
        return state(thread, Comments.REOPENED, signed(thread));
    }

    /// It follows what was said last, so that whoever has both knows which counts.
    private Entry state(CommentThread thread, String kind, ObjectNode body) {
        return records.say(kind, body,
                Stream.concat(Stream.of(thread.id()), thread.states().stream()).toArray(ContentId[]::new));
    }

    /// Puts one's own words otherwise.
    ///
    /// @throws Fault `comments.not-yours`, `comments.text-needed`, `comments.text-too-long`
    public Entry edit(Remark remark, String text) {
        own(remark);
        check(text, Optional.empty(), null);
        return records.say(Comments.EDITED, about(remark).put("text", text.strip()), remark.entry());
    }

    /// Takes one's own words back. The record stays; nobody is shown them any more.
    ///
    /// @throws Fault `comments.not-yours`
    public Entry withdraw(Remark remark) {
        own(remark);
        return records.say(Comments.WITHDRAWN, about(remark), remark.entry());
    }

    /// Whether whoever sits here said it.
    public boolean isOwn(Remark remark) {
        return remark.by().agent().equals(records.identity().agent());
    }

    private void own(Remark remark) {
        if (!isOwn(remark)) {
            throw new Fault("comments.not-yours", remark.by().person().name());
        }
    }

    private static ObjectNode about(Remark remark) {
        return Bodies.create().put("remark", remark.entry().hex());
    }

    private ObjectNode signed(CommentThread thread) {
        return Bodies.put(Bodies.create(), records.identity().person()).put("thread", thread.id().hex());
    }

    private static void check(String text, Optional<String> suggestion, @Nullable Anchor anchor) {
        if (text.isBlank() && suggestion.isEmpty()) {
            throw new Fault("comments.text-needed");
        }
        if (text.length() > Made.LONGEST || suggestion.filter(s -> s.length() > Made.LONGEST).isPresent()) {
            throw new Fault("comments.text-too-long", Made.LONGEST);
        }
        if (suggestion.isPresent() && (anchor == null || !Made.canSuggest(anchor))) {
            throw new Fault("comments.no-suggestion");
        }
    }
}
