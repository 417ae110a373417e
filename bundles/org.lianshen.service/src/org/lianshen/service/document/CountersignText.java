package org.lianshen.service.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewFacts;
import org.lianshen.model.review.Verdict;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Fields;
import org.lianshen.service.document.OfficialPaper.Block.Note;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.document.OfficialPaper.Block.Table;
import org.lianshen.service.document.OfficialPaper.Field;
import org.lianshen.service.wording.Wording;

/** The fields of a 会签意见表 in the order of domain.md §3.6. Signature and date of the seal are always left to write. */
final class CountersignText {

    /** Lines left to write on an empty sheet. */
    private static final int ROOM = 4;
    /** Rows of an empty table of cuts. */
    private static final int CUTS = 3;

    private final CountersignComposer.Sheet sheet;
    private final Wording wording;
    private final Map<String, String> values;
    private final ProposalForm form;
    private final ActDetail.Opinion opinion;

    CountersignText(CountersignComposer.Sheet sheet, Wording wording, Map<String, String> values) {
        this.sheet = sheet;
        this.wording = wording;
        this.values = values;
        form = sheet.project().form(sheet.round());
        opinion = sheet.opinion();
    }

    OfficialPaper paper(LocalDate today) {
        List<Block> blocks = new ArrayList<>();
        if (!sheet.signed()) {
            say(blocks, opinion == null ? "空表说明" : "草稿说明");
        }
        if (opinion == null) {
            say(blocks, "填写说明");
        }
        blocks.add(head());
        blocks.add(new Note(PaperTexts.get("official.countersign.items"), ""));
        blocks.add(items());
        if (!noCuts()) {
            blocks.add(new Note(PaperTexts.get("official.countersign.cuts"), PaperTexts.get("official.wanUnit")));
            blocks.add(cuts());
        }
        blocks.add(words());
        LocalDate date = sheet.signed() ? sheet.project().day(sheet.status().act().at()) : today;
        return OfficialPaper.working(wording.line("标题", values), "", blocks, List.of(), "", date, false, !sheet.signed() && opinion != null, "");
    }

    private boolean noCuts() {
        return opinion != null && opinion.cuts().isEmpty();
    }

    private void say(List<Block> blocks, String part) {
        wording.paragraphs(part, values).forEach(line -> blocks.add(new Paragraph(line)));
    }

    private Fields head() {
        return new Fields(List.of(
                List.of(PaperParts.field("reviewNo", values.get("联审编号")), PaperParts.field("version", PaperTexts.get("official.version", sheet.round()))),
                List.of(PaperParts.field("project", form.name())),
                List.of(PaperParts.field("unit", form.unit()), PaperParts.field("applied", PaperTexts.get("common.wan", PaperTexts.wan(ReviewFacts.applied(form))))),
                List.of(PaperParts.field("body", values.get("会签部门")), PaperParts.field("office", sheet.passedTo())),
                List.of(PaperParts.field("handler", sheet.handler()), PaperParts.field("signer", sheet.signed() ? signer() : "")),
                List.of(PaperParts.field("received", received()), PaperParts.field("due", PaperTexts.date(sheet.status().due()))),
                List.of(PaperParts.field("signedAt", sheet.signedAt()), PaperParts.field("standing", PaperTexts.get("review.standing." + sheet.status().standing().name())))));
    }

    /** Entered from paper: says so. */
    private String signer() {
        ReviewAct act = sheet.status().act();
        return act.onBehalf() ? PaperTexts.get("official.countersign.onBehalf", act.signedBy()) : act.signedBy();
    }

    private String received() {
        return sheet.status().seat() == null || sheet.status().seat().since() == null ? "" : PaperTexts.date(sheet.status().seat().since());
    }

