package org.lianshen.performance.ui;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.UsageEvidence;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.ExistingTables;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** What imported usage figures give to the indicators of a sheet, how it came about and from which rows; its verb writes it into the sheet. */
final class UsageBox implements DialogService.Box {

    private static final int WIDTH = 118;

    private final Kit kit;
    private final Grids grids;
    private final Texts texts;
    private final PerformanceMessages messages;
    private final UsageEvidence evidence;
    private final List<Given> given;

    /** An indicator and what is given to it. */
    private record Given(IndicatorValue row, UsageEvidence.Given usage) {
    }

    UsageBox(Kit kit, Grids grids, Texts texts, PerformanceMessages messages, UsageEvidence evidence, List<IndicatorValue> rows, PerformanceTemplate template) {
        this.kit = kit;
        this.grids = grids;
        this.texts = texts;
        this.messages = messages;
        this.evidence = evidence;
        given = rows.stream().flatMap(row -> evidence.of(row, template).map(usage -> new Given(row, usage)).stream()).toList();
    }

    /** The value for a row; empty where usage says nothing of it. */
    Optional<String> value(IndicatorValue row) {
        return given.stream().filter(each -> each.row().equals(row)).findFirst().map(each -> each.usage().value().toPlainString());
    }

    @Override
    public String title() {
        return messages.usageTitle;
    }

    @Override
    public String verb() {
        return messages.usageVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(2)).applyTo(area);
        kit.wrapped(area, given.isEmpty() ? messages.usageNone : messages.usageSays);
        if (evidence.idle() != null) {
            kit.toned(area, Tone.WARN, texts.format(evidence.idle()));
        }
        if (!given.isEmpty()) {
            ListTable<Given> values = grids.list(area, new TableSpec<>("performance.usage", "usage.title",
                    List.of(new Column<>("indicator", "performance.head.indicator", Type.TEXT, 34, each -> each.row().level3()),
                            new Column<>("actual", "performance.head.actual", Type.TEXT, 12, each -> each.row().actual()),
                            new Column<>("usage", "usage.head.given", Type.NUMBER, 12, each -> each.usage().value()),
                            new Column<>("how", "performance.head.formula", Type.TEXT, 54, each -> texts.format(each.usage().how())))));
            values.setRows(given);
            GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(WIDTH), kit.look().u(32)).applyTo(values.table());
            kit.section(area, messages.usageMonths);
            ListTable<UsageMonth> months = grids.list(area, ExistingTables.usage(texts));
            months.setRows(evidence.months());
            GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(WIDTH), kit.look().u(44)).applyTo(months.table());
        }
        return area;
    }

    @Override
    public String missing() {
        return given.isEmpty() ? messages.usageNone : "";
    }
}
