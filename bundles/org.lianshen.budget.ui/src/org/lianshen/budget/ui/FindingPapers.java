package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Control;
import org.lianshen.service.LinkageService;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.task.Tasks;

/** What goes out of a check: the findings as a workbook, and the imported workbooks with the findings marked in them. */
final class FindingPapers {

    private final Control scope;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final LinkageService linkage;
    private final BudgetMessages messages;

    FindingPapers(Control scope, Tasks tasks, DialogService dialogs, LinkageService linkage, BudgetMessages messages) {
        this.scope = scope;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.linkage = linkage;
        this.messages = messages;
    }

    void export(FindingsModel model) {
        save(model, messages.exportFindings, messages.findingsFile, target -> tasks.run(scope, messages.exporting, progress -> {
            linkage.exportFindings(model.run(), target);
            return target;
        }, written -> dialogs.status(messages.format(messages.exported, model.run().findings().size(), written.toString()))));
    }

    void mark(FindingsModel model) {
        save(model, messages.mark, messages.markedFile, target -> tasks.run(scope, messages.marking, progress -> linkage.mark(model.run(), target),
                written -> dialogs.status(messages.format(messages.marked, String.join(", ", written.stream().map(Path::toString).toList())))));
    }

    private void save(FindingsModel model, String title, String name, Consumer<Path> writer) {
        dialogs.saveFile(title, messages.format(name, Integer.toString(model.year())), new FileKind(messages.workbook, "xlsx")).ifPresent(writer);
    }
}
