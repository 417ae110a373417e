package org.lianshen.workbench.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.service.PackService.TryOut;
import org.lianshen.service.table.Column.Mark;
import org.lianshen.service.table.Column.Tone;
import org.lianshen.service.text.Texts;

/** What a dry run found, as rows. No widgets. */
final class TrialSheet {

    private final PackMessages messages;
    private final Texts texts;
    private final TryOut tried;

    /** One thing that would change. @param amount null where there is none */
    record Row(Mark kind, String rule, String unit, String project, Money amount, String statement) {
    }

    TrialSheet(PackMessages messages, Texts texts, TryOut tried) {
        this.messages = messages;
        this.texts = texts;
        this.tried = tried;
    }

    List<RunDifference.OfRule> rules() {
        return tried.findings().byRule().stream().filter(rule -> rule.added() + rule.closed() + rule.changed() > 0).toList();
    }

    String summary() {
        RunDifference found = tried.findings();
        if (found.isEmpty() && tried.reviews().isEmpty() && tried.forms().isEmpty()) {
            return messages.format(messages.trialSame, String.valueOf(tried.year()), tried.lineCount());
        }
        return messages.format(messages.trialSummary, String.valueOf(tried.year()), tried.lineCount(), found.added().size(), found.closed().size(), found.changed().size(),
                found.unchanged().size(), found.verdicts().size(), tried.reviews().size(), tried.forms().size());
    }

    List<Row> rows() {
        RunDifference found = tried.findings();
        var rows = new ArrayList<Row>();
        found.added().forEach(finding -> rows.add(finding(new Mark("pack.trial.added", Tone.BLOCK, "plus-circle"), finding, texts.format(finding.message()))));
        found.closed().forEach(finding -> rows.add(finding(new Mark("pack.trial.closed", Tone.OK, "dash-circle"), finding, texts.format(finding.message()))));
        found.changed().forEach(change -> rows.add(finding(new Mark("pack.trial.changed", Tone.WARN, "pencil-square"), change.after(), changed(change))));
        found.verdicts().forEach(change -> {
            BudgetLine line = tried.lines().get(change.line());
            rows.add(new Row(new Mark("pack.trial.verdict", Tone.INFO, "shuffle"), "", line.unit(), line.project(), line.amount(),
                    messages.format(messages.verdictFrom, verdict(change.before()), verdict(change.after()))));
        });
        tried.reviews().forEach(review -> rows.add(new Row(new Mark("pack.trial.review", Tone.INFO, "people"), "", "", review.name(), null,
                Stream.concat(Stream.of(messages.format(messages.reviewFrom, texts.get("review.state." + review.before().name()), texts.get("review.state." + review.after().name()),
                        day(review.dueBefore()), day(review.dueAfter()))), review.blockedAfter().stream().map(texts::format)).collect(Collectors.joining("\n")))));
        tried.forms().forEach(form -> rows.add(new Row(new Mark("pack.trial.form", Tone.INFO, "journal-text"), "", "", form.name(), null,
                Stream.concat(said(messages.formAdded, form.added()), said(messages.formGone, form.gone())).collect(Collectors.joining("\n")))));
        return rows;
    }

    private Stream<String> said(String pattern, List<Message> said) {
        return said.stream().map(message -> messages.format(pattern, texts.format(message)));
    }

    private static String day(Object day) {
        return day == null ? "–" : day.toString();
    }

    private String verdict(org.lianshen.model.linkage.LineResult result) {
        String verdict = texts.get("table.verdict." + result.verdict().name());
        return result.reviewNo() == null ? verdict : String.join(" ", verdict, result.reviewNo());
    }

    private static Row finding(Mark kind, Finding finding, String statement) {
        return new Row(kind, finding.rule(), finding.unit(), finding.projectName(), finding.amount(), statement);
    }

    private String changed(RunDifference.Change change) {
        String now = texts.format(change.after().message());
        if (!change.aspects().contains(RunDifference.Aspect.SEVERITY)) {
            return now;
        }
        return String.join(" ", messages.format(messages.verdictFrom, texts.get("table.severity." + change.before().severity().name()),
                texts.get("table.severity." + change.after().severity().name())), now);
    }
}
