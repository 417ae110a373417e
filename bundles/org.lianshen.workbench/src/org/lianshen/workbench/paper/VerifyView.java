package org.lianshen.workbench.paper;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.service.DocumentService;
import org.lianshen.service.document.Verification;
import org.lianshen.service.document.Verification.Check;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;

/** Checks a paper against log and store, by what is printed on it or by its file. */
final class VerifyView implements DialogService.View {

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final DocumentService documents;
    private final PaperMessages messages;
    private final Texts texts;
    private ScrolledComposite scroll;
    private Composite result;

    VerifyView(Kit kit, Tasks tasks, DialogService dialogs, DocumentService documents, PaperMessages messages, Texts texts) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.documents = documents;
        this.messages = messages;
        this.texts = texts;
    }

    @Override
    public String title() {
        return messages.verify;
    }

    @Override
    public Control create(Composite parent) {
        Composite area = kit.box(parent, 1);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(70), SWT.DEFAULT).applyTo(kit.wrapped(area, messages.verifyNote));
        Composite bar = kit.row(area, 6);
        kit.text(bar, messages.verifyNumber);
        Text number = kit.entry(bar, messages.verifyNumber, SWT.NONE);
        kit.text(bar, messages.verifyCode);
        Text code = kit.entry(bar, messages.verifyCode, SWT.NONE);
        code.setMessage("9F3C-21D0-77AB");
        Runnable typed = () -> {
            String no = number.getText();
            String printed = code.getText();
            run(progress -> documents.verify(no, printed));
        };
        number.addListener(SWT.DefaultSelection, event -> typed.run());
        code.addListener(SWT.DefaultSelection, event -> typed.run());
        kit.button(bar, messages.verifyNow, typed);
        kit.button(bar, messages.verifyFile, () -> dialogs.openFiles(messages.verify, false, new FileKind(messages.paperFile, "pdf", "docx", "ofd")).stream().findFirst()
                .ifPresent(file -> run(progress -> documents.verify(file))));
        scroll = kit.scroll(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, kit.look().u(60)).applyTo(scroll);
        result = kit.box(scroll, 2);
        scroll.setContent(result);
        scroll.addListener(SWT.Resize, event -> measure());
        return area;
    }

    private void run(Tasks.Work<Verification> work) {
        Kit.clear(result);
        tasks.run(result, messages.verifying, work, this::show, failure -> {
            Kit.clear(result);
            line(false, failure.message());
            laidOut();
        });
    }

    private void show(Verification verification) {
        Kit.clear(result);
        for (Check check : verification.checks()) {
            line(check.holds(), texts.format(check.message()));
        }
        laidOut();
    }

    private void line(boolean holds, String words) {
        Tone tone = holds ? Tone.OK : Tone.BLOCK;
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(kit.tag(result, tone, holds ? messages.holds : messages.fails));
        kit.wrapped(result, words);
    }

    private void laidOut() {
        result.layout(true, true);
        measure();
    }

    private void measure() {
        scroll.setMinHeight(result.computeSize(scroll.getClientArea().width, SWT.DEFAULT).y);
    }
}
