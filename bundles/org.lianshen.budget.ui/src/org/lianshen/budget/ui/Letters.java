package org.lianshen.budget.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Control;
import org.lianshen.service.LetterService;
import org.lianshen.service.LetterService.Head;
import org.lianshen.service.LetterService.UnitFindings;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** The way from findings to letters: asks to whom and under which number, then for a folder, then writes. */
final class Letters {

    private final Control scope;
    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final LetterService letters;
    private final BudgetMessages messages;
    private final Texts texts;
    private Path lastFolder;

    /** @param scope results are dropped once it is disposed */
    Letters(Control scope, Kit kit, Tasks tasks, DialogService dialogs, LetterService letters, BudgetMessages messages, Texts texts) {
        this.scope = scope;
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.letters = letters;
        this.messages = messages;
        this.texts = texts;
    }

    private record Known(List<UnitFindings> units, Head head) {
    }

    /** @param unit that is chosen first, or null; {@code then} once letters are written */
    void ask(int year, String unit, Runnable then) {
        tasks.run(scope, messages.loading, progress -> new Known(letters.units(year), letters.remembered()), known -> {
            if (known.units.isEmpty()) {
                dialogs.status(messages.format(messages.letterNothing, Integer.toString(year)));
                return;
            }
            var box = new LetterBox(kit, messages, known.units, known.head, unit);
            if (dialogs.open(box)) {
                dialogs.chooseFolder(messages.letterFolder, lastFolder).ifPresent(folder -> write(year, box, folder, then));
            }
        });
    }

    private void write(int year, LetterBox box, Path folder, Runnable then) {
        lastFolder = folder;
        tasks.run(scope, messages.letterWriting, progress -> letters.write(year, box.head(), box.to(), !box.again(), box.formats(), folder, progress), outcome -> {
            dialogs.status(messages.format(messages.letterWritten, outcome.letters().size(), folder.toString()));
            if (!outcome.notices().isEmpty()) {
                dialogs.inform(messages.letters, outcome.notices().stream().map(texts::format).collect(Collectors.joining("\n")));
            }
            then.run();
        });
    }
}
