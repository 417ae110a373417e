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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.lianshen.model.Money;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.Condition;
import org.lianshen.model.review.DecisionKind;
import org.lianshen.model.review.LineApproval;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.OfficialPaper.Block.Heading;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;
import org.lianshen.service.text.Texts;

/**
 * The words of the minutes, in the order of domain.md §3.7: who met when and where, what was heard, then what was decided by kinds of decision, then what is asked of
 * all. Official papers are Chinese whatever the reader's language.
 */
final class MinutesText {

    private static final Set<DecisionKind> OTHERS = EnumSet.of(DecisionKind.DEFERRED, DecisionKind.RETURNED, DecisionKind.REJECTED, DecisionKind.MERGED);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
    private final Texts texts = new Texts(Locale.SIMPLIFIED_CHINESE);
    private final Meeting meeting;
    private final List<MinutesItem> items;
    private final RulePack pack;
    private final MinutesTables tables = new MinutesTables(texts);
    private final List<Block> blocks = new ArrayList<>();
    private int sections;

    MinutesText(Meeting meeting, List<MinutesItem> items, RulePack pack) {
        this.meeting = meeting;
        this.items = items;
        this.pack = pack;
    }

    /** @param anchor short code of the last audit record, may be empty */
    OfficialPaper paper(LocalDate today, String anchor) {
        body();
        String head = texts.get("paper.minutes.head", pack.name());
        LocalDate date = meeting.date() == null ? today : meeting.date();
        return OfficialPaper.minutes(head, texts.get("paper.minutes.number", year(), number()), title(), blocks, new MinutesAttendance(texts, meeting).lists(), date,
                copies(), leadUnit(), today, !meeting.closed(), anchor);
    }

    /** 摘录 for the file of one project: what was said and decided of the items given, without the others. */
    OfficialPaper extract(LocalDate today) {
        body();
        return OfficialPaper.working(texts.get("official.extract", texts.get("paper.minutes.head", pack.name())), texts.get("paper.minutes.number", year(), number()), blocks, List.of(),
                leadUnit(), meeting.date() == null ? today : meeting.date(), false, !meeting.closed(), "");
    }

    private void body() {
        opening();
        approved();
        conditional();
        others();
        undecided();
        requirements();
    }

    /** A title of the secretary's own; the one given by the service says no more than the red head. */
    private String title() {
        boolean given = meeting.title().isBlank() || meeting.title().equals(texts.get("meeting.title", pack.name(), Integer.valueOf(number())));
        return given ? "" : meeting.title().strip();
    }

    private String year() {
        return meeting.no().substring(0, meeting.no().indexOf('-'));
    }

    /** 3 of {@code 2026-03}. */
    private String number() {
        return Integer.toString(Integer.parseInt(meeting.no().substring(meeting.no().indexOf('-') + 1)));
    }

    private void opening() {
        paragraph("paper.minutes.opening", date(meeting.date()) + meeting.time(), known(meeting.chair()), known(meeting.place()), year(), number());
        Money applied = Money.sum(items.stream().map(MinutesItem::applied).toList());
        paragraph(items.size() == 1 ? "paper.minutes.heardOne" : "paper.minutes.heard", items.getFirst().form().name(), items.size(), applied.wanText());
        List<MinutesItem> approved = items.stream().filter(item -> item.approves() && item.approved() != null).toList();
        if (!approved.isEmpty()) {
            Money asked = Money.sum(approved.stream().map(MinutesItem::applied).toList());
            Money given = Money.sum(approved.stream().map(MinutesItem::approved).toList());
            paragraph("paper.minutes.sums", approved.size(), asked.wanText(), given.wanText(), asked.minus(given).wanText(), percent(asked.minus(given), asked));
        }
        paragraph("paper.minutes.decided");
    }

    private static String percent(Money part, Money whole) {
        return whole.isPositive() ? part.ratioTo(whole, 6).multiply(BigDecimal.valueOf(100)).setScale(2, RoundingMode.HALF_UP).toPlainString() : "0.00";
    }

