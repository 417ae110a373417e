package org.lianshen.review.ui;

import java.nio.file.Path;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.kit.Kit;

/** 代录: who signed on the paper, and its scan. */
final class RecordBox implements DialogService.Box {

    private final Kit kit;
    private final DialogService dialogs;
    private final ReviewMessages messages;
    private final String body;
    private final boolean scanOptional;
    private String signer = "";
    private Path scan;

    RecordBox(Kit kit, DialogService dialogs, ReviewMessages messages, String body, boolean scanOptional) {
        this.kit = kit;
        this.dialogs = dialogs;
        this.messages = messages;
        this.body = body;
        this.scanOptional = scanOptional;
    }

    String signer() {
        return signer;
    }

    /** Null where no scan was chosen. */
    Path scan() {
        return scan;
    }

    @Override
    public String title() {
        return messages.format(messages.recordTitle, body);
    }

    @Override
    public String verb() {
        return messages.record;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        var area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
        kit.muted(area, messages.recordSigner);
        Text name = kit.entry(area, messages.recordSigner, SWT.NONE);
        name.setText(signer);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(name);
        name.addListener(SWT.Modify, event -> {
            signer = name.getText().strip();
            state.run();
        });
        kit.muted(area, messages.recordScan);
        Text file = kit.entry(area, messages.recordScan, SWT.READ_ONLY);
        file.setText(scan == null ? "" : scan.getFileName().toString());
        kit.button(area, messages.recordChoose, () -> dialogs.openFiles(messages.recordChoose, false, new FileKind(messages.recordScan, "pdf", "jpg", "jpeg", "png", "tif")).forEach(chosen -> {
            scan = chosen;
            file.setText(chosen.getFileName().toString());
            state.run();
        }));
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(kit.look().u(80), SWT.DEFAULT).applyTo(kit.wrapped(area, messages.recordNote));
        return area;
    }

    @Override
    public String missing() {
        return signer.isEmpty() ? messages.missingSigner : scan == null && !scanOptional ? messages.recordChoose : "";
    }
}
