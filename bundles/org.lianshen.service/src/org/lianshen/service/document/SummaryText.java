package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Fields;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.SummaryComposer.Round;
import org.lianshen.service.wording.Wording;

/** The words of a 评审意见汇总, on landscape pages. */
final class SummaryText {

    private final Wording wording;
    private final Map<String, String> values;
    private final List<Block> blocks = new ArrayList<>();
    private int sections;

    SummaryText(Wording wording, Map<String, String> values) {
        this.wording = wording;
        this.values = values;
    }

    OfficialPaper ofProject(Round round, LocalDate today) {
        say("说明");
        blocks.add(head(round));
        chapters(round, 1);
        return OfficialPaper.working(wording.line("标题", values), values.get("联审编号"), blocks, List.of(), "", today, true, false, "");
    }

    OfficialPaper ofMeeting(List<Round> rounds, LocalDate today) {
        say("会议说明");
        blocks.add(overview(rounds));
        for (Round round : rounds) {
            sections++;
            blocks.add(PaperParts.section(sections, round.project().form(round.no()).name()));
            blocks.add(head(round));
            chapters(round, 2);
        }
        return OfficialPaper.working(wording.line("会议标题", values), "", blocks, List.of(), "", today, true, false, "");
    }

    private void say(String part) {
        wording.paragraphs(part, values).forEach(line -> blocks.add(new Paragraph(line)));
    }

    /** One row a project, one column a body of any of them. */
    private Table overview(List<Round> rounds) {
        Set<String> bodies = new LinkedHashSet<>();
        rounds.forEach(round -> round.state().bodies().forEach(status -> bodies.add(status.office(round.pack()).shortName())));
        List<String> head = new ArrayList<>(PaperParts.heads("summary", "no", "project", "unit", "applied"));
        List<Integer> weights = new ArrayList<>(List.of(3, 28, 14, 6));
        List<Boolean> right = new ArrayList<>(List.of(false, false, false, true));
        bodies.forEach(body -> {
            head.add(body);
            weights.add(9);
            right.add(false);
        });
        head.addAll(PaperParts.heads("summary", "cut", "experts", "open"));
        weights.addAll(List.of(6, 9, 14));
        right.addAll(List.of(true, false, false));
        List<List<String>> rows = new ArrayList<>();
        for (Round round : rounds) {
            ReviewState state = round.state();
            List<String> row = new ArrayList<>(List.of(Integer.toString(rows.size() + 1), round.project().form(round.no()).name(), round.project().form(round.no()).unit(),
                    PaperTexts.wan(state.applied())));
            bodies.forEach(body -> row.add(state.bodies().stream().filter(status -> status.office(round.pack()).shortName().equals(body)).findFirst()
                    .map(status -> PaperTexts.get("review.standing." + status.standing().name())).orElse(PaperTexts.get("official.dash"))));
            row.add(PaperTexts.wan(state.proposedCut()));
            row.add(experts(state));
            row.add(new SummaryFindings(round).open());
            rows.add(List.copyOf(row));
        }
        return new Table(List.copyOf(head), List.copyOf(weights), List.copyOf(right), rows);
    }

    private static String experts(ReviewState state) {
        return state.steps().experts() == null ? PaperTexts.get("official.dash")
                : PaperTexts.get("review.overall." + ((ActDetail.ExpertReview) state.steps().experts().detail()).conclusion().name());
    }

    private static Fields head(Round round) {
        var form = round.project().form(round.no());
        return new Fields(List.of(
                List.of(PaperParts.field("reviewNo", round.project().proposal().reviewNo()), PaperParts.field("unit", form.unit()), PaperParts.field("version", PaperTexts.get("official.version", round.no()))),
                List.of(PaperParts.field("class", PaperTexts.field(form, ProposalField.PROJECT_CLASS)),
                        PaperParts.field("applied", PaperTexts.get("common.wan", PaperTexts.wan(ReviewFacts.applied(form)))),
                        PaperParts.field("proposedCut", PaperTexts.get("common.wan", PaperTexts.wan(round.state().proposedCut()))))));
    }

    private void chapters(Round round, int level) {
        var findings = new SummaryFindings(round);
        int no = 0;
        for (SummaryFindings.Chapter chapter : findings.chapters()) {
            no++;
            String title = PaperTexts.get("official.summary.section." + chapter.name());
            blocks.add(new Heading(level, PaperTexts.get(level == 1 ? "paper.minutes.section" : "paper.minutes.subheading", ChineseNumber.of(no), title)));
            blocks.addAll(chapter.blocks());
        }
    }

    /** 同意, 逾期未反馈 … of a body. */
    static String standing(BodyStatus status) {
        return PaperTexts.get("review.standing." + status.standing().name());
    }
}