    private void approved() {
        List<MinutesItem> agreed = of(EnumSet.of(DecisionKind.APPROVED));
        if (!agreed.isEmpty()) {
            section(texts.get("paper.minutes.approved"));
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
        section(texts.get("paper.minutes.conditional"));
        blocks.add(tables.conditional(agreed));
        validity(agreed);
        for (int i = 0; i < agreed.size(); i++) {
            MinutesItem item = agreed.get(i);
            blocks.add(new Heading(2, texts.get("paper.minutes.subheading", ChineseNumber.of(i + 1), item.form().name())));
            for (Condition condition : item.item().conditions()) {
                paragraph("paper.minutes.condition", condition.no(), sentencePart(condition.text()), known(condition.owner()), date(condition.due()));
            }
            remarks(item);
        }
    }

    private void others() {
        List<MinutesItem> rest = of(OTHERS);
        if (!rest.isEmpty()) {
            String words = Arrays.stream(DecisionKind.values()).filter(OTHERS::contains).filter(kind -> rest.stream().anyMatch(item -> item.kind() == kind))
                    .map(kind -> texts.get("review.decision." + kind.name())).collect(Collectors.joining(texts.get("common.listSeparator")));
            section(texts.get("paper.minutes.others", words));
            blocks.add(tables.others(rest));
            rest.forEach(this::recusals);
        }
    }

    private void undecided() {
        List<MinutesItem> open = items.stream().filter(item -> item.kind() == null).toList();
        if (!open.isEmpty()) {
            section(texts.get("paper.minutes.undecided"));
            blocks.add(tables.undecided(open));
        }
    }

    private void requirements() {
        List<String> lines = meeting.requirements() == null ? List.of() : meeting.requirements().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (!lines.isEmpty()) {
            section(texts.get("paper.minutes.requirements"));
            lines.forEach(line -> blocks.add(new Paragraph(line)));
        }
    }

    private List<MinutesItem> of(Set<DecisionKind> kinds) {
        return items.stream().filter(item -> item.kind() != null && kinds.contains(item.kind())).toList();
    }

    private void section(String title) {
        sections++;
        blocks.add(new Heading(1, texts.get("paper.minutes.section", ChineseNumber.of(sections), title)));
    }

    /** The approvals of a meeting run out on one day, since they were given on one. */
    private void validity(List<MinutesItem> agreed) {
        Set<LocalDate> days = agreed.stream().map(MinutesItem::validUntil).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
        if (days.size() == 1) {
            paragraph("paper.minutes.validity", date(days.iterator().next()));
        }
    }

    private void remarks(MinutesItem item) {
        String name = item.form().name();
        String cuts = item.item().lines().stream().map(line -> cut(item, line)).filter(Objects::nonNull).collect(Collectors.joining(texts.get("paper.semicolon")));
        if (!cuts.isEmpty()) {
            paragraph("paper.minutes.cuts", name, cuts);
        }
        if (!blank(item.item().overrule())) {
            paragraph("paper.minutes.overrule", name, sentencePart(item.item().overrule()));
        }
        if (!blank(item.item().discussion())) {
            paragraph("paper.minutes.discussion", name, sentencePart(item.item().discussion()));
        }
        recusals(item);
    }

    private void recusals(MinutesItem item) {
        item.absences().forEach(absence -> paragraph(absence.outside() ? "paper.minutes.left" : "paper.minutes.leftAndBack", absence.unit() == null ? "" : absence.unit(), absence.person(),
                MINUTE.format(absence.left()), absence.outside() ? "" : MINUTE.format(absence.back()), item.form().name()));
        if (!item.recused().isEmpty()) {
            paragraph("paper.minutes.recusal", String.join(texts.get("common.listSeparator"), item.recused()), item.form().name());
        }
    }

    /** What was taken off a line of the estimate, or null where nothing was. */
    private String cut(MinutesItem item, LineApproval approval) {
        EstimateLine line = item.form().estimate().stream().filter(each -> each.no() == approval.lineNo()).findFirst().orElse(null);
        if (line == null || line.amount() == null || !line.amount().moreThan(approval.approved())) {
            return null;
        }
        String amount = line.amount().minus(approval.approved()).wanText();
        return blank(approval.reason()) ? texts.get("paper.minutes.cut", line.item(), amount)
                : texts.get("paper.minutes.cutBecause", line.item(), amount, sentencePart(approval.reason()));
    }

    /** 抄送: the bodies of the pack and the units that applied. */
    private String copies() {
        Set<String> names = new LinkedHashSet<>();
        pack.bodies().stream().map(ReviewBody::name).forEach(names::add);
        items.stream().map(item -> item.form().unit()).filter(unit -> !unit.isEmpty()).forEach(names::add);
        return texts.get("paper.sentence", String.join(texts.get("common.listSeparator"), names));
    }

    /** The full name of the unit that the leading body is. */
    private String leadUnit() {
        ReviewBody lead = pack.leadBody();
        return pack.units().stream().filter(unit -> unit.code().equals(lead.unitCode())).map(UnitRecord::name).findFirst().orElse(lead.name());
    }

    private void paragraph(String key, Object... args) {
        blocks.add(new Paragraph(texts.get(key, args)));
    }

    private String date(LocalDate date) {
        return date == null ? known("") : texts.get("paper.date", Integer.toString(date.getYear()), date.getMonthValue(), date.getDayOfMonth());
    }

    /** ××× where a draft does not say yet. */
    private String known(String text) {
        return blank(text) ? texts.get("paper.minutes.unknown") : text.strip();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Without the full stop that the sentence around it brings. */
    private static String sentencePart(String text) {
        return text.strip().replaceAll("[。；;.]+$", "");
    }
}
