package org.commonwright.workbench.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.governance.Stance.Word;
import org.commonwright.governance.decide.DecideWords;
import org.commonwright.governance.decide.Standing;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.text.Controls;

/// In a few lines that are always in sight: who is asked and what each said, what that comes to, and the stances to give.
final class DecisionBar {
    private static final int MOST = 24;

    private final Deciding deciding;
    private final Controls controls;

    DecisionBar(Deciding deciding, Controls controls) {
        this.deciding = deciding;
        this.controls = controls;
    }

    Node of(Standpoint standpoint) {
        var box = new VBox(4);
        box.setId("decision-bar");
        box.getStyleClass().add("decision-bar");
        standpoint.standing().ifPresentOrElse(standing -> state(box, standing, standpoint),
                () -> standpoint.mayNotSpeak()
                        .ifPresent(fault -> box.getChildren().add(controls.paragraph(said(fault), "warning"))));
        box.getChildren().add(give(standpoint));
        return box;
    }

    private void state(VBox box, Standing standing, Standpoint standpoint) {
        List<String> voices = standing.tallies().stream().flatMap(tally -> tally.voices().stream())
                .map(voice -> voice.name() + " " + DecisionCard.sign(voice.word())).distinct().toList();
        // All of them stand on the card.
        String asked = voices.stream().limit(MOST).collect(Collectors.joining("  ·  ")) + (voices.size() > MOST
                ? "  ·  " + controls.texts().now("contributors.others", voices.size() - MOST)
                : "");
        box.getChildren().add(controls.paragraph(asked.isEmpty()
                ? controls.texts().of("decide.bar-nobody")
                : controls.texts().of("decide.bar-asked", asked), "hint"));
        if (standing.closed().isPresent()) {
            Standing.Closed closed = standing.closed().get();
            box.getChildren()
                    .add(controls.paragraph(controls.texts().of(DecideWords.closed(closed.certificate().outcome()),
                            closed.entry().abbreviated(), closed.certificate().person().name(), closed.at(),
                            closed.certificate().stances().size()), "strong"));
        } else if (asked.isEmpty() || !standing.book().counts()) {
            box.getChildren().add(standpoint.mayNotAccept().map(fault -> controls.paragraph(said(fault), "warning"))
                    .orElseGet(() -> controls.paragraph(controls.texts().of("decide.bar-yours"), "strong")));
        } else if (standing.outcome().isPresent()) {
            box.getChildren().add(
                    controls.paragraph(controls.texts().of(DecideWords.mayClose(standing.outcome().get())), "strong"));
        } else {
            standing.missing().stream().reduce((one, next) -> Messages.Key.of("decide.and", one, next))
                    .ifPresent(key -> box.getChildren().add(controls.paragraph(controls.texts().messages()
                            .map(m -> "■ " + m.get(key.key(), key.arguments())), "warning")));
            if (standpoint.mayNotAccept().isEmpty()) {
                box.getChildren().add(controls.paragraph(controls.texts().of("decide.bar-merging"), "hint"));
            }
        }
    }

    private Node give(Standpoint standpoint) {
        TextField reason = controls.field("decide.reason");
        reason.setPrefColumnCount(18);
        reason.setDisable(standpoint.mayNotSpeak().isPresent());
        reason.textProperty().bindBidirectional(deciding.reason());
        var row = new FlowPane(8, 8, reason);
        row.setAlignment(Pos.CENTER_LEFT);
        for (Word word : Word.values()) {
            row.getChildren().add(blockable(key(word), () -> deciding.say(word), deciding.blocked(word)));
        }
        row.getChildren().add(blockable("decide.close", deciding::close, deciding.closing()));
        return row;
    }

    private Node blockable(String key, Runnable act, ObservableValue<Optional<Messages.Key>> blocked) {
        Button button = controls.button(key, act);
        button.disableProperty().bind(blocked.map(Optional::isPresent));
        return controls.explained(button, controls.texts().messages().flatMap(m -> blocked
                .map(why -> why.map(reason -> m.get(reason.key(), reason.arguments())).orElse(""))));
    }

    private static String key(Word word) {
        return switch (word) {
            case AGREE -> "decide.say-agree";
            case ABSTAIN -> "decide.say-abstain";
            case DISAGREE -> "decide.say-disagree";
            case BLOCK -> "decide.say-block";
        };
    }

    private ObservableValue<String> said(Fault fault) {
        return controls.texts().of(fault);
    }
}
