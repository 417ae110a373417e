package org.lianshen.review.ui;

import java.nio.file.Path;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.kit.Kit;

/** 代录: an expert's score sheet from paper, with its scan. */
final class ScoreBox implements DialogService.Box {

    private static final int WIDTH = 100;
    private static final int HEIGHT = 110;

    private final Kit kit;
    private final DialogService dialogs;
    private final ExpertMessages messages;
    private final Texts texts;
    private final ScoreModel model;
    private final String expert;
    private final boolean scanOptional;
    private Path scan;

    ScoreBox(Kit kit, DialogService dialogs, ExpertMessages messages, Texts texts, ScoreModel model, String expert, boolean scanOptional) {
        this.kit = kit;
        this.dialogs = dialogs;
        this.messages = messages;
        this.texts = texts;
        this.model = model;
        this.expert = expert;
        this.scanOptional = scanOptional;
    }

    ScoreSheet sheet() {
        return model.sheet();
    }

    /** Null where no scan was chosen. */
    Path scan() {
        return scan;
    }

    @Override
    public String title() {
        return messages.format(messages.recordTitle, expert);
    }

    @Override
    public String verb() {
        return messages.recordSheet;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        var scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setBackground(parent.getBackground());
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        var area = new Composite(scroll, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().margins(kit.look().u(2), 0).spacing(0, kit.look().u(2)).applyTo(area);
        new ScoreSide(area, kit, messages, texts, model, state);
        Composite paper = kit.row(area, 3);
        kit.muted(paper, messages.scan);
        Text file = kit.entry(paper, messages.scan, SWT.READ_ONLY);
        file.setText(scan == null ? "" : scan.getFileName().toString());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(file);
        kit.button(paper, messages.chooseScan, () -> dialogs.openFiles(messages.chooseScan, false, new FileKind(messages.scan, "pdf", "jpg", "jpeg", "png", "tif")).forEach(chosen -> {
            scan = chosen;
            file.setText(chosen.getFileName().toString());
            state.run();
        }));
        scroll.setContent(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().u(WIDTH), kit.look().u(HEIGHT)).applyTo(scroll);
        scroll.addListener(SWT.Resize, event -> scroll.setMinSize(area.computeSize(scroll.getClientArea().width, SWT.DEFAULT)));
        return scroll;
    }

    @Override
    public String missing() {
        return model.missing().map(texts::format).orElse(scan == null && !scanOptional ? messages.chooseScan : "");
    }
}
