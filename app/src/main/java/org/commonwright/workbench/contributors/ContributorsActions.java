package org.commonwright.workbench.contributors;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.commonwright.credit.CreditsCsv;
import org.commonwright.credit.CreditsJson;
import org.commonwright.credit.EffortState;
import org.commonwright.files.AtomicFiles;
import org.commonwright.i18n.Messages;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.Sheets;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Loaded;
import org.commonwright.workbench.tasks.Outcome;
import org.commonwright.workbench.text.Controls;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The actions of the area Contributors, and the page that one of them opens.
final class ContributorsActions {
    private final WorkbenchContext context;
    private final ContributorsViewModel model;
    private final Controls controls;
    private final Crediting crediting;
    private @Nullable Sheets sheets;

    ContributorsActions(WorkbenchContext context, ContributorsViewModel model) {
        this.context = context;
        this.model = model;
        this.controls = new Controls(context.texts());
        this.crediting = new Crediting(model, context.folders(), context.tasks(), context.notices(),
                context.current());
    }

    void register() {
        ObservableValue<Boolean> ready = model.parts().state().map(Loaded.Ready.class::isInstance);
        context.actions().add(
                Action.of("declare-effort", Group.CONTRIBUTORS, "effort.declare", MaterialDesignH.HAND_HEART_OUTLINE,
                        this::declare).onlyWhen(ready, "effort.not-yet"),
                Action.of("countersign-effort", Group.CONTRIBUTORS, "effort.countersign",
                        MaterialDesignC.CHECK_DECAGRAM_OUTLINE,
                        () -> with(model.effort().get(), crediting::countersign)).blockedBy(notToSign()),
                Action.of("state-part", Group.CONTRIBUTORS, "effort.state", MaterialDesignS.SIGNATURE_FREEHAND,
                        () -> with(model.person().get(), crediting::state))
                        .onlyWhen(model.person().map(_ -> true).orElse(false), "effort.choose-person"),
                Action.of("verify-part", Group.CONTRIBUTORS, "effort.verify", MaterialDesignC.CHECK_ALL,
                        () -> with(model.statement().get(), crediting::verify))
                        .onlyWhen(model.statement().map(_ -> true).orElse(false), "effort.choose-statement"),
                Action.of("write-contributors", Group.CONTRIBUTORS, "effort.write",
                        MaterialDesignF.FILE_ACCOUNT_OUTLINE,
                        this::write).onlyWhen(ready, "effort.not-yet"),
                Action.of("contributors-csv", Group.CONTRIBUTORS, "effort.save-csv",
                        MaterialDesignF.FILE_DELIMITED_OUTLINE, () -> save("effort.save-csv", "contributors.csv",
                                parts -> CreditsCsv.of(parts.credits())))
                        .onlyWhen(ready, "effort.not-yet"),
                Action.of("contributors-json", Group.CONTRIBUTORS, "effort.save-json", MaterialDesignC.CODE_JSON,
                        () -> save("effort.save-json", "contributors.json", this::json))
                        .onlyWhen(ready, "effort.not-yet"));
    }

    private interface Export {
        String of(Parts parts);
    }

    private static <T> void with(@Nullable T chosen, Consumer<T> what) {
        if (chosen != null) {
            what.accept(chosen);
        }
    }

    /// Why the chosen effort cannot be countersigned.
    private ObservableValue<Optional<Messages.Key>> notToSign() {
        return Bindings.createObjectBinding(() -> {
            EffortState effort = model.effort().get();
            Parts parts = model.parts().value();
            if (effort == null || parts == null) {
                return Optional.of(Messages.Key.of("effort.choose-effort"));
            }
            if (effort.effort().person().email().equalsIgnoreCase(parts.me().email())) {
                return Optional.of(Messages.Key.of("effort.own"));
            }
            return effort.signers().stream().anyMatch(p -> p.email().equalsIgnoreCase(parts.me().email()))
                    ? Optional.of(Messages.Key.of("effort.signed-already"))
                    : Optional.empty();
        }, model.effort(), model.parts().state());
    }

    /// The area's view with room for a page over it.
    Node over(Node view) {
        sheets = new Sheets(controls, view);
        return sheets.node();
    }

    private void declare() {
        Parts parts = model.parts().value();
        context.navigator().goTo("contributors");
        if (parts != null && sheets != null) {
            var declaring = new Declaring(parts.folder(), crediting::declare);
            sheets.show("declare-page", controls.texts().of("effort.declare-title"),
                    new DeclarePane(declaring, controls, parts.modules(), sheets::close).node(), () -> {});
        }
    }

    /// What somebody wrote by hand is replaced only when they say so.
    private void write() {
        crediting.prepare(names -> {
            if (!names.next().byHand() || context.dialogs().confirm(Messages.Key.of("effort.replace", names.file()),
                    Messages.Key.of("effort.replace-verb"))) {
                crediting.write(names);
            }
        });
    }

    private String json(Parts parts) {
        return new CreditsJson(controls.texts().messages().get()).credits(parts.credits()).toPrettyString() + "\n";
    }

    private void save(String titleKey, String name, Export export) {
        Parts parts = model.parts().value();
        if (parts != null) {
            context.dialogs().saveFile(Messages.Key.of(titleKey), suggested(name))
                    .ifPresent(file -> save(file, () -> export.of(parts).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// A file's name that says whose contributors it holds.
    String suggested(String name) {
        OpenDesign of = model.open();
        return of == null || of.folder().getFileName() == null ? name : of.folder().getFileName() + "-" + name;
    }

    /// Writes a file in the background.
    void save(Path file, Supplier<byte[]> bytes) {
        context.tasks().submit(Messages.Key.of("contributors.saving", file.getFileName()), _ -> {
            AtomicFiles.replace(file, bytes.get());
            return file;
        }, Outcome.<Path>of(saved -> context.notices().say("contributors.saved", saved), context.notices()::fault));
    }
}
