package org.lianshen.ledger.ui;

import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.Money;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.ledger.LedgerRow;
import org.lianshen.model.review.State;
import org.lianshen.service.Changes;
import org.lianshen.service.LedgerService;
import org.lianshen.service.LedgerService.Event;
import org.lianshen.service.Session;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.task.Tasks;

/** The page of one project: amount chain, facts, gates, and what happened to it. */
public final class ProjectPart implements PartActions {

    private static final List<LedgerColumn> GATES = List.of(LedgerColumn.ON_CLOUD, LedgerColumn.SHARING_RATE, LedgerColumn.PROTECTION_LEVEL, LedgerColumn.CIPHER_EVALUATION,
            LedgerColumn.DOMESTIC, LedgerColumn.DUAL_PASS, LedgerColumn.FIRST_ACCEPTANCE, LedgerColumn.FINAL_ACCEPTANCE, LedgerColumn.DISPOSAL);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BeijingTime.ZONE);

    private final Kit kit;
    private final Look look;
    private final Tasks tasks;
    private final Opener opener;
    private final Session session;
    private final LedgerService ledger;
    private final LedgerMessages messages;
    private final Texts texts;
    private final UUID project;

    private final Composite page;
    private final Header header;
    private final Banner banner;
    private final ScrolledComposite scroll;
    private final Composite content;

    @Inject
    public ProjectPart(Composite parent, PartInput input, Kit kit, Tasks tasks, Opener opener, Updates updates, Session session, LedgerService ledger,
            LedgerMessages messages, Texts texts) {
        this.kit = kit;
        this.look = kit.look();
        this.tasks = tasks;
        this.opener = opener;
        this.session = session;
        this.ledger = ledger;
        this.messages = messages;
        this.texts = texts;
        this.project = input.uuid();
        page = kit.page(parent);
        header = kit.header(page, "", "");
        banner = kit.banner(page);
        kit.line(page);
        scroll = kit.scroll(page);
        content = kit.box(scroll, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(6), look.u(4)).spacing(0, look.u(3)).applyTo(content);
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> measure());
        updates.listen(page, java.util.EnumSet.allOf(Changes.Kind.class), change -> banner.showOutdated(this::refresh));
        refresh();
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        banner.hide();
        tasks.run(page, messages.loading, progress -> new Loaded(ledger.row(project, session.today()), ledger.timeline(project)), this::show,
                failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private void show(Loaded loaded) {
        LedgerRow row = loaded.row();
        LedgerProject shown = row.project();
        header.set(shown.name(), String.join("　", List.of(shown.unit(), shown.reviewNo() == null ? "" : shown.reviewNo())).strip());
        header.clearActions();
        kit.tag(header.actions(), tone(shown.state()), texts.get("review.state." + shown.state().name()));
        if (row.blocking() + row.warnings() > 0) {
            kit.button(header.actions(), messages.openFindings, () -> opener.open(Opener.FINDINGS));
        }
        if (!shown.imported() && shown.reviewNo() != null) {
            kit.button(header.actions(), messages.openReview, () -> opener.open(Opener.REVIEW, project.toString(), shown.name()));
            kit.button(header.actions(), messages.papers, () -> opener.open(Opener.PAPERS, project.toString(), messages.format(messages.papersOf, shown.name())));
        }
        if (!shown.imported()) {
            kit.button(header.actions(), messages.openProposal, () -> opener.open(Opener.PROPOSAL, project.toString(), shown.name()));
        }
        Kit.clear(content);
        chain(row);
        facts(row);
        gates(shown);
        timeline(loaded.events());
        page.layout(true, true);
        measure();
    }

    private void chain(LedgerRow row) {
        Composite strip = kit.box(content, 1);
        GridLayoutFactory.fillDefaults().numColumns(4).equalWidth(true).spacing(look.u(3), 0).applyTo(strip);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
        step(strip, messages.applied, row.project().applied(), null);
        step(strip, messages.approved, row.project().approved(), row.project().applied());
        step(strip, messages.budgeted, row.budgeted(), row.project().approved());
        step(strip, messages.paid, row.paid(), row.budgeted());
    }

    private void step(Composite strip, String name, Money amount, Money before) {
        Composite card = kit.card(strip, 1);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(card);
        kit.caption(card, name);
        boolean above = amount != null && before != null && amount.moreThan(before);
        Label figure = kit.label(card, amount == null ? messages.none : messages.format(messages.wan, amount.wanText()), look.title(), above ? look.tone(Tone.BLOCK) : look.text());
        if (amount != null) {
            figure.setToolTipText(amount.yuanText());
        }
        if (amount != null && before != null && before.isPositive()) {
            BigDecimal ratio = amount.ratioTo(before, 4).movePointRight(2).setScale(2);
            kit.toned(card, above ? Tone.BLOCK : Tone.NEUTRAL, messages.format(messages.ofBefore, ratio.toPlainString() + "%"));
        } else {
            kit.caption(card, "");
        }
    }

    private void facts(LedgerRow row) {
        LedgerProject shown = row.project();
        kit.section(content, messages.facts);
        Composite pairs = kit.pairs(content);
        pair(pairs, messages.unit, shown.unit());
        pair(pairs, messages.department, shown.department());
        pair(pairs, messages.reviewNo, shown.reviewNo());
        pair(pairs, messages.projectClass, shown.projectClass() == null ? "" : word("proposal.choice.PROJECT_CLASS." + shown.projectClass(), shown.projectClass()));
        pair(pairs, messages.validUntil, shown.validUntil() == null ? "" : shown.validUntil().toString());
        pair(pairs, messages.projectCode, shown.projectCode());
        pair(pairs, messages.funds, shown.funds().stream().map(fund -> String.join(" ", Integer.toString(fund.year()),
                word("form.fund." + fund.kind().name(), fund.kind().name()), messages.format(messages.wan, fund.amount().wanText()))).collect(Collectors.joining("；")));
        pair(pairs, messages.decision, shown.decision());
        pair(pairs, messages.conditions, String.join("；", shown.openConditions()));
        if (row.score() != null) {
            pair(pairs, messages.performance, messages.format(messages.grade, row.score().toPlainString(), texts.get("performance.grade." + row.grade().name())));
        }
        if (row.blocking() + row.warnings() > 0) {
            pair(pairs, messages.findings, messages.format(messages.findingsCount, row.blocking(), row.warnings()));
        }
    }

    private String word(String key, String otherwise) {
        return texts.has(key) ? texts.get(key) : otherwise;
    }

    private void pair(Composite pairs, String name, String value) {
        if (value != null && !value.isBlank()) {
            kit.pair(pairs, name, value);
        }
    }

    private void gates(LedgerProject shown) {
        List<LedgerColumn> known = GATES.stream().filter(column -> !shown.more(column).isBlank()).toList();
        if (known.isEmpty()) {
            return;
        }
        kit.section(content, messages.gates);
        Composite pairs = kit.pairs(content);
        known.forEach(column -> kit.pair(pairs, texts.get("ledger.column." + column.name()), shown.more(column)));
    }

    private void timeline(List<Event> events) {
        kit.section(content, messages.timeline);
        if (events.isEmpty()) {
            kit.muted(content, messages.timelineEmpty);
            return;
        }
        Composite list = kit.box(content, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(4), look.u(2)).applyTo(list);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
        for (Event event : events) {
            kit.muted(list, at(event.at()));
            Composite what = kit.box(list, 1);
            GridLayoutFactory.fillDefaults().applyTo(what);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(what);
            kit.text(what, texts.format(event.what()));
            if (event.detail() != null && !event.detail().isBlank()) {
                GridDataFactory.fillDefaults().grab(true, false).applyTo(kit.wrapped(what, event.detail()));
            }
        }
    }

    private static String at(Instant when) {
        return MINUTE.format(when);
    }

    private static Tone tone(State state) {
        return switch (state) {
            case APPROVED -> Tone.OK;
            case CONDITIONAL, DEFERRED, RETURNED, PRE_REJECTED -> Tone.WARN;
            case REJECTED, EXPIRED -> Tone.BLOCK;
            case MERGED, WITHDRAWN, DRAFT -> Tone.NEUTRAL;
            case SUBMITTED, COUNTERSIGN, EXPERT_REVIEW, READY_FOR_MEETING, READY_TO_CONCLUDE -> Tone.INFO;
        };
    }

    private void measure() {
        scroll.setMinSize(content.computeSize(scroll.getClientArea().width, SWT.DEFAULT));
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        header.actions().setFocus();
    }

    private record Loaded(LedgerRow row, List<Event> events) {
    }
}
