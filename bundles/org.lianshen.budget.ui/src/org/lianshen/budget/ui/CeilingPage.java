package org.lianshen.budget.ui;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.Money;
import org.lianshen.model.ceiling.CeilingPlan;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.service.SummaryService;
import org.lianshen.service.SummaryService.Pool;
import org.lianshen.service.table.SummaryTables;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grid;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.task.Tasks;

/** 总额模拟: the pool is typed or dragged, and the list shows at once what fits, what falls out, and why; a project is pinned in or left out with a reason. */
final class CeilingPage implements SummaryPage {

    private static final int STEPS = 1000;
    /** How far beyond what is asked for the slider reaches. */
    private static final BigDecimal REACH = new BigDecimal("1.2");

    private final Tasks tasks;
    private final DialogService dialogs;
    private final SummaryService summaries;
    private final BudgetMessages messages;
    private final Runnable reload;
    private final Composite page;
    private final Text amount;
    private final Scale slider;
    private final Button gaps;
    private final Label result;
    private final Grid<CeilingPlan.Row> grid;
    private final FlatButton pinIn;
    private final FlatButton pinOut;
    private final FlatButton free;
    private final Map<Integer, Money> typed = new ConcurrentHashMap<>();
    private Pool pool;
    private boolean showing;
    /** As the box stands; read off the UI thread. */
    private volatile boolean filled;

