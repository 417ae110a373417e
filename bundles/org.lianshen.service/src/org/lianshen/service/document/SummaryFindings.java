package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.SummaryComposer.Round;

/** What the opinions of a round come to, in chapters; a chapter without content is left out. Only signed opinions count. */
final class SummaryFindings {

    private final Round round;
    private final ProposalForm form;
    private final Map<BodyStatus, ActDetail.Opinion> opinions = new LinkedHashMap<>();

    SummaryFindings(Round round) {
        this.round = round;
        form = round.project().form(round.no());
        round.state().bodies().stream().filter(status -> status.act() != null).forEach(status -> opinions.put(status, (ActDetail.Opinion) status.act().detail()));
    }

    /** @param name of its title, text {@code official.summary.section.NAME} */
    record Chapter(String name, List<Block> blocks) {
    }

    List<Chapter> chapters() {
        List<Chapter> chapters = new ArrayList<>();
        chapters.add(new Chapter("opinions", List.of(opinionTable())));
        table(chapters, "items", List.of("body", "item", "verdict", "problem", "suggestion", "basis"), List.of(7, 13, 5, 14, 14, 9), items());
        table(chapters, "cuts", List.of("line", "applied", "body", "cut", "reason"), List.of(14, 7, 9, 7, 21), cuts());
        table(chapters, "conditions", List.of("body", "condition"), List.of(9, 48), conditions());
        experts(chapters);
        paragraphs(chapters, "vetoes", vetoes().stream().map(this::veto).toList());
        paragraphs(chapters, "differences", differences());
        paragraphs(chapters, "overdue", overdue());
        paragraphs(chapters, "suggested", round.state().steps().preRejection() == null ? List.of()
                : List.of(PaperTexts.get("paper.sentence", PaperTexts.sentencePart(((ActDetail.PreRejection) round.state().steps().preRejection().detail()).reason()))));
        return chapters;
    }

