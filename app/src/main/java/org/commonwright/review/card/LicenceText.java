package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Messages;

/// What became of a design's licence, in words: what it is called, and who may do what now.
final class LicenceText {
    private final Messages messages;

    LicenceText(Messages messages) {
        this.messages = messages;
    }

    CardRow row(LicenceState before, LicenceState after) {
        List<String> details = new ArrayList<>();
        boolean renamed = !before.expression().equals(after.expression());
        details.add(renamed ? shown(before) + " → " + shown(after) : shown(after));
        for (int i = 0; i < after.permissions().size(); i++) {
            Permission then = before.permissions().get(i);
            Permission now = after.permissions().get(i);
            if (then.answer() != now.answer()) {
                details.add(messages.get("consequence.may", user(now), use(now), answer(then), answer(now)));
            }
        }
        if (before.conflicts() != after.conflicts()) {
            details.add(messages.get("consequence.conflicts-changes", before.conflicts(), after.conflicts()));
        } else if (after.conflicts() > 0) {
            details.add(messages.get("consequence.conflicts", after.conflicts()));
        }
        boolean same = before.equals(after);
        return new CardRow("licence", messages.get("consequence.licence"),
                messages.get(same ? "consequence.unchanged" : "consequence.changes"), details);
    }

    private String shown(LicenceState state) {
        return state.expression().isEmpty() ? messages.get("consequence.no-licence") : state.expression();
    }

    private Messages.Key user(Permission permission) {
        return Messages.Key.of(switch (permission.user()) {
            case WORKER_COOPERATIVE, COOPERATIVE -> "consequence.user-cooperative";
            case FIRM -> "consequence.user-firm";
            case PERSON, NON_PROFIT, PUBLIC_BODY -> "consequence.user-person";
        });
    }

    private Messages.Key use(Permission permission) {
        return Messages.Key.of(switch (permission.use()) {
            case STUDY -> "consequence.use-study";
            case MODIFY -> "consequence.use-modify";
            case MAKE -> "consequence.use-make";
            case SELL -> "consequence.use-sell";
        });
    }

    private Messages.Key answer(Permission permission) {
        return Messages.Key.of(switch (permission.answer()) {
            case FREE -> "consequence.answer-free";
            case FEE -> "consequence.answer-fee";
            case NO -> "consequence.answer-no";
        });
    }
}