    /** The items of the pack under which it was signed, in the pack's order; what the pack does not know any more by its code. */
    private Table items() {
        List<List<String>> rows = new ArrayList<>();
        List<CheckItem> known = sheet.pack().checkItems(sheet.status().body());
        List<CheckAnswer> answers = opinion == null ? List.of() : opinion.answers();
        known.forEach(item -> rows.add(row(item.code() + " " + item.text() + (item.veto() ? PaperTexts.get("official.veto") : ""),
                answers.stream().filter(answer -> answer.item().equals(item.code())).findFirst().orElse(null))));
        answers.stream().filter(answer -> known.stream().noneMatch(item -> item.code().equals(answer.item()))).forEach(answer -> rows.add(row(answer.item(), answer)));
        if (rows.isEmpty()) {
            rows.add(List.of(PaperTexts.get("official.none"), "", "", "", ""));
        }
        boolean nothingToSay = opinion != null && rows.stream().allMatch(row -> row.subList(2, 5).stream().allMatch(String::isEmpty));
        return PaperParts.table("countersign", List.of("item", "verdict", "problem", "suggestion", "basis"), nothingToSay ? List.of(25, 6, 6, 6, 6) : List.of(13, 6, 11, 11, 8), rows);
    }

    private List<String> row(String item, CheckAnswer answer) {
        if (answer == null) {
            return List.of(item, opinion == null ? boxes(Verdict.class, "review.verdict.") : "", "", "", "");
        }
        return List.of(item, answer.verdict() == null ? "" : PaperTexts.get("review.verdict." + answer.verdict().name()), PaperTexts.text(answer.problem()),
                PaperTexts.text(answer.suggestion()), PaperTexts.text(answer.basis()));
    }

    /** □通过 □不通过 … to tick, one a line. */
    private static <E extends Enum<E>> String boxes(Class<E> type, String words) {
        return Arrays.stream(type.getEnumConstants()).map(each -> PaperTexts.get("official.box", PaperTexts.get(words + each.name()))).collect(Collectors.joining("\n"));
    }

    private Table cuts() {
        List<List<String>> rows = new ArrayList<>();
        if (opinion == null) {
            for (int i = 0; i < CUTS; i++) {
                rows.add(List.of("\n", "", "", ""));
            }
        } else {
            opinion.cuts().forEach(cut -> rows.add(cut(cut)));
            rows.add(List.of(PaperTexts.get("paper.minutes.total"), "", PaperTexts.wan(Money.sum(opinion.cuts().stream().map(Cut::amount).toList())), ""));
        }
        return PaperParts.table("countersign", List.of("line", "applied", "cut", "reason"), List.of(16, 7, 7, 19), rows);
    }

    private List<String> cut(Cut cut) {
        EstimateLine line = form.estimate().stream().filter(each -> each.no() == cut.lineNo()).findFirst().orElse(null);
        return List.of(line == null ? Integer.toString(cut.lineNo()) : PaperTexts.get("official.line", cut.lineNo(), line.item()), line == null ? "" : PaperTexts.wan(line.amount()),
                PaperTexts.wan(cut.amount()), PaperTexts.text(cut.reason()));
    }

    private Fields words() {
        boolean empty = opinion == null;
        String overall = empty ? boxes(Overall.class, "review.overall.").replace('\n', ' ') : opinion.overall() == null ? "" : PaperTexts.get("review.overall." + opinion.overall().name());
        String none = empty ? "" : PaperTexts.get("official.none");
        int room = empty ? ROOM : 2;
        List<List<Field>> rows = new ArrayList<>();
        rows.add(noCuts() ? List.of(PaperParts.field("overall", overall), PaperParts.field("cuts", none)) : List.of(PaperParts.field("overall", overall)));
        rows.add(List.of(PaperParts.field("remark", empty || PaperTexts.blank(opinion.remark()) ? none : opinion.remark().strip(), empty ? ROOM : 1)));
        rows.add(List.of(PaperParts.field("conditions", empty || PaperTexts.blank(opinion.conditions()) ? none : opinion.conditions().strip(), empty ? ROOM : 1)));
        rows.add(List.of(PaperParts.field("attachments", attachment(none))));
        rows.add(List.of(PaperParts.field("leader", "", room), PaperParts.field("sealed", PaperTexts.get("official.dateToWrite"), room)));
        return new Fields(rows);
    }

    /** The scan of the paper that it was entered from. */
    private String attachment(String none) {
        ReviewAct act = sheet.status().act();
        return act == null || act.scan() == null ? none : PaperTexts.get("official.countersign.scan", act.scan());
    }
}
