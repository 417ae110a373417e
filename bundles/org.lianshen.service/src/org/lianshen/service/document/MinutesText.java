package org.lianshen.service.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.lianshen.model.Money;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.wording.Wording;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;

/**
 * The words of the minutes, in the order of domain.md §3.7: who met when and where, what was heard, then what was decided by kinds of decision, then what is asked of
 * all. Official papers are Chinese whatever the reader's language.
 */
final class MinutesText {

    private static final Set<DecisionKind> OTHERS = EnumSet.of(DecisionKind.DEFERRED, DecisionKind.RETURNED, DecisionKind.REJECTED, DecisionKind.MERGED);

    private final DateTimeFormatter minute;
    private final Meeting meeting;
    private final List<MinutesItem> items;
    private final RulePack pack;
    private final Wording wording;
    private final Map<String, String> values;
    private final MinutesTables tables = new MinutesTables();
    private final List<Block> blocks = new ArrayList<>();
    private int sections;

    MinutesText(Meeting meeting, List<MinutesItem> items, RulePack pack, Wording wording, ZoneId zone) {
        minute = DateTimeFormatter.ofPattern("HH:mm").withZone(zone);
        this.meeting = meeting;
        this.items = items;
        this.pack = pack;
        this.wording = wording;
        values = values();
    }

    private Map<String, String> values() {
        List<MinutesItem> approved = items.stream().filter(item -> item.approves() && item.approved() != null).toList();
        Money asked = Money.sum(approved.stream().map(MinutesItem::applied).toList());
        Money given = Money.sum(approved.stream().map(MinutesItem::approved).toList());
        var known = new HashMap<String, String>();
        known.put("地区", pack.name());
        known.put("牵头单位", PaperTexts.unit(pack.leadBody(), pack));
        known.put("会议", PaperParts.meetingNo(meeting));
        known.put("会议时间", PaperTexts.date(meeting.date()) + PaperTexts.text(meeting.time()));
        known.put("会议地点", PaperTexts.known(meeting.place()));
        known.put("主持人", PaperTexts.known(meeting.chair()));
        known.put("项目数", Integer.toString(items.size()));
        known.put("首个项目", items.getFirst().form().name());
        known.put("申报总额", Money.sum(items.stream().map(MinutesItem::applied).toList()).wanText());
        known.put("同意数", Integer.toString(approved.size()));
        known.put("同意申报额", asked.wanText());
        known.put("核定总额", given.wanText());
        known.put("核减总额", asked.minus(given).wanText());
        known.put("核减率", percent(asked.minus(given), asked));
        known.put("其他结论", PaperTexts.list(Arrays.stream(DecisionKind.values()).filter(OTHERS::contains).filter(kind -> items.stream().anyMatch(item -> item.kind() == kind))
                .map(kind -> PaperTexts.get("review.decision." + kind.name())).toList()));
        return known;
    }

    /** @param anchor short code of the last audit record, may be empty */
    OfficialPaper paper(LocalDate today, String anchor) {
        body();
        LocalDate date = meeting.date() == null ? today : meeting.date();
        return OfficialPaper.minutes(wording.line("版头", values), values.get("会议"), title(), blocks, new MinutesAttendance(meeting).lists(), date, copies(), values.get("牵头单位"), today,
                !meeting.closed(), anchor);
    }

    /** 摘录 for the file of one project: what was said and decided of the items given, without the others. */
    OfficialPaper extract(LocalDate today) {
        body();
        return OfficialPaper.working(PaperTexts.get("official.extract", wording.line("版头", values)), values.get("会议"), blocks, List.of(), values.get("牵头单位"),
                meeting.date() == null ? today : meeting.date(), false, !meeting.closed(), "");
    }

    private void body() {
        say("召开");
        say(items.size() == 1 ? "审议（一个项目）" : "审议");
        if (items.stream().anyMatch(item -> item.approves() && item.approved() != null)) {
            say("核定合计");
        }
        say("议定");
        approved();
        conditional();
        others();
        undecided();
        requirements();
    }

    /** A title of the secretary's own; the one given by the service says no more than the red head. */
    private String title() {
        int number = Integer.parseInt(meeting.no().substring(meeting.no().indexOf('-') + 1));
        boolean given = meeting.title().isBlank() || meeting.title().equals(PaperTexts.get("meeting.title", pack.name(), number));
        return given ? "" : meeting.title().strip();
    }

    private static String percent(Money part, Money whole) {
        return whole.isPositive() ? part.ratioTo(whole, 6).multiply(BigDecimal.valueOf(100)).setScale(2, RoundingMode.HALF_UP).toPlainString() : "0.00";
    }

    private void approved() {
        List<MinutesItem> agreed = of(EnumSet.of(DecisionKind.APPROVED));
        if (!agreed.isEmpty()) {
            section("同意");
            blocks.add(tables.approved(agreed));
            validity(agreed);
            agreed.forEach(this::remarks);
        }
    }

