package org.lianshen.review.ui;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.service.ExchangeService.FormPage;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;

/** What a filled form says, and what stands against it; it is taken whole or not at all. */
final class FormBox implements DialogService.Box {

    private final Kit kit;
    private final Texts texts;
    private final PackageMessages messages;
    private final Path file;
    private final List<FormPage> pages;

    FormBox(Kit kit, Texts texts, PackageMessages messages, Path file, List<FormPage> pages) {
        this.kit = kit;
        this.texts = texts;
        this.messages = messages;
        this.file = file;
        this.pages = pages;
    }

    @Override
    public String title() {
        return messages.format(messages.formTitle, file.getFileName());
    }

    @Override
    public String verb() {
        return messages.formVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        var area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
        for (FormPage page : pages) {
            kit.tag(area, page.against() == null ? Tone.OK : Tone.BLOCK, texts.get("review.overall." + page.page().opinion().overall().name()));
            String said = messages.format(messages.formLine, page.reviewNo(), page.name(), page.page().signer(), page.page().opinion().cuts().size());
            GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(76), SWT.DEFAULT).applyTo(kit.wrapped(area, said));
            if (page.against() != null) {
                kit.text(area, "");
                GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(76), SWT.DEFAULT).applyTo(kit.wrapped(area, texts.format(page.against())));
            }
        }
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(kit.look().characters(76), SWT.DEFAULT).applyTo(kit.wrapped(area, messages.formNote));
        return area;
    }

    @Override
    public String missing() {
        return pages.stream().anyMatch(page -> page.against() != null) ? messages.formRefused : "";
    }
}
