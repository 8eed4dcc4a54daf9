package org.commonwright.workbench.orders;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.commonwright.fabrication.job.Job;
import org.commonwright.fabrication.job.JobStatus;
import org.commonwright.fabrication.workshop.Envelope;
import org.commonwright.i18n.Formats;
import org.commonwright.workbench.text.Texts;
import org.commonwright.workbench.theme.Icons;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Words of the area that come from values.
final class Words {
    private final Texts texts;

    Words(Texts texts) {
        this.texts = texts;
    }

    /// The heading over jobs that stand so.
    String status(JobStatus status) {
        return texts.now("orders.state-" + status.token());
    }

    /// How one job stands.
    String one(JobStatus status) {
        return texts.now("fabrication.status-" + status.token());
    }

    Node icon(JobStatus status) {
        FontIcon icon = Icons.of(switch (status) {
            case OPEN -> MaterialDesignC.CIRCLE_OUTLINE;
            case CLAIMED -> MaterialDesignH.HAND_FRONT_RIGHT_OUTLINE;
            case RUNNING -> MaterialDesignP.PLAY_CIRCLE_OUTLINE;
            case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case SCRAP -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
            case UNKNOWN -> MaterialDesignH.HELP_CIRCLE_OUTLINE;
        });
        icon.getStyleClass().add(switch (status) {
            case OPEN -> "muted-icon";
            case CLAIMED, RUNNING -> "accent-icon";
            case DONE -> "success-icon";
            case SCRAP -> "danger-icon";
            case UNKNOWN -> "warning-icon";
        });
        return icon;
    }

    /// Such as `120 × 80 × 5 mm`.
    String size(Envelope size) {
        Formats formats = texts.formats().get();
        return Stream.of(size.x(), size.y(), size.z()).map(mm -> formats.number(mm, 1))
                .collect(Collectors.joining(" × ")) + " mm";
    }

    String made(Job job) {
        return texts.now("orders.made-of", job.made(), job.spec().quantity());
    }

    static Label wrapped(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
