package org.lianshen.workbench.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.service.DocumentService;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.Session;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.dialog.RefusedBox;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** What the list of papers and the preview both do with a paper. */
final class PaperActs {

    private final Control page;
    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final Session session;
    private final DocumentService documents;
    private final PaperMessages messages;
    private final Texts texts;

    PaperActs(Control page, Kit kit, Tasks tasks, DialogService dialogs, Session session, DocumentService documents, PaperMessages messages, Texts texts) {
        this.page = page;
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.session = session;
        this.documents = documents;
        this.messages = messages;
        this.texts = texts;
    }

    /** Why a paper cannot be signed now; empty where it can. */
    String unsignable(Standing standing) {
        return !session.actor().may(Permission.SIGN_PAPER) ? messages.notAllowed : standing == Standing.SIGNED ? messages.nothingChanged : "";
    }

    void sign(PaperKey key, String name, Consumer<IssuedPaper> then) {
        tasks.run(page, messages.signing, progress -> documents.signing(key), signing -> {
            var box = new SignBox(kit, messages, name, signing);
            RefusedBox.open(kit, dialogs, box, refused -> tasks.run(page, messages.signing, progress -> documents.sign(key, box.number(), box.date()), signed -> {
                dialogs.status(messages.format(messages.signed, name, signed.version(), signed.code()));
                then.accept(signed);
            }, refused));
        });
    }

    /** One paper to a file of the format. */
    void export(OfficialPaper paper, String name, Format format) {
        dialogs.saveFile(messages.export, name + format.ending(), new FileKind(format.name(), format.ending().substring(1)))
                .ifPresent(file -> write(List.of(new Named(paper, file)), file));
    }

    /** A paper and the file it goes to. */
    record Named(OfficialPaper paper, Path file) {
    }

    private void write(List<Named> all, Path said) {
        tasks.run(page, messages.exporting, progress -> {
            var notices = new java.util.LinkedHashSet<org.lianshen.model.Message>();
            for (int i = 0; i < all.size(); i++) {
                progress.check();
                notices.addAll(documents.write(all.get(i).paper(), List.of(all.get(i).file())));
                progress.at(i + 1, all.size());
            }
            return notices;
        }, notices -> {
            dialogs.status(messages.format(messages.exported, said.toString()));
            if (!notices.isEmpty()) {
                dialogs.inform(messages.export, String.join("\n", notices.stream().map(texts::format).toList()));
            }
        });
    }

    /** Several papers, each to a PDF file in a folder. */
    void export(List<Chosen> papers) {
        dialogs.chooseFolder(messages.exportFolder, null).ifPresent(folder -> tasks.run(page, messages.exporting,
                progress -> papers.stream().map(each -> new Named(documents.compose(each.key()).paper(), folder.resolve(file(each.name()) + Format.PDF.ending()))).toList(),
                all -> write(all, folder)));
    }

    /** @param name as listed */
    record Chosen(PaperKey key, String name) {
    }

    static String file(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ");
    }
}