    private static void table(List<Chapter> chapters, String name, List<String> columns, List<Integer> weights, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            chapters.add(new Chapter(name, List.of(PaperParts.table("summary", columns, weights, rows))));
        }
    }

    private static void paragraphs(List<Chapter> chapters, String name, List<String> lines) {
        if (!lines.isEmpty()) {
            chapters.add(new Chapter(name, lines.stream().map(line -> (Block) new Paragraph(line)).toList()));
        }
    }

    private String name(BodyStatus status) {
        return status.office(round.pack()).name();
    }

    private Block opinionTable() {
        List<List<String>> rows = new ArrayList<>();
        for (BodyStatus status : round.state().bodies()) {
            ActDetail.Opinion opinion = opinions.get(status);
            Money cut = opinion == null ? Money.ZERO : Money.sum(opinion.cuts().stream().map(Cut::amount).toList());
            rows.add(List.of(name(status), SummaryText.standing(status), opinion == null ? "" : status.act().signedBy(),
                    opinion == null ? PaperTexts.get("official.summary.until", PaperTexts.date(status.due())) : PaperTexts.date(round.project().day(status.act().at())),
                    cut.isPositive() ? cut.wanText() : "", opinion == null ? "" : PaperTexts.text(opinion.remark())));
        }
        return PaperParts.table("summary", List.of("body", "standing", "signer", "signedAt", "cut", "remark"), List.of(13, 7, 6, 11, 6, 15), rows);
    }

    private List<List<String>> items() {
        List<List<String>> rows = new ArrayList<>();
        opinions.forEach((status, opinion) -> opinion.answers().stream().filter(answer -> answer.verdict() == Verdict.FAIL || answer.verdict() == Verdict.DOUBT)
                .forEach(answer -> rows.add(List.of(name(status), item(answer), PaperTexts.get("review.verdict." + answer.verdict().name()), PaperTexts.text(answer.problem()),
                        PaperTexts.text(answer.suggestion()), PaperTexts.text(answer.basis())))));
        return rows;
    }

    private String item(CheckAnswer answer) {
        return round.pack().checkItems().stream().filter(item -> item.code().equals(answer.item())).findFirst()
                .map(item -> item.code() + " " + item.text() + (item.veto() ? PaperTexts.get("official.veto") : "")).orElse(answer.item());
    }

    /** By line, each body with its sum; the largest of each line makes the total, as the review counts it. */
    private List<List<String>> cuts() {
        List<List<String>> rows = new ArrayList<>();
        byLine().forEach((no, cuts) -> cuts.forEach((status, cut) -> rows.add(List.of(line(no), PaperTexts.wan(applied(no)), name(status), PaperTexts.wan(cut.amount()),
                PaperTexts.text(cut.reason())))));
        if (!rows.isEmpty()) {
            rows.add(List.of(PaperTexts.get("official.summary.largest"), "", "", PaperTexts.wan(round.state().proposedCut()), ""));
        }
        return rows;
    }

    private Map<Integer, Map<BodyStatus, Cut>> byLine() {
        Map<Integer, Map<BodyStatus, Cut>> lines = new TreeMap<>();
        opinions.forEach((status, opinion) -> opinion.cuts().forEach(cut -> lines.computeIfAbsent(cut.lineNo(), no -> new LinkedHashMap<>()).put(status, cut)));
        return lines;
    }

    private String line(int no) {
        return estimate(no) == null ? Integer.toString(no) : PaperTexts.get("official.line", no, estimate(no).item());
    }

    private Money applied(int no) {
        return estimate(no) == null ? null : estimate(no).amount();
    }

    private EstimateLine estimate(int no) {
        return form.estimate().stream().filter(line -> line.no() == no).findFirst().orElse(null);
    }

    private List<List<String>> conditions() {
        return opinions.entrySet().stream().filter(entry -> !PaperTexts.blank(entry.getValue().conditions())).map(entry -> List.of(name(entry.getKey()), entry.getValue().conditions().strip()))
                .toList();
    }

    private void experts(List<Chapter> chapters) {
        if (round.state().steps().experts() == null) {
            return;
        }
        var said = (ActDetail.ExpertReview) round.state().steps().experts().detail();
        String head = said.score() == null ? PaperTexts.get("official.summary.expertsSay", PaperTexts.get("review.overall." + said.conclusion().name()))
                : PaperTexts.get("official.summary.expertsScore", PaperTexts.get("review.overall." + said.conclusion().name()), said.score().toPlainString());
        paragraphs(chapters, "experts", PaperTexts.blank(said.summary()) ? List.of(head) : List.of(head, said.summary().strip()));
    }

    private List<CheckItem> vetoes() {
        return round.project().vetoes(round.no());
    }

    private String veto(CheckItem item) {
        String body = round.state().bodies().stream().filter(status -> status.body().equals(item.body())).map(this::name).findFirst().orElse(item.body());
        return PaperTexts.get("official.summary.veto", body, item.code(), PaperTexts.sentencePart(item.text()));
    }

    /** Where bodies contradict each other: for and against, and different sums on one line. */
    private List<String> differences() {
        List<String> differences = new ArrayList<>();
        List<String> against = names(Overall.DISAGREE);
        List<String> agreed = names(Overall.AGREE);
        List<String> changes = names(Overall.AGREE_WITH_CHANGES);
        if (!against.isEmpty() && !(agreed.isEmpty() && changes.isEmpty())) {
            List<String> favour = new ArrayList<>(agreed);
            favour.addAll(changes);
            differences.add(PaperTexts.get("official.summary.overallDiffers", PaperTexts.list(favour), PaperTexts.list(against)));
        }
        byLine().forEach((no, cuts) -> {
            if (cuts.values().stream().map(Cut::amount).distinct().count() > 1) {
                differences.add(PaperTexts.get("official.summary.cutDiffers", line(no), cuts.entrySet().stream()
                        .map(entry -> PaperTexts.get("official.summary.bodyCut", name(entry.getKey()), PaperTexts.wan(entry.getValue().amount()))).collect(Collectors.joining(PaperTexts.get("paper.semicolon")))));
            }
        });
        if (round.state().steps().experts() != null) {
            Overall experts = ((ActDetail.ExpertReview) round.state().steps().experts().detail()).conclusion();
            List<String> other = experts == Overall.DISAGREE ? agreed : experts == Overall.AGREE ? against : List.of();
            if (!other.isEmpty()) {
                differences.add(PaperTexts.get("official.summary.expertsDiffer", PaperTexts.get("review.overall." + experts.name()), PaperTexts.list(other)));
            }
        }
        return differences;
    }

    private List<String> names(Overall overall) {
        return opinions.entrySet().stream().filter(entry -> entry.getValue().overall() == overall).map(entry -> name(entry.getKey())).toList();
    }

    private List<String> overdue() {
        return round.state().bodies().stream().filter(status -> status.standing() == Standing.OVERDUE)
                .map(status -> PaperTexts.get("official.summary.overdueBody", name(status), PaperTexts.date(status.due()))).toList();
    }

    /** In one cell: veto items, failed and doubtful items, differences, who is overdue. */
    String open() {
        List<String> words = new ArrayList<>();
        if (!vetoes().isEmpty()) {
            words.add(PaperTexts.get("official.summary.open.vetoes", vetoes().stream().map(CheckItem::code).toList()));
        }
        long failed = opinions.values().stream().flatMap(opinion -> opinion.answers().stream()).filter(answer -> answer.verdict() == Verdict.FAIL).count();
        long doubtful = opinions.values().stream().flatMap(opinion -> opinion.answers().stream()).filter(answer -> answer.verdict() == Verdict.DOUBT).count();
        if (failed > 0) {
            words.add(PaperTexts.get("official.summary.open.failed", failed));
        }
        if (doubtful > 0) {
            words.add(PaperTexts.get("official.summary.open.doubtful", doubtful));
        }
        if (!differences().isEmpty()) {
            words.add(PaperTexts.get("official.summary.open.differences", differences().size()));
        }
        if (!overdue().isEmpty()) {
            words.add(PaperTexts.get("official.summary.open.overdue", overdue().size()));
        }
        return words.isEmpty() ? PaperTexts.get("official.none") : String.join("\n", words);
    }
}
