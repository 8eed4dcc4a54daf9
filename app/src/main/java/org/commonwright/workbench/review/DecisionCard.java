package org.commonwright.workbench.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
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
import org.commonwright.workbench.area.Block;
import org.commonwright.workbench.area.Paged;
import org.commonwright.workbench.text.Controls;

/// Who stands where on a proposal and why, the rule, and what was not counted.
final class DecisionCard {
    private static final int MOST = 100;

    private final Controls controls;

    DecisionCard(Controls controls) {
        this.controls = controls;
    }

    Node of(Standpoint standpoint) {
        var box = new Block(8, controls.label(controls.texts().of("decide.title"), "subheading"));
        box.getStyleClass().add("card");
        standpoint.standing().ifPresentOrElse(standing -> stands(box, standing),
                () -> standpoint.mayNotSpeak().ifPresent(fault -> box.getChildren()
                        .add(controls.paragraph(said(fault), "warning"))));
        return box;
    }

    private void stands(VBox box, Standing standing) {
        RuleQuote quote = standing.book().quote();
        box.getChildren()
                .add(controls.paragraph(controls.texts().of("decide.rule-line", quote.place(), quote.text()), "mono"));
        box.getChildren().add(voices(standing));
        standing.closed().ifPresent(closed -> {
            box.getChildren()
                    .add(controls.paragraph(controls.texts().of(DecideWords.closed(closed.certificate().outcome()),
                            closed.entry().abbreviated(), closed.certificate().person().name(), closed.at(),
                            closed.certificate().stances().size()), "strong"));
            add(box, closed.uncounted(), given -> controls.paragraph(controls.texts().of("decide.uncounted-line",
                    given.by().person().name(), word(given.stance().word()), given.stance().reason()), "warning"));
        });
        add(box, standing.stale(), given -> controls.paragraph(controls.texts().of("decide.stale-line",
                given.by().person().name(), word(given.stance().word()), given.stance().head().abbreviated()),
                "hint"));
        add(box, standing.strangers(), given -> controls.paragraph(controls.texts().of("decide.stranger-line",
                given.by().person().name(), word(given.stance().word()), given.stance().reason()), "hint"));
        add(box, standing.problems(), problem -> controls.paragraph(controls.texts().of(problem), "hint"));
    }

    private <T> void add(VBox box, List<T> all, Function<T, Node> line) {
        if (!all.isEmpty()) {
            box.getChildren().add(Paged.of(all, MOST, controls,
                    some -> new VBox(8, some.stream().map(line).toArray(Node[]::new))));
        }
    }

    /// Somebody in a circle.
    private record Asked(Tally circle, Voice voice) {}

    private Node voices(Standing standing) {
        List<Asked> asked = standing.tallies().stream()
                .flatMap(tally -> tally.voices().stream().map(voice -> new Asked(tally, voice))).toList();
        return Paged.of(asked, MOST, controls, this::grid);
    }

    private Node grid(List<Asked> asked) {
        var grid = new GridPane(16, 4);
        int row = 0;
        Tally above = null;
        for (Asked one : asked) {
            if (one.circle() != above) {
                above = one.circle();
                String folders = String.join(", ", above.circle().folders().stream()
                        .map(folder -> folder.isRoot() ? controls.texts().now("decide.whole") : folder.text())
                        .toList());
                grid.add(controls.paragraph(controls.texts().of("decide.circle", folders), "hint"), 0, row++, 3, 1);
            }
            Voice voice = one.voice();
            var name = new Label(voice.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            var reason = new Label(voice.given().map(given -> given.stance().reason()).orElse(""));
            reason.setWrapText(true);
            Label said = controls.label(controls.texts().messages().map(m -> sign(voice.word()) + " "
                    + m.get(voice.word().map(DecideWords::of).orElse("decide.word-none"))),
                    voice.word().isPresent() ? "strong" : "hint");
            said.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(row++, name, said, reason);
        }
        return grid;
    }

    /// Meaning by sign as well as by word.
    static String sign(Optional<Word> word) {
        return word.map(said -> switch (said) {
            case AGREE -> "+";
            case ABSTAIN -> "○";
            case DISAGREE -> "−";
            case BLOCK -> "■";
        }).orElse("…");
    }

    private static Messages.Key word(Word word) {
        return Messages.Key.of(DecideWords.of(word));
    }

    private ObservableValue<String> said(Fault fault) {
        return controls.texts().of(fault);
    }
}
