package org.commonwright.cli.review;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonwright.cli.frame.CliContext;
import org.commonwright.cli.frame.Exit;
import org.commonwright.design.Workspace;
import org.commonwright.error.Fault;
import org.commonwright.git.GitRepository;
import org.commonwright.i18n.Messages;
import org.commonwright.model.CommitId;
import org.commonwright.review.fork.Fork;
import org.commonwright.review.fork.ForkCache;
import org.commonwright.review.fork.ForkKind;
import org.commonwright.review.fork.ForkScan;
import org.commonwright.review.fork.ForkTable;
import org.commonwright.review.fork.ForkTip;
import org.commonwright.review.fork.ForkWords;
import org.commonwright.review.fork.Overlaps.Overlap;
import org.commonwright.review.fork.Pair;
import org.commonwright.review.fork.PairCheck;
import org.commonwright.task.Progress;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review forks`: all of them side by side.
final class ReviewForks {
    private static final int MOST_TOLD = 20;

    private final CliContext context;
    private final Options options;

    /// What was asked.
    static final class Options {
        @Parameters(paramLabel = "DIR")
        private Path folder = Path.of("");

        @Option(names = "--main", defaultValue = "HEAD", paramLabel = "REV", description = "what to compare with")
        private String main = "HEAD";

        @Option(names = "--first", paramLabel = "N", description = "only so many, the latest first")
        private int first = Integer.MAX_VALUE;

        @Option(names = "--pairs", paramLabel = "N", defaultValue = "1000", description = "how many pairs that overlap to merge in memory, to see whether they conflict")
        private int pairs = 1000;

        @Option(names = "--merged", description = "those whose changes are in the branch, too")
        private boolean merged;

        @Option(names = "--json")
        private boolean json;
    }

    ReviewForks(CliContext context, Options options) {
        this.context = context;
        this.options = options;
    }

    int run() {
        if (options.first < 1 || options.pairs < 0) {
            throw new Fault("forks.bad-number");
        }
        Instant now = Instant.now();
        try (GitRepository repository = GitRepository.open(options.folder);
                var workspace = new Workspace(context.folders().workspace())) {
            ForkCache cache = ForkCache.open(context.folders().cache(), repository);
            Progress progress = context.progress();
            List<Fork> forks = new ArrayList<>();
            CommitId main = repository.require(options.main);
            int all;
            try (var scan = new ForkScan(repository, workspace, main, cache, now,
                    progress.silently())) {
                List<ForkTip> tips = scan.tips(progress.silently());
                all = tips.size();
                for (ForkTip tip : tips.subList(0, Math.min(options.first, all))) {
                    progress.check();
                    progress.update((double) forks.size() / Math.min(options.first, all));
                    forks.add(scan.figures(tip, progress.silently()));
                }
            }
            ForkTable table = ForkTable.of(main, forks, new PairCheck(repository, cache), options.pairs, progress);
            cache.save();
            if (options.json) {
                context.json(json(table, all));
            } else {
                print(table, all, now);
            }
            return Exit.DONE;
        }
    }

    private void print(ForkTable table, int all, Instant now) {
        Messages m = context.messages();
        int hidden = 0;
        for (Fork fork : table.forks()) {
            boolean inBranch = fork.kind() == ForkKind.MERGED || fork.kind() == ForkKind.TAKEN;
            if (inBranch && !options.merged) {
                hidden++;
                continue;
            }
            Messages.Key age = ForkWords.age(fork.tip(), now);
            context.say("forks.line", fork.title(), ForkWords.by(fork.tip(), m), age, ForkWords.kind(fork.kind()),
                    fork.ahead(), fork.behind());
            if (fork.base().isPresent() && fork.kind() != ForkKind.MERGED) {
                say(m.get("forks.touches", ForkWords.size(fork.size()), ForkWords.modules(fork, m)));
            }
            fork.problems().forEach(problem -> say("! " + m.get(problem)));
            pairs(table, fork).forEach(this::say);
        }
        if (hidden == table.forks().size()) {
            context.say("review.no-forks", options.main);
        }
        if (hidden > 0) {
            context.say("forks.hidden", hidden);
        }
        if (all > table.forks().size()) {
            context.say("forks.more", all - table.forks().size());
        }
        if (table.unlooked() > 0) {
            context.say("forks.unlooked", table.unlooked());
        }
    }

    private List<String> pairs(ForkTable table, Fork fork) {
        Map<?, Pair> pairs = table.pairs().getOrDefault(fork.head(), Map.of());
        var lines = new ArrayList<String>();
        ForkWords.withMain(table, fork, context.messages()).ifPresent(lines::add);
        int before = lines.size();
        for (Overlap overlap : table.overlaps().of(fork, MOST_TOLD)) {
            Optional<Pair> pair = Optional.ofNullable(pairs.get(overlap.other().head()));
            lines.add(ForkWords.pair(overlap.other().title(), overlap.files().size(), pair,
                    pair.isPresent() && pair.get().a().equals(fork.head()), context.messages()));
        }
        int left = table.overlaps().count(fork) - (lines.size() - before);
        if (left > 0) {
            lines.add(context.messages().get("forks.more-overlaps", left));
        }
        return lines;
    }

    private void say(String line) {
        context.out().println("  " + line);
    }

    private ObjectNode json(ForkTable table, int all) {
        var form = new ForkJson(context.messages(), table);
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("all", all).put("pairs_not_looked_at",
                table.unlooked());
        var list = node.putArray("forks");
        table.forks().forEach(fork -> list.add(form.fork(fork)));
        return node;
    }
}