    private void conditional() {
        List<MinutesItem> agreed = of(EnumSet.of(DecisionKind.CONDITIONAL));
        if (agreed.isEmpty()) {
            return;
        }
        section("修改后通过");
        blocks.add(tables.conditional(agreed));
        validity(agreed);
        for (int i = 0; i < agreed.size(); i++) {
            MinutesItem item = agreed.get(i);
            blocks.add(new Heading(2, PaperTexts.get("paper.minutes.subheading", ChineseNumber.of(i + 1), item.form().name())));
            for (Condition condition : item.item().conditions()) {
                paragraph("paper.minutes.condition", condition.no(), PaperTexts.sentencePart(condition.text()), PaperTexts.known(condition.owner()), PaperTexts.date(condition.due()));
            }
            remarks(item);
        }
    }

    private void others() {
        List<MinutesItem> rest = of(OTHERS);
        if (!rest.isEmpty()) {
            section("其他结论");
            blocks.add(tables.others(rest));
            rest.forEach(this::recusals);
        }
    }

    private void undecided() {
        List<MinutesItem> open = items.stream().filter(item -> item.kind() == null).toList();
        if (!open.isEmpty()) {
            section("待议定");
            blocks.add(tables.undecided(open));
        }
    }

    private void requirements() {
        List<String> lines = meeting.requirements() == null ? List.of() : meeting.requirements().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!lines.isEmpty()) {
            section("有关要求");
            lines.forEach(line -> blocks.add(new Paragraph(line)));
        }
    }

    private List<MinutesItem> of(Set<DecisionKind> kinds) {
        return items.stream().filter(item -> item.kind() != null && kinds.contains(item.kind())).toList();
    }

    /** @param part of the wording that is its title */
    private void section(String part) {
        sections++;
        blocks.add(PaperParts.section(sections, wording.line(part, values)));
    }

    private void say(String part) {
        wording.paragraphs(part, values).forEach(line -> blocks.add(new Paragraph(line)));
    }

    /** The approvals of a meeting run out on one day, since they were given on one. */
    private void validity(List<MinutesItem> agreed) {
        Set<LocalDate> days = agreed.stream().map(MinutesItem::validUntil).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
        if (days.size() == 1) {
            values.put("有效期", PaperTexts.date(days.iterator().next()));
            say("有效期");
        }
    }

    private void remarks(MinutesItem item) {
        String name = item.form().name();
        String cuts = item.item().lines().stream().map(line -> cut(item, line)).filter(Objects::nonNull).collect(Collectors.joining(PaperTexts.get("paper.semicolon")));
        if (!cuts.isEmpty()) {
            paragraph("paper.minutes.cuts", name, cuts);
        }
        if (!PaperTexts.blank(item.item().overrule())) {
            paragraph("paper.minutes.overrule", name, PaperTexts.sentencePart(item.item().overrule()));
        }
        if (!PaperTexts.blank(item.item().discussion())) {
            paragraph("paper.minutes.discussion", name, PaperTexts.sentencePart(item.item().discussion()));
        }
        recusals(item);
    }

    private void recusals(MinutesItem item) {
        item.absences().forEach(absence -> paragraph(absence.outside() ? "paper.minutes.left" : "paper.minutes.leftAndBack", absence.unit() == null ? "" : absence.unit(), absence.person(),
                minute.format(absence.left()), absence.outside() ? "" : minute.format(absence.back()), item.form().name()));
        if (!item.recused().isEmpty()) {
            values.put("回避部门", PaperTexts.list(item.recused()));
            values.put("回避项目", item.form().name());
            say("回避");
        }
    }

    /** What was taken off a line of the estimate, or null where nothing was. */
    private String cut(MinutesItem item, LineApproval approval) {
        EstimateLine line = item.form().estimate().stream().filter(each -> each.no() == approval.lineNo()).findFirst().orElse(null);
        if (line == null || line.amount() == null || !line.amount().moreThan(approval.approved())) {
            return null;
        }
        String amount = line.amount().minus(approval.approved()).wanText();
        return PaperTexts.blank(approval.reason()) ? PaperTexts.get("paper.minutes.cut", line.item(), amount)
                : PaperTexts.get("paper.minutes.cutBecause", line.item(), amount, PaperTexts.sentencePart(approval.reason()));
    }

    /** 抄送: the bodies of the pack and the units that applied. */
    private String copies() {
        Set<String> names = new LinkedHashSet<>();
        pack.bodies().stream().map(ReviewBody::name).forEach(names::add);
        items.stream().map(item -> item.form().unit()).filter(unit -> !unit.isEmpty()).forEach(names::add);
        return PaperTexts.get("paper.sentence", PaperTexts.list(names));
    }

    private void paragraph(String key, Object... args) {
        blocks.add(new Paragraph(PaperTexts.get(key, args)));
    }
}
