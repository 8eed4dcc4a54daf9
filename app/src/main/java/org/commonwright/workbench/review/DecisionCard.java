package org.commonwright.workbench.review;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.commonwright.error.Fault;
import org.commonwright.governance.Stance.Word;
import org.commonwright.governance.decide.DecideWords;
import org.commonwright.governance.decide.RuleQuote;
import org.commonwright.governance.decide.Standing;
import org.commonwright.governance.decide.Tally;
import org.commonwright.governance.decide.Voice;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.text.Controls;

/// Who stands where on a proposal, the rule, what is missing, and the four stances to give.
final class DecisionCard {
    private final Deciding deciding;
    private final Controls controls;

    DecisionCard(Deciding deciding, Controls controls) {
        this.deciding = deciding;
        this.controls = controls;
    }

    Node of(Standpoint standpoint) {
        var box = new VBox(8, controls.label(controls.texts().of("decide.title"), "subheading"));
        box.getStyleClass().add("card");
        standpoint.standing().ifPresentOrElse(standing -> stands(box, standing),
                () -> standpoint.mayNotSpeak().ifPresent(fault -> box.getChildren()
                        .add(line(said(fault), "warning"))));
        box.getChildren().add(give(standpoint));
        return box;
    }

    private void stands(VBox box, Standing standing) {
        RuleQuote quote = standing.book().quote();
        box.getChildren().add(line(controls.texts().of("decide.rule-line", quote.place(), quote.text()), "mono"));
        box.getChildren().add(voices(standing));
        standing.missing().forEach(key -> box.getChildren().add(line(marked(key), "warning")));
        if (standing.closed().isEmpty()) {
            standing.outcome().ifPresent(outcome -> box.getChildren()
                    .add(line(controls.texts().of(DecideWords.mayClose(outcome)), "strong")));
        }
        standing.closed().ifPresent(closed -> {
            box.getChildren().add(line(controls.texts().of(DecideWords.closed(closed.certificate().outcome()),
                    closed.entry().abbreviated(), closed.certificate().person().name(), closed.at(),
                    closed.certificate().stances().size()), "strong"));
            closed.uncounted().forEach(given -> box.getChildren().add(line(controls.texts().of(
                    "decide.uncounted-line", given.by().person().name(), word(given.stance().word()),
                    given.stance().reason()), "warning")));
        });
        standing.stale().forEach(given -> box.getChildren().add(line(controls.texts().of("decide.stale-line",
                given.by().person().name(), word(given.stance().word()), given.stance().head().abbreviated()),
                "hint")));
        standing.strangers().forEach(given -> box.getChildren().add(line(controls.texts().of("decide.stranger-line",
                given.by().person().name(), word(given.stance().word()), given.stance().reason()), "hint")));
        standing.problems().forEach(problem -> box.getChildren()
                .add(line(controls.texts().messages().map(m -> m.get(problem)), "hint")));
    }

    private Node voices(Standing standing) {
        var grid = new GridPane(16, 4);
        int row = 0;
        for (Tally tally : standing.tallies()) {
            String folders = String.join(", ", tally.circle().folders().stream()
                    .map(folder -> folder.isRoot() ? "." : folder.text()).toList());
            grid.add(line(controls.texts().of("decide.circle", folders), "hint"), 0, row++, 3, 1);
            for (Voice voice : tally.voices()) {
                var name = new Label(voice.name());
                name.setMinWidth(Region.USE_PREF_SIZE);
                var reason = new Label(voice.given().map(given -> given.stance().reason()).orElse(""));
                reason.setWrapText(true);
                Label said = controls.label(controls.texts().messages().map(m -> sign(voice.word()) + " "
                        + m.get(voice.word().map(DecideWords::of).orElse("decide.word-none"))), "strong");
                said.setMinWidth(Region.USE_PREF_SIZE);
                grid.addRow(row++, name, said, reason);
            }
        }
        return grid;
    }

    /// Meaning by sign as well as by word.
    private static String sign(Optional<Word> word) {
        return word.map(said -> switch (said) {
            case AGREE -> "+";
            case ABSTAIN -> "○";
            case DISAGREE -> "−";
            case BLOCK -> "■";
        }).orElse("…");
    }

    private Node give(Standpoint standpoint) {
        TextField reason = controls.field("decide.reason");
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMinWidth(160);
        reason.setDisable(standpoint.mayNotSpeak().isPresent());
        reason.textProperty().bindBidirectional(deciding.reason());
        var buttons = new FlowPane(8, 8);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Word word : Word.values()) {
            buttons.getChildren().add(blockable(key(word), () -> deciding.say(word), deciding.blocked(word)));
        }
        buttons.getChildren().add(blockable("decide.close", deciding::close, deciding.closing()));
        return new VBox(8, reason, buttons);
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

    private static Messages.Key word(Word word) {
        return Messages.Key.of(DecideWords.of(word));
    }

    private ObservableValue<String> marked(Messages.Key key) {
        return controls.texts().messages().map(m -> "■ " + m.get(key.key(), key.arguments()));
    }

    private ObservableValue<String> said(Fault fault) {
        return controls.texts().messages().map(m -> m.get(fault));
    }

    private Label line(ObservableValue<String> text, String style) {
        Label label = controls.label(text, style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
