package org.lianshen.proposal.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.Message;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Section;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/**
 * What the form check found, by section: the section at hand in full, the others as one line with counts (in full too after an attempt to submit). What is merely not
 * filled in yet is one line of links; a warning has a field for its reason.
 */
final class FindingsPanel {

    private final Kit kit;
    private final Look look;
    private final Texts texts;
    private final ProposalMessages messages;
    private final ProposalModel model;
    private final Consumer<FormFinding> jump;
    private final Consumer<Section> open;
    private final Runnable resized;
    private final Composite area;
    private Section at = Section.BASICS;
    private boolean all;
    private List<Object> shown = List.of();

    FindingsPanel(Composite parent, Kit kit, Texts texts, ProposalMessages messages, ProposalModel model, Consumer<FormFinding> jump, Consumer<Section> open,
            Runnable resized) {
        this.kit = kit;
        this.texts = texts;
        this.messages = messages;
        this.model = model;
        this.jump = jump;
        this.open = open;
        this.resized = resized;
        look = kit.look();
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(2)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        model.listen(event -> {
            if (!area.isDisposed() && (event == ProposalModel.Event.CHECKED || event == ProposalModel.Event.LOADED)) {
                show();
            }
        });
        show();
    }

    void at(Section section) {
        at = section;
        show();
    }

    /** Every section in full. */
    void showAll() {
        all = true;
        show();
    }

    private void show() {
        if (model.state() == null) {
            return;
        }
        List<Object> now = new ArrayList<>(List.of(at, all, model.editable()));
        now.addAll(model.findings());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        Kit.clear(area);
        kit.wrapped(area, model.editable() ? messages.checkTitle : messages.explainedTitle).setFont(look.section());
        List<FormFinding> found = model.findings();
        if (!model.editable()) {
            explained(found);
        } else if (found.isEmpty()) {
            kit.muted(area, messages.nothingFound);
        } else {
            long errors = found.stream().filter(finding -> finding.severity() == Severity.E).count();
            long warnings = found.stream().filter(finding -> finding.severity() == Severity.W).count();
            Label sum = kit.wrapped(area, messages.format(messages.checkSum, errors, warnings));
            sum.setForeground(look.muted());
            group(at, true);
            Arrays.stream(Section.values()).filter(section -> section != at).forEach(section -> group(section, all));
        }
        resized.run();
    }

    /** Under review: the reasons that came with the form. */
    private void explained(List<FormFinding> found) {
        List<FormFinding> reasons = found.stream().filter(finding -> !model.reason(finding).isEmpty()).toList();
        if (reasons.isEmpty()) {
            kit.muted(area, messages.nothingExplained);
        }
        for (FormFinding finding : reasons) {
            Composite card = kit.box(area, 1);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
            kit.wrapped(card, texts.format(finding.message())).setForeground(look.muted());
            kit.wrapped(card, model.reason(finding));
        }
    }

    private void group(Section section, boolean full) {
        List<FormFinding> found = model.findings(section);
        if (found.isEmpty()) {
            return;
        }
        Composite head = kit.row(area, 2);
        String name = texts.get("proposal.section." + section.name());
        if (section == at) {
            kit.bold(head, name);
        } else {
            kit.link(head, name, () -> open.accept(section));
        }
        long errors = found.stream().filter(finding -> finding.severity() == Severity.E).count();
        long warnings = found.stream().filter(finding -> finding.severity() == Severity.W).count();
        Label counts = kit.wrapped(head, errors + warnings == 0 ? ""
                : messages.format(errors == 0 ? messages.sectionWarnings : warnings == 0 ? messages.sectionErrors : messages.sectionCounts, errors, warnings));
        counts.setFont(look.caption());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(look.u(10), SWT.DEFAULT).applyTo(counts);
        counts.setForeground(look.tone(errors > 0 ? Tone.BLOCK : Tone.WARN));
        if (full) {
            missing(found.stream().filter(FindingsPanel::merelyEmpty).toList());
            // What must be put right comes first.
            found.stream().filter(finding -> !merelyEmpty(finding)).sorted(Comparator.comparing(FormFinding::severity)).forEach(this::one);
        }
    }

    /** Required, and nothing written yet: no fault so far. */
    private static boolean merelyEmpty(FormFinding finding) {
        return finding.field() != null && finding.severity() == Severity.E && (finding.check().equals("required") || finding.check().startsWith("needed."));
    }

    private void missing(List<FormFinding> empty) {
        if (empty.isEmpty()) {
            return;
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < empty.size(); i++) {
            names.add(String.format("<a href=\"%d\">%s</a>", i, texts.get("proposal.field." + empty.get(i).field().name()).replace("&", "&&")));
        }
        Link link = new Link(area, SWT.WRAP);
        link.setText(messages.format(messages.toFill, String.join(texts.get("common.listSeparator"), names)));
        link.setFont(look.base());
        link.setForeground(look.text());
        link.setLinkForeground(look.accent());
        link.setBackground(area.getBackground());
        link.addListener(SWT.Selection, event -> jump.accept(empty.get(Integer.parseInt(event.text))));
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(40), SWT.DEFAULT).applyTo(link);
    }

    private void one(FormFinding finding) {
        Tone tone = switch (finding.severity()) {
            case E -> Tone.BLOCK;
            case W -> Tone.WARN;
            case I -> Tone.INFO;
        };
        Composite row = kit.box(area, 2);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(look.u(2), look.u(1)).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        Label sign = kit.icon(row, tone.icon(), look.tone(tone));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
        kit.wrapped(row, texts.format(finding.message()));
        for (Message compared : finding.compared()) {
            kit.text(row, "");
            Label price = kit.wrapped(row, texts.format(compared));
            price.setFont(look.caption());
            price.setForeground(look.muted());
        }
        kit.text(row, "");
        kit.link(row, messages.goThere, () -> jump.accept(finding));
        if (finding.severity() == Severity.W) {
            kit.text(row, "");
            Label hint = kit.wrapped(row, messages.reasonHint);
            hint.setFont(look.caption());
            hint.setForeground(look.muted());
            kit.text(row, "");
            reason(row, finding);
        }
    }

    /** Offered once there is a reason that could serve the others. */
    private Link forAlike(Composite row, FormFinding finding, int alike) {
        Link link = kit.link(row, messages.format(messages.reasonForAlike, alike), () -> {
            model.reasonForAlike(finding);
            shown = List.of();
            show();
        });
        GridDataFactory.swtDefaults().span(2, 1).indent(look.u(6), 0).applyTo(link);
        show(link, !model.reason(finding).isEmpty());
        return link;
    }

    private void show(Link link, boolean visible) {
        GridData data = (GridData) link.getLayoutData();
        if (data.exclude == visible) {
            data.exclude = !visible;
            link.setVisible(visible);
            resized.run();
        }
    }

    private void reason(Composite row, FormFinding finding) {
        Text reason = new Text(row, SWT.BORDER | SWT.MULTI | SWT.WRAP);
        reason.setText(model.reason(finding));
        reason.setFont(look.base());
        Kit.name(reason, messages.format(messages.reasonFor, texts.format(finding.message())));
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(30), look.u(10)).applyTo(reason);
        reason.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        int alike = model.alike(finding).size();
        Link all = alike == 0 ? null : forAlike(row, finding, alike);
        reason.addListener(SWT.Modify, event -> {
            model.reason(finding, reason.getText());
            if (all != null) {
                show(all, !reason.getText().isBlank());
            }
        });
    }
}
