package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.report.Report;
import org.commonwright.publish.report.Report.Answer;
import org.commonwright.publish.report.Report.Verdict;
import org.jspecify.annotations.Nullable;

/// What became of the answers of the report on durability, in words.
final class DurabilityText {
    private final Messages messages;

    DurabilityText(Messages messages) {
        this.messages = messages;
    }

    CardRow row(@Nullable Report before, @Nullable Report after) {
        String label = messages.get("consequence.durability");
        if (before == null || after == null) {
            return new CardRow("durability", label, messages.get("consequence.unknown"), List.of());
        }
        List<String> details = new ArrayList<>();
        int better = 0;
        int worse = 0;
        for (Answer now : after.answers()) {
            Optional<Answer> then = answer(before, now.id());
            if (then.isPresent() && then.get().verdict() != now.verdict()) {
                details.add(messages.get("consequence.answer-changes", Messages.Key.of(now.questionKey()),
                        Messages.Key.of(then.get().verdict().key()), Messages.Key.of(now.verdict().key())));
                boolean up = now.verdict().compareTo(then.get().verdict()) < 0;
                better += up ? 1 : 0;
                worse += up ? 0 : 1;
            } else if (then.isPresent() && now.verdict() != Verdict.YES
                    && then.get().evidence().size() != now.evidence().size()) {
                details.add(messages.get("consequence.answer-count", Messages.Key.of(now.questionKey()),
                        then.get().evidence().size(), now.evidence().size()));
            }
        }
        details.add(messages.get("consequence.answers-yes", before.count(Verdict.YES), after.count(Verdict.YES),
                after.answers().size()));
        String change = better + worse > 0
                ? messages.get("consequence.better-worse", better, worse)
                : messages.get(details.size() > 1 ? "consequence.changes" : "consequence.unchanged");
        return new CardRow("durability", label, change, details);
    }

    private static Optional<Answer> answer(Report report, String id) {
        return report.answers().stream().filter(answer -> answer.id().equals(id)).findFirst();
    }
}
