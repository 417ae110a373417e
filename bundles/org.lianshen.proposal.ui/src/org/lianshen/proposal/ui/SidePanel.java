package org.lianshen.proposal.ui;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Section;
import org.lianshen.service.SimilarityService.Hit;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** Beside the form: what the check found, and projects like this one. */
final class SidePanel {

    private final ScrolledComposite scroll;
    private final Composite content;
    private final FindingsPanel findings;
    private final DuplicatesPanel duplicates;

    SidePanel(Composite parent, Kit kit, Texts texts, ProposalMessages messages, ProposalModel model, Consumer<FormFinding> jump, Consumer<Section> open,
            Consumer<Hit> openProject) {
        Look look = kit.look();
        scroll = kit.scroll(parent);
        scroll.setBackground(look.raised());
        content = kit.box(scroll, 1);
        GridLayoutFactory.fillDefaults().margins(look.u(4), look.u(4)).spacing(0, look.u(5)).applyTo(content);
        scroll.setContent(content);
        scroll.addListener(SWT.Resize, event -> fit());
        findings = new FindingsPanel(content, kit, texts, messages, model, jump, open, this::fit);
        duplicates = new DuplicatesPanel(content, kit, messages, openProject, this::fit);
    }

    void at(Section section) {
        findings.at(section);
        scroll.setOrigin(0, 0);
    }

    void showAll() {
        findings.showAll();
        scroll.setOrigin(0, 0);
    }

    void duplicates(List<Hit> hits) {
        duplicates.show(hits);
    }

    private void fit() {
        int width = scroll.getClientArea().width;
        if (width > 0) {
            scroll.setMinHeight(content.computeSize(width, SWT.DEFAULT).y);
            content.layout(true, true);
        }
    }
}
