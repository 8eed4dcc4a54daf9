package org.commonwright.cli.review;

import java.util.List;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.NounCommand;
import org.commonwright.governance.Proposals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `review forks`, `list`, `show`, `compare`, `propose`, `revise`, `stance`, `close`, `accept`, `decline`, `gate`.
@Command(name = "review", description = "Forks and proposals: what they change, accepting and declining them.")
public final class ReviewCommand implements NounCommand {
    private final CliContext context;

    public ReviewCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public List<?> inside() {
        return List.of(new ReviewHookCommand(context), new ReviewCommentCommand(context));
    }

    @Command(name = "forks", description = "Every branch, here and of the remotes: author, age, size, what it touches, with which others it overlaps and conflicts.")
    int forks(@Mixin ReviewForks.Options options) {
        return new ReviewForks(context, options).run();
    }

    @Command(name = "list", description = "Proposals and what became of them.")
    int list(@Mixin DesignAsked options) {
        return new ReviewListCommand(context, options).run();
    }

    @Command(name = "show", description = "What a proposal changes: parts, cost, geometry, text; and what a merge would ask.")
    int show(@Mixin ReviewShowCommand.Options options) {
        return new ReviewShowCommand(context, options).run();
    }

    @Command(name = "compare", description = "What the second revision changes against where it left the first: a branch, a fork, a tag, a commit.")
    int compare(@Mixin ReviewCompareCommand.Options options) {
        return new ReviewCompareCommand(context, options).run();
    }

    @Command(name = "stance", description = "Says where you stand on a proposal: agree, abstain, disagree or block.")
    int stance(@Mixin ReviewStanceCommand.Options options) {
        return new ReviewStanceCommand(context, options).run();
    }

    @Command(name = "close", description = "Closes a proposal by its rules: signs a certificate of the stances counted.")
    int close(@Mixin ProposalAsked options) {
        return new ReviewCloseCommand(context, options).run();
    }

    @Command(name = "revise", description = "Puts forward other commits for your own proposal; what was said about the old ones no longer counts.")
    int revise(@Mixin ReviewReviseCommand.Options options) {
        return new ReviewReviseCommand(context, options).run();
    }

    @Command(name = "gate", description = "Whether a branch may move: only by merges that the rules let pass. A host's hook asks this; 1 means no.")
    int gate(@Mixin ReviewGateCommand.Options options) {
        return new ReviewGateCommand(context, options).run();
    }

    @Command(name = "propose", description = "Offers a branch. Nobody needs a right to do that.")
    int propose(@Mixin ReviewProposeCommand.Options options) {
        return new ReviewProposeCommand(context, options).run();
    }

    @Command(name = "export", description = "Writes a proposal into one file, for mail or a stick: its signed record and its commits.")
    int export(@Mixin ReviewMail.Export options) {
        return new ReviewMail(context, options).export(options);
    }

    @Command(name = "send", description = "Brings a proposal to a remote, without touching any of its branches.")
    int send(@Mixin ReviewMail.Send options) {
        return new ReviewMail(context, options).send(options);
    }

    @Command(name = "import", description = "Takes a proposal from a file that somebody sent, when its signature holds.")
    int take(@Mixin ReviewTakeCommand.Options options) {
        return new ReviewTakeCommand(context, options).run();
    }

    @Command(name = "accept", description = "Merges a proposal; ends with 1 when conflicts are left to decide.")
    int accept(@Mixin ReviewAcceptCommand.Options options) {
        return new ReviewAcceptCommand(context, options).run();
    }

    @Command(name = "decline", description = "Declines a proposal, with a reason.")
    int decline(@Mixin ReviewDeclineCommand.Options options) {
        return new ReviewDeclineCommand(context, options).run();
    }

    @Command(name = "undo", description = "Takes the last merge of a branch back, as long as nothing stands on it; its proposal is open again.")
    int undo(@Mixin ReviewUndoCommand.Options options) {
        return new ReviewUndoCommand(context, options).run();
    }
}
