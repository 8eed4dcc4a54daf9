package org.commonwright.workbench.orders;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.commonwright.licence.TreeVerdict;
import org.commonwright.licence.Verdict;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What the licences answer to an order, before it is placed: free, fee or no, why, and under which conditions.
final class VerdictCard {
    private final Texts texts;

    VerdictCard(Texts texts) {
        this.texts = texts;
    }

    Node of(TreeVerdict tree) {
        Verdict overall = tree.overall();
        String answer = texts.now("orders.verdict-" + overall.answer().token());
        var icon = Icons.of(switch (overall.answer()) {
            case FREE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case FEE -> MaterialDesignC.CASH;
            case NO -> MaterialDesignC.CANCEL;
        }, 24);
        icon.getStyleClass().add(switch (overall.answer()) {
            case FREE -> "success-icon";
            case FEE -> "warning-icon";
            case NO -> "danger-icon";
        });
        String clause = overall.clause().isEmpty() ? overall.licence() : overall.clause();
        var says = new VBox(4, Words.wrapped(clause.isEmpty() ? answer : answer + " · " + clause, "strong"),
                Words.wrapped(texts.now(overall.reason())));
        overall.conditions().forEach(condition -> says.getChildren().add(Words.wrapped("• " + texts.now(condition))));
        others(tree).ifPresent(line -> says.getChildren().add(Words.wrapped(line, "hint")));
        says.getChildren().add(Words.wrapped(texts.now("licence.notice"), "hint", "small-text"));
        HBox.setHgrow(says, Priority.ALWAYS);
        var card = new HBox(12, icon, says);
        card.setId("verdict");
        card.getStyleClass().addAll("card", "verdict-" + overall.answer().token());
        return card;
    }

    /// Modules whose own licence answers otherwise than the whole.
    private Optional<String> others(TreeVerdict tree) {
        String list = tree.modules().stream()
                .filter(m -> m.verdict().answer() != tree.overall().answer())
                .map(m -> m.module().name() + " (" + m.module().expression() + ": "
                        + texts.now("orders.verdict-" + m.verdict().answer().token()) + ")")
                .distinct().collect(Collectors.joining(", "));
        return list.isEmpty() ? Optional.empty() : Optional.of(texts.now("orders.verdict-others", list));
    }
}
