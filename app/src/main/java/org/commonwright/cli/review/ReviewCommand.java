package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.commonwright.cli.frame.AnswerNo;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.CliRecords;
import org.commonwright.cli.frame.Exit;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.governance.ProposalState;
import org.commonwright.governance.Proposals;
import org.commonwright.governance.Stance;
import org.commonwright.governance.decide.Standing;
import org.commonwright.i18n.ProblemsJson;
import org.commonwright.model.CommitId;
import org.commonwright.record.Entry;
import org.commonwright.review.Foreseen;
import org.commonwright.review.MergeConflict;
import org.commonwright.review.MergeMemory;
import org.commonwright.review.MergeUndo;
import org.commonwright.review.MergeWork;
import org.commonwright.review.Resolution;
import org.commonwright.review.ReviewDesk;
import org.commonwright.review.ReviewReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review forks`, `list`, `show`, `compare`, `propose`, `revise`, `stance`, `close`, `accept`, `decline`, `gate`.
@Command(name = "review", description = "Forks and proposals: what they change, accepting and declining them.")
public final class ReviewCommand implements NounCommand {
    private static final Set<String> REFUSALS = Set.of("decide.not-yet", "decide.other-outcome", "decide.merge-adds");

    private final CliContext context;

    public ReviewCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public List<?> inside() {
        return List.of(new ReviewHookCommand(context), new ReviewCommentCommand(context));
    }

    private int at(Path folder, ReviewPlace.Verb verb) {
        return ReviewPlace.at(context, folder, verb);
    }

    @Command(name = "forks", description = "Every branch, here and of the remotes: author, age, size, what it touches, with which others it overlaps and conflicts.")
    int forks(@Mixin ReviewForks.Options options) {
        return new ReviewForks(context, options).run();
    }

    @Command(name = "list", description = "Proposals and what became of them.")
    int list(@Parameters(paramLabel = "DIR") Path folder, @Option(names = "--json") boolean json) {
        return at(folder, (repository, _, desk) -> {
            Proposals proposals = judged(desk, repository);
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                ArrayNode list = node.putArray("proposals");
                var form = new ReviewJson(context.messages());
                proposals.list().forEach(state -> list.add(form.proposal(state)));
                node.set("problems", ProblemsJson.of(proposals.problems(), context.messages()));
                context.json(node);
            } else {
                if (proposals.list().isEmpty()) {
                    context.say("review.no-proposals");
                }
                proposals.list().forEach(this::line);
                proposals.problems().forEach(p -> context.out().println(context.messages().get(p)));
            }
            return Exit.DONE;
        });
    }

    /// The proposals, and what there is to say against their merges.
    private Proposals judged(ReviewDesk desk, GitRepository repository) {
        return desk.judged(MergeMemory.open(context.folders().cache(), repository));
    }

    @Command(name = "show", description = "What a proposal changes: parts, cost, geometry, text; and what a merge would ask.")
    int show(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "PROPOSAL") String id,
            @Option(names = "--quantity", defaultValue = "1", description = "how many the cost is for") long quantity,
            @Option(names = "--json") boolean json) {
        return at(folder, (repository, _, desk) -> {
            ProposalState state = judged(desk, repository).require(id);
            Foreseen seen = desk.merges().foresee(state, desk.review(state, quantity, context.progress()),
                    context.progress());
            if (json) {
                var form = new ReviewJson(context.messages());
                ObjectNode node = form.report(seen.report());
                node.set("proposal", form.proposal(state));
                node.set("conflicts", form.conflicts(seen.conflicts()));
                node.set("standing", new ReviewDecisions(context).json(desk.decisions().standing(state)));
                context.json(node);
            } else {
                line(state);
                new ReviewText(context).print(seen.report(), seen.conflicts());
                new ReviewDecisions(context).print(desk.decisions().standing(state));
            }
            return Exit.DONE;
        });
    }

    @Command(name = "compare", description = "What the second revision changes against where it left the first: a branch, a fork, a tag, a commit.")
    int compare(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "BASE") String base,
            @Parameters(paramLabel = "HEAD") String head,
            @Option(names = "--quantity", defaultValue = "1", description = "how many the figures are for") long quantity,
            @Option(names = "--json") boolean json) {
        return at(folder, (_, _, desk) -> {
            ReviewReport report = desk.compare(base, head, quantity, context.progress());
            if (json) {
                context.json(new ReviewJson(context.messages()).report(report));
            } else {
                new ReviewText(context).print(report, List.of());
            }
            return Exit.DONE;
        });
    }

    @Command(name = "stance", description = "Says where you stand on a proposal: agree, abstain, disagree or block.")
    int stance(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "PROPOSAL") String id,
            @Parameters(paramLabel = "STANCE", description = "agree, abstain, disagree or block") String word,
            @Option(names = "--reason", defaultValue = "", description = "why; a block needs one") String reason,
            @Option(names = "--json") boolean json) {
        return at(folder, (_, _, desk) -> {
            Stance.Word said = Stance.Word.of(word).orElseThrow(() -> new Fault("decide.no-stance", word));
            ProposalState state = desk.proposals().require(id);
            Entry entry = desk.decisions().give(state, said, reason);
            Standing standing = desk.decisions().standing(state);
            if (json) {
                ObjectNode node = new ReviewDecisions(context).json(standing);
                context.json(node.put("entry", entry.id().hex()));
            } else {
                context.say("decide.given", entry.id().abbreviated());
                new ReviewDecisions(context).print(standing);
            }
            return Exit.DONE;
        });
    }

    @Command(name = "close", description = "Closes a proposal by its rules: signs a certificate of the stances counted.")
    int close(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "PROPOSAL") String id,
            @Option(names = "--json") boolean json) {
        return at(folder, (_, _, desk) -> {
            ProposalState state = desk.proposals().require(id);
            Standing.Closed closed = allowed(() -> desk.decisions().close(state));
            var form = new ReviewDecisions(context);
            if (json) {
                context.json(form.json(desk.decisions().standing(state)));
            } else {
                form.closed(closed);
            }
            return Exit.DONE;
        });
    }

    @Command(name = "revise", description = "Puts forward other commits for your own proposal; what was said about the old ones no longer counts.")
    int revise(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "PROPOSAL") String id,
            @Option(names = "--from", paramLabel = "BRANCH", description = "where they are; the proposal's branch unless given") @Nullable String source,
            @Option(names = "--json") boolean json) {
        return at(folder, (_, _, desk) -> {
            ProposalState state = desk.proposals().require(id);
            desk.revise(state, source == null ? state.proposal().source() : source);
            ProposalState now = desk.proposals().require(state.id());
            if (json) {
                context.json(new ReviewJson(context.messages()).proposal(now));
            } else {
                context.say("decide.revised", now.proposal().title(), now.proposal().head().abbreviated());
            }
            return Exit.DONE;
        });
    }

    @Command(name = "gate", description = "Whether a branch may move: only by merges that the rules let pass. A host's hook asks this; 1 means no.")
    int gate(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--ref", required = true, paramLabel = "REF", description = "such as refs/heads/main") String ref,
            @Option(names = "--from", required = true, paramLabel = "COMMIT", description = "where it is, in full; zeros when it is not there") String from,
            @Option(names = "--to", required = true, paramLabel = "COMMIT", description = "where it is to go, in full; zeros to delete it") String to,
            @Option(names = "--json") boolean json) {
        return new ReviewHookCommand(context).gate(folder, ref, from, to, json);
    }

    /// What the rules refuse is an answer, not bad input.
    private static <T> T allowed(Supplier<T> act) {
        try {
            return act.get();
        } catch (Fault fault) {
            throw REFUSALS.contains(fault.code()) ? new AnswerNo(fault) : fault;
        }
    }

    @Command(name = "propose", description = "Offers a branch. Nobody needs a right to do that.")
    int propose(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--from", required = true, paramLabel = "BRANCH", description = "a branch of this repository or of a remote") String source,
            @Option(names = "--into", paramLabel = "BRANCH", description = "the branch that it wants to enter; the current one unless given") @Nullable String target,
            @Option(names = "--title", required = true) String title,
            @Option(names = "--text", defaultValue = "") String text,
            @Option(names = "--impact", defaultValue = "", description = "whom it touches, and who may be harmed") String impact,
            @Option(names = "--json") boolean json) {
        return at(folder, (repository, _, desk) -> {
            String into = target == null ? repository.currentBranch().orElse("main") : target;
            Entry entry = desk.propose(title, text, impact, source, into);
            if (json) {
                context.json(new ReviewJson(context.messages())
                        .proposal(desk.proposals().require(entry.id().hex())));
            } else {
                context.say("review.proposed", entry.id().abbreviated());
            }
            return Exit.DONE;
        });
    }

    @Command(name = "export", description = "Writes a proposal into one file, for mail or a stick: its signed record and its commits.")
    int export(@Mixin ReviewMail.Options options,
            @Option(names = "-o", paramLabel = "FILE", required = true, description = "the file, such as brackets.proposal") Path file,
            @Option(names = "--whole", description = "with the whole history, for somebody who has nothing of the design") boolean whole) {
        return new ReviewMail(context, options).export(file, whole);
    }

    @Command(name = "send", description = "Brings a proposal to a remote, without touching any of its branches.")
    int send(@Mixin ReviewMail.Options options,
            @Parameters(paramLabel = "REMOTE", index = "2", description = "its name, URL or folder") String remote) {
        return new ReviewMail(context, options).send(remote);
    }

    @Command(name = "import", description = "Takes a proposal from a file that somebody sent, when its signature holds.")
    int take(@Parameters(paramLabel = "DIR") Path folder,
            @Parameters(paramLabel = "FILE", description = "as review export writes it") Path file,
            @Option(names = "--json") boolean json) {
        return ReviewMail.take(context, folder, file, json);
    }

    @Command(name = "accept", description = "Merges a proposal; ends with 1 when conflicts are left to decide.")
    int accept(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "PROPOSAL") String id,
            @Option(names = "--reason", defaultValue = "") String reason,
            @Option(names = "--choose", paramLabel = "CHOICE", description = "ours, theirs, N=ours, N=theirs or N:value; may be given several times") List<String> choices,
            @Option(names = "--json") boolean json) {
        return at(folder, (_, _, desk) -> {
            ProposalState state = desk.proposals().require(id);
            MergeWork work = desk.merges().prepare(state, context.progress());
            Map<MergeConflict, Resolution> decided = MergeChoices.of(work.conflicts(),
                    choices == null ? List.of() : choices);
            boolean whole = decided.size() == work.conflicts().size();
            CommitId merge = whole ? allowed(() -> desk.merges().accept(state, work, decided, reason)) : null;
            if (json) {
                var form = new ReviewJson(context.messages());
                ObjectNode node = JsonNodeFactory.instance.objectNode().put("merge",
                        merge == null ? null : merge.hex());
                node.set("conflicts", form.conflicts(work.conflicts()));
                context.json(node);
            } else if (merge != null) {
                context.say("review.accepted", merge.abbreviated());
            } else {
                new ReviewText(context).conflicts(work.conflicts());
            }
            return merge == null ? Exit.NO : Exit.DONE;
        });
    }

    @Command(name = "decline", description = "Declines a proposal, with a reason.")
    int decline(@Parameters(paramLabel = "DIR") Path folder, @Parameters(paramLabel = "PROPOSAL") String id,
            @Option(names = "--reason", required = true) String reason, @Option(names = "--json") boolean json) {
        return at(folder, (_, _, desk) -> {
            allowed(() -> desk.merges().decline(desk.proposals().require(id), reason));
            if (json) {
                context.json(new ReviewJson(context.messages()).proposal(desk.proposals().require(id)));
            } else {
                context.say("review.declined", reason);
            }
            return Exit.DONE;
        });
    }

    @Command(name = "undo", description = "Takes the last merge of a branch back, as long as nothing stands on it; its proposal is open again.")
    int undo(@Parameters(paramLabel = "DIR") Path folder,
            @Option(names = "--branch", paramLabel = "BRANCH", description = "the current one unless given") @Nullable String branch,
            @Option(names = "--reason", defaultValue = "") String reason, @Option(names = "--json") boolean json) {
        try (GitRepository repository = GitRepository.open(folder)) {
            var undo = new MergeUndo(repository, CliRecords.open(context, repository));
            MergeUndo.Last last = undo.last(branch);
            undo.undo(last, reason);
            if (json) {
                context.json(JsonNodeFactory.instance.objectNode().put("branch", last.branch())
                        .put("undone", last.merge().hex()).put("now", last.before().hex())
                        .put("kept", MergeUndo.keptAs(last.merge())));
            } else {
                context.say("merging.undone", last.subject(), last.branch(), last.before().abbreviated(),
                        MergeUndo.keptAs(last.merge()));
            }
        }
        return Exit.DONE;
    }

    private void line(ProposalState state) {
        String became = context.messages().get(state.decision().map(d -> switch (d.outcome()) {
            case ACCEPTED -> state.isMergedOtherwise() ? "decide.not-what-merged" : "review.outcome-accepted";
            case DECLINED -> "review.outcome-declined";
        }).orElse("review.open"));
        context.say("review.proposal-line", state.id().substring(0, 12), became, state.proposal().title(),
                state.proposal().person().name());
        state.doubt().ifPresent(doubt -> context.out().println("  " + context.messages().get(doubt)));
    }
}
