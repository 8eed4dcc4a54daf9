package org.commonwright.workbench.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.commonwright.design.DesignReader;
import org.commonwright.design.Workspace;
import org.commonwright.error.Problem;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.DesignExports;
import org.commonwright.publish.instructions.Instructions;
import org.commonwright.publish.release.Release;
import org.commonwright.publish.release.ReleaseCheck;
import org.commonwright.publish.release.ReleaseWriter;
import org.commonwright.publish.report.CompletenessReport;
import org.commonwright.publish.report.DurabilityReport;
import org.commonwright.publish.report.Report;
import org.commonwright.publish.report.ReportPage;
import org.commonwright.publish.sheet.BomSheet;
import org.commonwright.publish.sheet.SheetFormat;
import org.commonwright.workbench.action.Action;
import org.commonwright.workbench.action.Group;
import org.commonwright.workbench.area.OpenDesign;
import org.commonwright.workbench.area.WorkbenchContext;
import org.commonwright.workbench.tasks.Outcome;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Makes the actions of the menu Publish. Each asks for a file, writes it in the background, and says what it wrote.
public final class PublishActions {
    private final WorkbenchContext context;

    public PublishActions(WorkbenchContext context) {
        this.context = context;
    }

    /// Adds them to the window.
    public void register() {
        for (SheetFormat format : SheetFormat.values()) {
            add(Action.of("export-parts-" + format.id(), Group.PUBLISH, title(format), MaterialDesignF.FORMAT_LIST_TEXT,
                    () -> export(format)));
        }
        add(Action.of("export-instructions", Group.PUBLISH, "workbench-publish.instructions",
                MaterialDesignB.BOOK_OPEN_OUTLINE, () -> instructions("html")));
        add(Action.of("print-instructions", Group.PUBLISH, "workbench-publish.instructions-pdf",
                MaterialDesignP.PRINTER, () -> instructions("pdf")));
        add(Action.of("report-completeness", Group.PUBLISH, "workbench-publish.completeness",
                MaterialDesignC.CLIPBOARD_CHECK_OUTLINE, () -> report("workbench-publish.completeness", "-completeness",
                        exports -> CompletenessReport.of(exports.tree()))));
        add(Action.of("report-durability", Group.PUBLISH, "workbench-publish.durability", MaterialDesignR.RECYCLE,
                () -> report("workbench-publish.durability", "-durability",
                        exports -> DurabilityReport.of(exports.tree(), today()))));
        add(Action.of("release", Group.PUBLISH, "workbench-publish.release", MaterialDesignA.ARCHIVE_OUTLINE,
                this::release));
        context.actions().add(Action.of("check-release", Group.PUBLISH, "workbench-publish.check",
                MaterialDesignS.SHIELD_CHECK_OUTLINE, this::check));
    }

    private void add(Action action) {
        context.actions().add(action.blockedBy(context.current().needed()));
    }

    private static Messages.Key title(SheetFormat format) {
        return Messages.Key.of(switch (format) {
            case CANONICAL -> "workbench-publish.parts-csv";
            case KICAD -> "workbench-publish.parts-kicad";
            case JLCPCB -> "workbench-publish.parts-jlcpcb";
            case ONE_CLICK -> "workbench-publish.parts-one-click";
            case INVENTREE -> "workbench-publish.parts-inventree";
            case SBOM -> "workbench-publish.parts-sbom";
            case CYCLONEDX -> "workbench-publish.parts-cyclonedx";
            case JSON -> "workbench-publish.parts-json";
            case HTML -> "workbench-publish.parts-html";
            case PDF -> "workbench-publish.parts-pdf";
        });
    }

    private Optional<Path> target(String extension, Messages.Key title, String what) {
        OpenDesign design = context.current().design().get();
        return design == null
                ? Optional.empty()
                : context.dialogs().saveFile(title, design.folder().getFileName() + what + "." + extension);
    }

    private interface Export<T> {
        T write(DesignExports exports);
    }

    private <T> void write(Messages.Key title, Export<T> export, Consumer<T> told) {
        OpenDesign design = context.current().design().get();
        if (design == null) {
            return;
        }
        Messages messages = context.texts().messages().get();
        context.tasks().submit(title, _ -> {
            try (var workspace = new Workspace(context.folders().workspace())) {
                return export
                        .write(new DesignExports(new DesignReader(workspace).read(design.folder()).tree(), messages));
            }
        }, Outcome.of(told, context.notices()::fault));
    }

    /// Formats that hold a tree get the tree; the others every part once, for one piece.
    private void export(SheetFormat format) {
        target(format.extension(), title(format), "-bom").ifPresent(file -> write(title(format), exports -> {
            BomSheet sheet = format.hasLevels() ? exports.nested() : exports.flat(1);
            exports.save(sheet, format, file);
            return sheet.rows().size();
        }, rows -> context.notices().say("publish.says-written", file, rows, format.id())));
    }

    private void instructions(String format) {
        Messages.Key title = Messages.Key.of("workbench-publish.instructions");
        target(format, title, "-assembly").ifPresent(
                file -> write(title, exports -> exports.saveInstructions(file, format), made -> told(file, made)));
    }

    private void told(Path file, Instructions made) {
        list(made.problems());
        context.notices().say("publish.says-instructions", file,
                made.modules().stream().filter(module -> module.text() != null).count(),
                made.modules().stream().mapToInt(module -> module.steps().size()).sum(), made.problems().size());
    }

    private void list(List<Problem> problems) {
        Messages messages = context.texts().messages().get();
        problems.forEach(problem -> context.console().add("publish", messages.get(problem)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(context.clock().instant(), ZoneId.systemDefault());
    }

    private void report(String titleKey, String name, Export<Report> asked) {
        Messages.Key title = Messages.Key.of(titleKey);
        Messages messages = context.texts().messages().get();
        target("html", title, name).ifPresent(file -> write(title, exports -> {
            Report report = asked.write(exports);
            DesignExports.savePage(ReportPage.of(report, messages), file);
            return report;
        }, report -> context.notices().say("publish.says-report", file, report.count(Report.Verdict.YES),
                report.count(Report.Verdict.PARTLY), report.count(Report.Verdict.NO))));
    }

    /// A release is made of the last commit, in a folder that the person chooses.
    private void release() {
        OpenDesign design = context.current().design().get();
        Messages.Key title = Messages.Key.of("workbench-publish.release");
        Optional<Path> folder = design == null ? Optional.empty() : context.dialogs().folder(title);
        if (design == null || folder.isEmpty()) {
            return;
        }
        context.tasks().submit(title, progress -> {
            try (var workspace = new Workspace(context.folders().workspace())) {
                return new ReleaseWriter(workspace, progress)
                        .write(new ReleaseWriter.Wish(design.folder(), "HEAD", "", folder.get(), false));
            }
        }, Outcome
                .<Release>of(made -> context.notices().say("publish.says-released", made.archive(), made.files().size(),
                        made.hash().hex()), context.notices()::fault));
    }

    private void check() {
        Messages.Key title = Messages.Key.of("workbench-publish.check");
        context.dialogs().openFile(title, List.of("*.zip")).ifPresent(file -> context.tasks().submit(title,
                _ -> ReleaseCheck.check(file), Outcome.<ReleaseCheck.Report>of(report -> told(file, report),
                        context.notices()::fault)));
    }

    private void told(Path file, ReleaseCheck.Report report) {
        list(report.problems());
        if (report.problems().isEmpty()) {
            context.notices().say("publish.says-checked", file, report.files(), report.hash().hex());
        } else {
            context.notices().warn("workbench-publish.release-changed", file, report.problems().size());
        }
    }
}
