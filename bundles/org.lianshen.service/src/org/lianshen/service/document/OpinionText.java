package org.lianshen.service.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.proposal.FunctionItem;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.wording.Wording;

/** The words of the opinion letter (domain.md §3.6): what was decided, and for an approval everything that budget and procurement go by. */
final class OpinionText {

    /** Functions of a longer list stand in the form, not in the letter. */
    private static final int MOST_FUNCTIONS = 40;

    private final OpinionComposer.Decided decided;
    private final ActDetail.Decision decision;
    private final ProposalForm form;
    private final Wording wording;
    private final Map<String, String> values;
    private final OpinionTables tables;
    private final List<Block> blocks = new ArrayList<>();
    private int sections;

    OpinionText(OpinionComposer.Decided decided, Wording wording) {
        this.decided = decided;
        this.decision = decided.decision();
        this.wording = wording;
        form = decided.project().form(decision.versionNo());
        values = values();
        tables = new OpinionTables(form, decision, wording, values);
    }

    private Map<String, String> values() {
        Map<String, String> known = decided.project().values(decision.versionNo(), decided.pack());
        Money cut = decision.applied().minus(decision.approved() == null ? Money.ZERO : decision.approved());
        boolean approves = approves();
        known.put("申报额", PaperTexts.wan(decision.applied()));
        known.put("申报日期", PaperTexts.date(decided.project().day(decided.project().version(decision.versionNo()).submittedAt())));
        known.put("核定额", approves ? PaperTexts.wan(decision.approved()) : "");
        known.put("核减额", approves ? PaperTexts.wan(cut) : "");
        known.put("核减率", approves && decision.applied().isPositive() ? cut.ratioTo(decision.applied(), 6).multiply(BigDecimal.valueOf(100)).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : "");
        Meeting meeting = decided.meeting();
        known.put("会议", meeting == null ? PaperTexts.known("") : PaperParts.meetingNo(meeting));
        known.put("会议日期", PaperTexts.date(meeting == null ? null : meeting.date()));
        known.put("联审部门", PaperTexts.list(decided.bodies()));
        known.put("有效期", PaperTexts.date(decision.validUntil()));
        known.put("理由", PaperTexts.known(PaperTexts.sentencePart(decision.remark())));
        known.put("并入项目", decided.merged() == null ? PaperTexts.known("") : decided.merged().form().name());
        known.put("并入项目编号", decided.merged() == null ? PaperTexts.known("") : PaperTexts.known(decided.merged().reviewNo()));
        known.put("条件数", Integer.toString(decision.conditions().size()));
        known.put("结论", PaperTexts.get("review.decision." + decision.kind().name()));
        return known;
    }

    private boolean approves() {
        return decision.kind() == DecisionKind.APPROVED || decision.kind() == DecisionKind.CONDITIONAL;
    }

    /** @param today date of a draft */
    OfficialPaper paper(LocalDate today) {
        say("开头");
        say(decided.meeting() == null ? "审议（会签）" : "审议（会议）");
        section("conclusion");
        say(values.get("结论"));
        if (approves()) {
            approval();
        } else {
            returned();
            say("备注（未通过）");
        }
        seals();
        ActDetail.Issuance issued = decided.issued();
        String number = issued == null ? PaperTexts.get("official.opinion.noNumber") : issued.documentNo();
        return OfficialPaper.letter(wording.line("版头", values), number, wording.line("标题", values), form.unit(), blocks, List.of(), values.get("牵头单位"),
                issued == null ? today : issued.date(), copies(), issued == null);
    }

    private void approval() {
        content();
        section("investment");
        blocks.add(tables.estimate());
        if (!PaperTexts.blank(decision.overrule())) {
            blocks.add(new Paragraph(PaperTexts.get("official.opinion.overrule", PaperTexts.sentencePart(decision.overrule()))));
        }
        if (!PaperTexts.blank(decision.remark())) {
            blocks.add(new Paragraph(PaperTexts.get("official.opinion.remark", PaperTexts.sentencePart(decision.remark()))));
        }
        funds();
        conditions();
        section("gates");
        blocks.add(tables.gates());
        goals();
        section("validity");
        if (decision.validUntil() != null) {
            say("有效期");
        }
        say("备注");
    }

    private void content() {
        section("content");
        form.text(ProposalField.CONTENT_SUMMARY).lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> blocks.add(new Paragraph(line)));
        List<FunctionItem> shown = form.functions().size() <= MOST_FUNCTIONS ? form.functions() : form.functions().stream().filter(item -> !PaperTexts.text(item.path()).contains(".")).toList();
        if (!shown.isEmpty()) {
            blocks.add(OpinionTables.functions(shown));
        }
        if (shown.size() < form.functions().size()) {
            blocks.add(new Paragraph(PaperTexts.get("official.opinion.moreFunctions", form.functions().size(), shown.size())));
        }
    }

    private void funds() {
        if (!form.funds().isEmpty()) {
            section("funds");
            blocks.add(tables.funds());
            if (decision.applied().moreThan(decision.approved())) {
                say("年度安排");
            }
        }
    }

    private void conditions() {
        if (!decision.conditions().isEmpty()) {
            section("conditions");
            decision.conditions().forEach(this::condition);
            say("条件");
        }
    }

    private void condition(Condition condition) {
        blocks.add(new Paragraph(PaperTexts.get("paper.minutes.condition", condition.no(), PaperTexts.sentencePart(condition.text()), PaperTexts.known(condition.owner()),
                PaperTexts.date(condition.due()))));
    }

    private void goals() {
        String goal = form.text(ProposalField.TOTAL_GOAL);
        if (goal.isEmpty() && form.goals().isEmpty()) {
            return;
        }
        section("goals");
        if (!goal.isEmpty()) {
            blocks.add(new Paragraph(PaperTexts.get("paper.sentence", PaperTexts.sentencePart(goal))));
        }
        if (!form.goals().isEmpty()) {
            blocks.add(OpinionTables.goals(form.goals()));
        }
    }

    /** What a meeting that sends a proposal back asks for: its conditions, or its remark where it lists none. */
    private void returned() {
        if (decision.kind() != DecisionKind.RETURNED) {
            return;
        }
        if (decision.conditions().isEmpty()) {
            blocks.add(new Paragraph(PaperTexts.get("paper.sentence", values.get("理由"))));
        }
        decision.conditions().forEach(condition -> blocks.add(new Paragraph(PaperTexts.get("official.opinion.asked", condition.no(), PaperTexts.sentencePart(condition.text())))));
    }

    private void seals() {
        List<String> title = wording.paragraphs("盖章", values);
        if (!title.isEmpty() && !decided.bodies().isEmpty()) {
            sections++;
            blocks.add(new Heading(1, PaperTexts.get("paper.minutes.section", ChineseNumber.of(sections), title.getFirst())));
            blocks.add(PaperParts.seals(decided.bodies()));
        }
    }

    /** 抄送: the bodies that were asked, but for the one that sends it. */
    private String copies() {
        List<String> others = decided.bodies().stream().filter(body -> !body.equals(decided.pack().leadBody().name())).toList();
        return others.isEmpty() ? "" : PaperTexts.get("paper.sentence", PaperTexts.list(others));
    }

    private void section(String name) {
        sections++;
        blocks.add(new Heading(1, PaperTexts.get("paper.minutes.section", ChineseNumber.of(sections), PaperTexts.get("official.opinion.section." + name))));
    }

    private void say(String part) {
        wording.paragraphs(part, values).forEach(line -> blocks.add(new Paragraph(line)));
    }
}
