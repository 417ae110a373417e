package org.lianshen.budget.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.budget.ui.RunsModel.Row;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.RuleSpec;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** What a finding said that the last check does not find any more. */
final class FindingBox implements DialogService.View {

    private final Kit kit;
    private final BudgetMessages messages;
    private final Texts texts;
    private final RulePack pack;
    private final Finding finding;

    FindingBox(Kit kit, BudgetMessages messages, Texts texts, RulePack pack, Row row) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        this.pack = pack;
        this.finding = row.finding();
    }

    @Override
    public String title() {
        return messages.goneFinding;
    }

    @Override
    public Control create(Composite parent) {
        Look look = kit.look();
        ScrolledComposite scroll = kit.scroll(parent);
        GridDataFactory.fillDefaults().grab(true, true).hint(look.characters(80), look.u(100)).applyTo(scroll);
        Composite area = kit.box(scroll, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(2)).applyTo(area);
        RuleSpec rule = pack.rules().get(finding.rule());
        boolean chinese = "zh".equals(texts.locale().getLanguage());
        Composite head = kit.row(area, 2);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        kit.wrapped(head, rule == null ? finding.rule() : String.join("  ", finding.rule(), chinese ? rule.title() : rule.titleEn())).setFont(look.section());
        kit.tag(head, FindingDetail.tone(finding.severity()), texts.get("table.severity." + finding.severity().name()));
        kit.wrapped(area, messages.goneFindingSays).setForeground(look.muted());
        Composite pairs = kit.pairs(area);
        kit.pair(pairs, messages.message, texts.format(finding.message()));
        finding.evidence().forEach((key, value) -> kit.pair(pairs, texts.has(key) ? texts.get(key) : key, FindingsModel.amount(value)));
        scroll.setContent(area);
        scroll.addListener(org.eclipse.swt.SWT.Resize, event -> scroll.setMinSize(area.computeSize(scroll.getClientArea().width, org.eclipse.swt.SWT.DEFAULT)));
        return scroll;
    }
}
