package org.commonwright.review.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonwright.i18n.Messages;
import org.commonwright.licence.UserKind;

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
        permissions(before, after, details);
        if (before.conflicts() != after.conflicts()) {
            details.add(messages.get("consequence.conflicts-changes", before.conflicts(), after.conflicts()));
        } else if (after.conflicts() > 0) {
            details.add(messages.get("consequence.conflicts", after.conflicts()));
        }
        boolean same = before.equals(after);
        return new CardRow("licence", messages.get("consequence.licence"),
                messages.get(same ? "consequence.unchanged" : "consequence.changes"), details);
    }

    /// Users to whom the same happens are told together, and so are the uses.
    private void permissions(LicenceState before, LicenceState after, List<String> details) {
        Map<UserKind, Map<String, List<String>>> byUser = new LinkedHashMap<>();
        for (int i = 0; i < after.permissions().size(); i++) {
            Permission then = before.permissions().get(i);
            Permission now = after.permissions().get(i);
            if (then.answer() != now.answer()) {
                byUser.computeIfAbsent(now.user(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(answer(then) + " → " + answer(now), _ -> new ArrayList<>()).add(use(now));
            }
        }
        Map<Map<String, List<String>>, List<String>> users = new LinkedHashMap<>();
        byUser.forEach((user, changes) -> users.computeIfAbsent(changes, _ -> new ArrayList<>()).add(user(user)));
        users.forEach((changes, who) -> changes.forEach((answers, uses) -> details.add(messages.get("consequence.may",
                String.join(", ", who), String.join(", ", uses), answers))));
    }

    private String shown(LicenceState state) {
        return state.expression().isEmpty() ? messages.get("consequence.no-licence") : state.expression();
    }

    private String user(UserKind user) {
        return messages.get(switch (user) {
            case WORKER_COOPERATIVE, COOPERATIVE -> "consequence.user-cooperative";
            case FIRM -> "consequence.user-firm";
            case PERSON, NON_PROFIT, PUBLIC_BODY -> "consequence.user-person";
        });
    }

    private String use(Permission permission) {
        return messages.get(switch (permission.use()) {
            case STUDY -> "consequence.use-study";
            case MODIFY -> "consequence.use-modify";
            case MAKE -> "consequence.use-make";
            case SELL -> "consequence.use-sell";
        });
    }

    private String answer(Permission permission) {
        return messages.get(switch (permission.answer()) {
            case FREE -> "consequence.answer-free";
            case FEE -> "consequence.answer-fee";
            case NO -> "consequence.answer-no";
        });
    }
}