    /** @param reload reads everything again after a word was kept */
    CeilingPage(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, Opener opener, SummaryService summaries, BudgetMessages messages, Texts texts, Runnable reload) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.summaries = summaries;
        this.messages = messages;
        this.reload = reload;
        page = kit.page(parent);
        Composite bar = kit.box(page, 8);
        GridLayoutFactory.fillDefaults().numColumns(8).margins(kit.look().u(4), kit.look().u(2)).spacing(kit.look().u(3), 0).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        kit.text(bar, messages.ceilingAmount);
        amount = kit.entry(bar, messages.ceilingAmount, SWT.RIGHT);
        GridDataFactory.swtDefaults().hint(kit.look().characters(14), SWT.DEFAULT).applyTo(amount);
        slider = new Scale(bar, SWT.HORIZONTAL);
        slider.setMaximum(STEPS);
        slider.setPageIncrement(STEPS / 20);
        Kit.name(slider, messages.ceilingAmount);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(slider);
        gaps = new Button(bar, SWT.CHECK);
        gaps.setText(messages.ceilingGaps);
        gaps.setFont(kit.look().base());
        gaps.setToolTipText(messages.ceilingGapsHelp);
        kit.button(bar, messages.ceilingKeep, this::keep);
        pinIn = kit.button(bar, messages.pinIn, () -> pin(Pin.Kind.IN, messages.pinIn));
        pinOut = kit.button(bar, messages.pinOut, () -> pin(Pin.Kind.OUT, messages.pinOut));
        free = kit.button(bar, messages.pinFree, () -> pin(Pin.Kind.FREE, messages.pinFree));
        result = kit.wrapped(page, " ");
        GridDataFactory.fillDefaults().grab(true, false).indent(kit.look().u(4), 0).applyTo(result);
        grid = grids.grid(page, new SummaryTables(texts).ceiling());
        grid.tint(row -> switch (row.outcome()) {
            case FITS, PINNED -> null;
            case TOO_LARGE, PIN_TOO_LARGE, FORBIDDEN -> Tone.BLOCK;
            case AFTER_CEILING -> Tone.WARN;
            case EXCLUDED -> Tone.INFO;
        });
        grid.onSelect(rows -> allow());
        grid.onOpen(row -> opener.open(Opener.PROJECT, row.candidate().project().toString(), row.candidate().name()));
        amount.addListener(SWT.Modify, event -> typed());
        slider.addListener(SWT.Selection, event -> dragged());
        gaps.addListener(SWT.Selection, event -> plan());
        allow();
    }

    @Override
    public String title() {
        return messages.ceilingPage;
    }

    @Override
    public String subtitle() {
        return pool == null ? "" : messages.format(messages.ceilingSubtitle, pool.candidates().stream().map(candidate -> candidate.project()).distinct().count(), asked().wanText(), pool.unreviewed().wanText());
    }

    @Override
    public Control control() {
        return page;
    }

    @Override
    public Runnable load(int year) {
        Pool read = summaries.ceiling(year);
        return () -> {
            pool = read;
            Money start = typed.getOrDefault(year, read.amount() == null ? asked() : read.amount());
            write(start);
            slide(start);
            plan();
        };
    }

    private Money asked() {
        return Money.sum(pool.candidates().stream().map(candidate -> candidate.amount()).toList());
    }

    /** In 万元. */
    private Optional<Money> ceiling() {
        try {
            Money money = Money.ofWan(new BigDecimal(amount.getText().replace(",", "").strip()));
            return money.isNegative() ? Optional.empty() : Optional.of(money);
        } catch (NumberFormatException | ArithmeticException notAnAmount) {
            return Optional.empty();
        }
    }

    private void write(Money money) {
        showing = true;
        amount.setText(money.wan().stripTrailingZeros().toPlainString());
        showing = false;
    }

    private Money reach() {
        Money asked = asked().times(REACH);
        return asked.isPositive() ? asked : Money.ofWan(1);
    }

    private void slide(Money money) {
        slider.setSelection(money.min(reach()).ratioTo(reach(), 6).multiply(BigDecimal.valueOf(STEPS)).intValue());
    }

    private void typed() {
        if (!showing && pool != null) {
            ceiling().ifPresent(this::slide);
            plan();
        }
    }

    /** To whole 万元. */
    private void dragged() {
        if (pool != null) {
            long wan = reach().times(BigDecimal.valueOf(slider.getSelection()).movePointLeft(3)).wan().longValue();
            write(Money.ofWan(wan));
            plan();
        }
    }

    private void plan() {
        Optional<Money> ceiling = ceiling();
        if (pool == null || ceiling.isEmpty()) {
            result.setText(messages.ceilingUnreadable);
            return;
        }
        typed.put(pool.year(), ceiling.get());
        filled = gaps.getSelection();
        CeilingPlan plan = pool.plan(ceiling.get(), filled);
        grid.setRows(plan.rows());
        String fits = messages.format(messages.ceilingResult, plan.ceiling().wanText(), plan.in().size(), plan.given().wanText(), plan.left().wanText(), plan.out().size(), plan.waiting().wanText());
        result.setText(!pool.checked() ? messages.format(messages.ceilingUnchecked, fits)
                : plan.forbidden().isEmpty() ? fits : messages.format(messages.ceilingForbidden, fits, plan.forbidden().size(), plan.withheld().wanText()));
        page.layout(new Control[] {result});
        allow();
    }

    private void allow() {
        CeilingPlan.Row row = grid.selection().stream().findFirst().orElse(null);
        String none = row == null ? messages.nothingSelected : "";
        pinIn.allowUnless(none);
        pinOut.allowUnless(none);
        free.allowUnless(row != null && row.pin() == null ? messages.pinNone : none);
    }

    private void pin(Pin.Kind kind, String verb) {
        CeilingPlan.Row row = grid.selection().getFirst();
        UUID project = row.candidate().project();
        int year = pool.year();
        BiConsumer<String, Consumer<Tasks.Failure>> pin = (why, refused) -> tasks.run(page, messages.loading, progress -> summaries.pin(year, project, kind, why), kept -> reload.run(), refused);
        if (kind == Pin.Kind.FREE) {
            pin.accept("", dialogs::problem);
        } else {
            dialogs.ask(verb, messages.format(messages.pinReason, row.candidate().name()), text -> text.isBlank() ? messages.pinReasonMissing : null, pin);
        }
    }

    private void keep() {
        ceiling().ifPresent(money -> tasks.run(page, messages.loading, progress -> {
            summaries.setCeiling(pool.year(), money);
            return money;
        }, kept -> dialogs.status(messages.format(messages.ceilingKept, Integer.toString(pool.year()), kept.wanText()))));
    }

    @Override
    public void export(int year, Path target) {
        Pool read = summaries.ceiling(year);
        Money ceiling = typed.getOrDefault(year, read.amount() == null ? Money.ZERO : read.amount());
        summaries.exportCeiling(year, read.plan(ceiling, filled), target);
    }

    @Override
    public void filter() {
        grid.focusFilter();
    }
}
