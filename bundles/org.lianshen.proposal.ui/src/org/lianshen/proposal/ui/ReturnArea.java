package org.lianshen.proposal.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;

/** The list of a 退回补正 with a field for the answer to each item. */
final class ReturnArea {

    private final Kit kit;
    private final Look look;
    private final ProposalMessages messages;
    private final ProposalModel model;
    private final Composite area;

    ReturnArea(Composite parent, Kit kit, ProposalMessages messages, ProposalModel model) {
        this.kit = kit;
        this.messages = messages;
        this.model = model;
        look = kit.look();
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(3)).applyTo(area);
        for (ReturnItem item : model.returned()) {
            item(item);
        }
    }

    Composite control() {
        return area;
    }

    private void item(ReturnItem item) {
        Composite card = kit.card(area, 1);
        kit.wrapped(card, messages.format(messages.returnHead, item.no(), item.place())).setFont(look.bold());
        Composite pairs = kit.pairs(card);
        pairs.setBackground(card.getBackground());
        pair(pairs, messages.returnProblem, item.problem());
        pair(pairs, messages.returnRequest, item.request());
        pair(pairs, messages.returnBasis, item.basis());
        kit.muted(card, messages.returnAnswer);
        Text answer = new Text(card, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        answer.setText(model.answer(item.no()));
        answer.setFont(look.base());
        Kit.name(answer, messages.format(messages.returnAnswerTo, item.no(), item.problem()));
        GridDataFactory.fillDefaults().grab(true, false).hint(look.u(40), look.u(14)).applyTo(answer);
        answer.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        answer.addListener(SWT.Modify, event -> model.answer(item.no(), answer.getText()));
    }

    private void pair(Composite pairs, String name, String value) {
        if (value != null && !value.isBlank()) {
            kit.pair(pairs, name, value);
        }
    }
}
