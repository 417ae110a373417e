package org.lianshen.proposal.ui;

import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.lianshen.service.SimilarityService.Band;
import org.lianshen.service.SimilarityService.Hit;
import org.lianshen.service.SimilarityService.Overlap;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;

/** Projects like this one, found while one types: how much alike, whose, how much, and which words both share. The machine rejects nothing. */
final class DuplicatesPanel {

    /** Overlaps shown for each project; the rest stands in the tooltip. */
    private static final int OVERLAPS = 3;

    private final Kit kit;
    private final Look look;
    private final ProposalMessages messages;
    private final Consumer<Hit> open;
    private final Runnable resized;
    private final Composite area;
    private List<Hit> shown;

    DuplicatesPanel(Composite parent, Kit kit, ProposalMessages messages, Consumer<Hit> open, Runnable resized) {
        this.kit = kit;
        this.messages = messages;
        this.open = open;
        this.resized = resized;
        look = kit.look();
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, look.u(2)).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
    }

    void show(List<Hit> hits) {
        List<Hit> telling = hits.stream().filter(hit -> hit.band() != Band.LOW).toList();
        if (telling.equals(shown)) {
            return;
        }
        shown = telling;
        Kit.clear(area);
        kit.section(area, messages.duplicatesTitle);
        if (telling.isEmpty()) {
            kit.wrapped(area, messages.noDuplicates).setForeground(look.muted());
        }
        telling.forEach(this::hit);
        resized.run();
    }

    private void hit(Hit hit) {
        Composite card = kit.box(area, 1);
        card.setBackground(look.surface());
        GridLayoutFactory.fillDefaults().margins(look.u(2), look.u(2)).spacing(0, look.u(1)).applyTo(card);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(card);
        String percent = hit.score().movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString();
        kit.tag(card, hit.band() == Band.HIGH ? Tone.BLOCK : Tone.WARN, messages.format(hit.band() == Band.HIGH ? messages.likelyDuplicate : messages.similarProject, percent));
        kit.wrapped(card, hit.name()).setFont(look.bold());
        kit.wrapped(card, messages.format(messages.hitFacts, hit.unit(), hit.amount() == null ? messages.amountUnknown : messages.format(messages.wan, hit.amount().wanText()),
                hit.reviewNo() == null ? "" : hit.reviewNo())).setForeground(look.muted());
        hit.why().stream().limit(OVERLAPS).forEach(overlap -> overlap(card, overlap));
        if (hit.project() != null) {
            kit.link(card, messages.openProject, () -> open.accept(hit));
        }
    }

    private void overlap(Composite card, Overlap overlap) {
        Label line = kit.wrapped(card, messages.format(messages.sameWords, overlap.overlap()));
        line.setToolTipText(messages.format(messages.bothSides, overlap.mine(), overlap.theirs()));
    }
}
