package org.commonwright.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonwright.design.FileRole;
import org.commonwright.design.ModuleTree;
import org.commonwright.design.manifest.Manifest;
import org.commonwright.model.RepoPath;
import org.commonwright.publish.instructions.ModuleSteps;
import org.commonwright.publish.report.Report.Answer;
import org.commonwright.publish.report.ReportedDesign.ReportedModule;
import org.commonwright.publish.sheet.DesignSheet;

/// Whether the documentation lets anyone study, change, make and pass on the design: what DIN SPEC 3105-1 asks of open source
/// hardware and what an Open Know-How manifest should say, as far as files can show it.
public final class CompletenessReport {
    private CompletenessReport() {}

    public static Report of(ModuleTree tree) {
        var design = new ReportedDesign(tree);
        List<Answer> answers = new ArrayList<>();
        answers.add(Answer.there("publish.ask-name", design.said("name", Manifest::name)));
        answers.add(Answer.there("publish.ask-version", design.said("version", Manifest::version)));
        answers.add(licences(design));
        answers.add(
                Answer.there("publish.ask-licensor", design.said("licensor", m -> String.join(", ", m.licensors()))));
        answers.add(Answer.there("publish.ask-repo", design.said("repo", Manifest::repo)));
        answers.add(Answer.there("publish.ask-function", design.said("function", Manifest::function)));
        answers.add(Answer.there("publish.ask-readme",
                design.files(name -> name.matches("readme(\\.[a-z]+)*+"))));
        answers.add(boms(design));
        answers.add(Answer.of("publish.ask-sources", design.made(true, FileRole.SOURCE),
                design.made(false, FileRole.SOURCE)));
        answers.add(Answer.of("publish.ask-exports", design.made(true, FileRole.EXPORT, FileRole.FABRICATION),
                design.made(false, FileRole.EXPORT, FileRole.FABRICATION)));
        answers.add(instructions(design));
        answers.add(Answer.there("publish.ask-manual", design.files(
                name -> name
                        .matches("(.*/)?((user[-_ ]?)?manual|operation|operating|usage|utilisation|mode[-_]d[-_]emploi)"
                                + "([-_.][^/]*)?\\.(md|txt|pdf|html)"))));
        answers.add(Answer.there("publish.ask-contributing",
                design.files(name -> name.matches("(.*/)?contributing(\\.[a-z]+)*+"))));
        answers.add(Answer.there("publish.ask-picture", pictures(design)));
        answers.add(Answer.there("publish.ask-language",
                design.said("documentation-language", Manifest::documentationLanguage)));
        answers.add(Answer.there("publish.ask-readiness", Stream.concat(
                design.said("technology-readiness-level", Manifest::technologyReadiness).stream(),
                design.said("documentation-readiness-level", Manifest::documentationReadiness).stream()).toList()));
        return new Report("publish.completeness", DesignSheet.about(tree.root()), answers);
    }

    private static Answer licences(ReportedDesign design) {
        List<Evidence> with = new ArrayList<>();
        List<Evidence> without = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            if (module.module().licence().isEmpty()) {
                without.add(module.whole());
            } else {
                with.add(Evidence.of(module.where() + ": " + module.module().licence()));
            }
        }
        return Answer.of("publish.ask-licence", with, without);
    }

    private static Answer boms(ReportedDesign design) {
        List<Evidence> with = new ArrayList<>();
        List<Evidence> without = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            List<RepoPath> lists = module.module().lists().files();
            if (lists.isEmpty()) {
                without.add(module.whole());
            } else {
                lists.forEach(list -> with.add(Evidence.file(list.text())));
            }
        }
        return Answer.of("publish.ask-bom", with, without);
    }

    /// A module with fewer than two parts needs no instructions.
    private static Answer instructions(ReportedDesign design) {
        List<Evidence> with = new ArrayList<>();
        List<Evidence> without = new ArrayList<>();
        for (ReportedModule module : design.modules()) {
            ModuleSteps steps = design.steps().stream().filter(s -> s.module() == module.module()).findFirst()
                    .orElse(null);
            if (steps != null && steps.text() != null) {
                with.add(Evidence.file(steps.text().text()));
            } else if (module.lines().size() >= 2) {
                without.add(module.whole());
            }
        }
        return Answer.of("publish.ask-instructions", with, without);
    }

    private static List<Evidence> pictures(ReportedDesign design) {
        return design.modules().stream().flatMap(module -> module.module().files(FileRole.PICTURE).stream())
                .map(file -> Evidence.file(file.path().text())).toList();
    }
}
