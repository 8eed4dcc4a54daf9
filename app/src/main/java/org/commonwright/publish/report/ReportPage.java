package org.commonwright.publish.report;

import java.util.ArrayList;
import java.util.List;
import org.commonwright.i18n.Messages;
import org.commonwright.publish.page.Block;
import org.commonwright.publish.page.Page;
import org.commonwright.publish.report.Report.Answer;
import org.commonwright.publish.report.Report.Verdict;

/// A report as a page.
public final class ReportPage {
    private static final int SHOWN = 12;

    private ReportPage() {}

    public static Page of(Report report, Messages messages) {
        String title = messages.get(report.titleKey(), report.about().name());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, title, "top"));
        blocks.add(new Block.Paragraph(messages.get("publish.report-sum", report.count(Verdict.YES),
                report.count(Verdict.PARTLY), report.count(Verdict.NO))));
        List<List<String>> rows = new ArrayList<>();
        for (Answer answer : report.answers()) {
            rows.add(List.of(messages.get(answer.verdict().key()), messages.get(answer.questionKey()),
                    evidence(answer.evidence(), messages)));
        }
        blocks.add(
                new Block.Table(List.of(messages.get("publish.report-answer"), messages.get("publish.report-question"),
                        messages.get("publish.report-evidence")), List.of(), rows));
        blocks.add(new Block.Remark(messages.get("publish.report-remark")));
        String footer = (report.about().name() + " " + report.about().version() + " " + report.about().revision())
                .strip();
        return new Page(title, messages.locale(), blocks, footer);
    }

    private static String evidence(List<Evidence> all, Messages messages) {
        String shown = String.join("\n", all.stream().limit(SHOWN).map(Evidence::toString).toList());
        return all.size() > SHOWN ? shown + "\n" + messages.get("publish.report-more", all.size() - SHOWN) : shown;
    }
}
