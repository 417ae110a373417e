package org.lianshen.workbench.paper;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.Message;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.service.DocumentService;
import org.lianshen.service.DocumentService.Standing;
import org.lianshen.service.Session;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PaperFiles;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
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
        return switch (standing) {
            case WORKING -> messages.notForSigning;
            case SIGNED -> messages.nothingChanged;
            case DRAFT, CHANGED -> session.actor().may(Permission.SIGN_PAPER) ? "" : messages.notAllowed;
        };
    }

    /** 草稿, 已签发 第 2 版 … @param last signed version, or null */
    String word(Standing standing, IssuedPaper last) {
        return switch (standing) {
            case WORKING -> messages.workingState;
            case DRAFT -> messages.draftState;
            case SIGNED -> messages.format(messages.signedState, last.version());
            case CHANGED -> messages.changedState;
        };
    }

    void sign(PaperKey key, String name, Consumer<IssuedPaper> then) {
        tasks.run(page, messages.signing, progress -> documents.signing(key), signing -> {
            var box = new SignBox(kit, messages, name, signing);
            dialogs.open(box, refused -> tasks.run(page, messages.signing, progress -> documents.sign(key, box.number(), box.date()), signed -> {
                dialogs.status(messages.format(messages.signed, name, signed.version(), signed.code()));
                then.accept(signed);
            }, refused));
        });
    }

    /** One paper to a file of the format. */
    void export(OfficialPaper paper, String name, Format format) {
        dialogs.saveFile(messages.export, PaperFiles.name(name) + format.ending(), new FileKind(format.name(), format.ending().substring(1)))
                .ifPresent(file -> write(file, progress -> documents.write(paper, List.of(file))));
    }

    /** Papers as they stand into one file of the format. */
    void export(List<PaperKey> keys, String name, Format format) {
        dialogs.saveFile(messages.export, PaperFiles.name(name) + format.ending(), new FileKind(format.name(), format.ending().substring(1)))
                .ifPresent(file -> write(file, progress -> documents.write(keys, format, file, progress).notices()));
    }

    /** Papers as they stand, each to a PDF file in a folder. */
    void export(List<PaperKey> keys) {
        dialogs.chooseFolder(messages.exportFolder, null).ifPresent(folder -> write(folder, progress -> documents.write(keys, Format.PDF, folder, progress).notices()));
    }

    private void write(Path said, Tasks.Work<List<Message>> work) {
        tasks.run(page, messages.exporting, work, notices -> {
            dialogs.status(messages.format(messages.exported, said.toString()));
            if (!notices.isEmpty()) {
                dialogs.inform(messages.export, String.join("\n", notices.stream().map(texts::format).toList()));
            }
        });
    }
}
