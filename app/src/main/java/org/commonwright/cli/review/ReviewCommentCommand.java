package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.CommitId;
import org.commonwright.model.ContentId;
import org.commonwright.record.RecordStore;
import org.commonwright.review.ReviewDesk;
import org.commonwright.review.comment.Applied;
import org.commonwright.review.comment.CommentDesk;
import org.commonwright.review.comment.CommentThread;
import org.commonwright.review.comment.Comments;
import org.commonwright.review.comment.NamesNow;
import org.commonwright.review.comment.Places;
import org.commonwright.review.comment.Pointing;
import org.commonwright.review.comment.Remark;
import org.commonwright.review.comment.Subject;
import org.commonwright.review.comment.SuggestionDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review comment add`, `list`, `answer`, `resolve`, `reopen`, `edit`, `withdraw`, `apply`.
@Command(name = "comment", description = "Comments on lines, cells, models, pictures and modules; they stay with what they are about.")
final class ReviewCommentCommand {
    private final CliContext context;

    ReviewCommentCommand(CliContext context) {
        this.context = context;
    }

    /// What a verb does with an open repository.
    private interface Verb {
        int run(GitRepository repository, RecordStore records, CommentDesk desk);
    }

    private int at(Path folder, Verb verb) {
        try (GitRepository repository = GitRepository.open(folder)) {
            RecordStore records = CliRecords.open(context, repository);
            return verb.run(repository, records, new CommentDesk(records));
        }
    }

    /// What is looked at.
    ///
    /// @param branch where a suggestion is applied
    private record Looked(CommitId head, Subject subject, String branch) {}

    private Looked looked(GitRepository repository, RecordStore records, @Nullable String proposal,
            @Nullable String revision) {
        if (proposal != null) {
            try (var workspace = new Workspace(context.folders().workspace())) {
                ProposalState state = new ReviewDesk(repository, records, workspace, InstantSource.system())
                        .proposals().require(proposal);
                String source = state.proposal().source();
                CommitId head = revision == null ? state.proposal().head() : repository.require(revision);
                return new Looked(head, Subject.ofProposal(state.id(), source), source);
            }
        }
        String at = revision == null ? repository.currentBranch().orElse("HEAD") : revision;
        boolean branch = repository.refs().get("refs/heads/" + at).isPresent()
                || repository.refs().get("refs/remotes/" + at).isPresent();
        String ref = repository.refs().get("refs/heads/" + at).isPresent() ? "refs/heads/" + at : "refs/remotes/" + at;
        return new Looked(repository.require(at), branch ? Subject.ofBranch(ref) : Subject.NONE, at);
    }

    @Command(name = "add", description = "Says something about a place of a branch or a proposal. Nobody needs a right to do that.")
    int add(@Parameters(paramLabel = "DIR") Path folder, @Mixin CommentPlace place,
            @Option(names = "--text", defaultValue = "", description = "what is said; Markdown") String text,
            @Option(names = "--suggest", paramLabel = "TEXT", description = "what should stand there instead: of lines, or of a cell") @Nullable String suggestion,
            @Option(names = "--at", paramLabel = "REV", description = "a branch or a commit; without it the current branch, or the commits of --proposal") @Nullable String revision,
            @Option(names = "--proposal", paramLabel = "PROPOSAL", description = "the proposal that it is said in") @Nullable String proposal,
            @Option(names = "--json") boolean json) {
        return at(folder, (repository, records, desk) -> {
            Looked looked = looked(repository, records, proposal, revision);
            ContentId id = desk.make(looked.head(), place.anchor(new Pointing(repository, looked.head())),
                    looked.subject(), text, Optional.ofNullable(suggestion)).id();
            return said(repository, looked.head(), desk, id.hex(), json, "comments.added");
        });
    }

    @Command(name = "list", description = "Comments and where their places are now; the resolved ones with --all.")
    int list(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--at", paramLabel = "REV", description = "where the places are looked for; the current branch, or the proposal's commits, unless given") @Nullable String revision,
            @Option(names = "--proposal", paramLabel = "PROPOSAL", description = "only those of this proposal") @Nullable String proposal,
            @Option(names = "--all", description = "also what is resolved") boolean all,
            @Option(names = "--json") boolean json) {
        return at(folder, (repository, records, desk) -> {
            Looked looked = looked(repository, records, proposal, revision);
            Comments comments = desk.comments();
            List<CommentThread> said = proposal == null
                    ? comments.threads()
                    : comments.about(looked.subject(), new NamesNow(repository, context.progress()));
            List<CommentThread> threads = said.stream().filter(thread -> all || thread.isOpen()).toList();
            var places = new Places(repository, looked.head(), context.progress());
            var form = new CommentForm(context);
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("at", looked.head().hex());
                ArrayNode list = node.putArray("comments");
                threads.forEach(thread -> list.add(form.json(thread, places.of(thread))));
                node.set("problems", ProblemsJson.of(comments.problems(), context.messages()));
                context.json(node);
            } else {
                if (threads.isEmpty()) {
                    context.say(said.isEmpty() ? "comments.nothing" : "comments.nothing-open", said.size());
                }
                threads.forEach(thread -> form.print(thread, places.of(thread)));
                comments.problems().forEach(problem -> context.out().println(context.messages().get(problem)));
            }
            return Exit.DONE;
        });
    }

    @Command(name = "answer", description = "Answers a comment.")
    int answer(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "COMMENT") String id,
            @Option(names = "--text", defaultValue = "", description = "what is said; Markdown") String text,
            @Option(names = "--suggest", paramLabel = "TEXT", description = "what should stand there instead: of lines, or of a cell") @Nullable String suggestion,
            @Option(names = "--json") boolean json) {
        return change(folder, json, "comments.answered", comments -> comments.require(id),
                (desk, thread) -> desk.answer(thread, text, Optional.ofNullable(suggestion)));
    }

    @Command(name = "resolve", description = "Says that a comment is settled.")
    int resolve(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "COMMENT") String id,
            @Option(names = "--json") boolean json) {
        return change(folder, json, "comments.was-resolved", comments -> comments.require(id), CommentDesk::resolve);
    }

    @Command(name = "reopen", description = "Says that a comment is not settled after all.")
    int reopen(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "COMMENT") String id,
            @Option(names = "--json") boolean json) {
        return change(folder, json, "comments.was-reopened", comments -> comments.require(id), CommentDesk::reopen);
    }

    @Command(name = "edit", description = "Puts your own words otherwise.")
    int edit(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "COMMENT") String id,
            @Option(names = "--text", required = true, description = "what is said; Markdown") String text,
            @Option(names = "--json") boolean json) {
        return change(folder, json, "comments.was-edited", comments -> comments.holding(id),
                (desk, thread) -> desk.edit(thread.beginning(id), text));
    }

    @Command(name = "withdraw", description = "Takes your own words back.")
    int withdraw(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "COMMENT") String id,
            @Option(names = "--json") boolean json) {
        return at(folder, (_, _, desk) -> {
            Remark remark = desk.comments().holding(id).beginning(id);
            desk.withdraw(remark);
            if (json) {
                context.json(JsonNodeFactory.instance.objectNode().put("withdrawn", remark.entry().hex()));
            } else {
                context.say("comments.was-withdrawn", remark.entry().abbreviated());
            }
            return Exit.DONE;
        });
    }

    @Command(name = "apply", description = "Makes a suggestion true with one commit; ends with 1 when what it is about has changed.")
    int apply(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "COMMENT") String id,
            @Option(names = "--branch", paramLabel = "BRANCH", description = "where; the branch that the comment was made on unless given") @Nullable String branch,
            @Option(names = "--json") boolean json) {
        return at(folder, (repository, records, desk) -> {
            CommentThread thread = desk.comments().holding(id);
            Remark remark = thread.id().hex().startsWith(id)
                    ? thread.suggested().orElseThrow(() -> new Fault("comments.nothing-suggested"))
                    : thread.beginning(id);
            String on = branch != null ? branch : new NamesNow(repository, context.progress()).of(thread).branch();
            Applied applied;
            try (var workspace = new Workspace(context.folders().workspace())) {
                applied = new SuggestionDesk(repository, records, workspace, InstantSource.system()).apply(thread,
                        remark, on);
            } catch (Fault fault) {
                throw fault.code().equals("comments.stale") ? new AnswerNo(fault) : fault;
            }
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("commit", applied.commit().hex())
                        .put("branch", on).put("comment", thread.id().hex());
                applied.proposal().ifPresent(put -> node.put("proposal", put.id()).put("put_forward", put.done())
                        .put("said", context.messages().get(put.said().key(), put.said().arguments())));
                context.json(node);
            } else {
                context.say("comments.was-applied", applied.commit().abbreviated(), on);
                applied.proposal().ifPresent(put -> context.say(put.said().key(), put.said().arguments().toArray()));
            }
            return Exit.DONE;
        });
    }

    /// Records something about a thread and says how it stands then.
    private int change(Path folder, boolean json, String key, Function<Comments, CommentThread> which,
            BiConsumer<CommentDesk, CommentThread> what) {
        return at(folder, (repository, _, desk) -> {
            CommentThread thread = which.apply(desk.comments());
            // Looked for first: where that fails, nothing has been recorded.
            var form = new CommentForm(context);
            var place = json
                    ? new Places(repository, head(repository, thread), context.progress()).of(thread)
                    : null;
            what.accept(desk, thread);
            CommentThread now = desk.comments().require(thread.id().hex());
            if (place == null) {
                context.say(key, now.id().abbreviated());
            } else {
                context.json(form.json(now, place));
            }
            return Exit.DONE;
        });
    }

    /// The branch that a thread was made on, as it is now; else what is checked out, else its own commit.
    private CommitId head(GitRepository repository, CommentThread thread) {
        return repository.refs().get("refs/heads/" + new NamesNow(repository, context.progress()).of(thread).branch())
                .or(() -> repository.resolve(thread.at().hex())).or(repository::head).orElse(thread.at());
    }

    private int said(GitRepository repository, CommitId head, CommentDesk desk, String id, boolean json, String key) {
        CommentThread thread = desk.comments().require(id);
        var form = new CommentForm(context);
        if (json) {
            context.json(form.json(thread, new Places(repository, head, context.progress()).of(thread)));
        } else {
            context.say(key, thread.id().abbreviated());
        }
        return Exit.DONE;
    }
}
