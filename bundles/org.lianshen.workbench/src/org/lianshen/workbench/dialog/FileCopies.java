package org.lianshen.workbench.dialog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.WorkbenchMessages;

/** A file kept with the store goes out as a copy: into the program that opens such files, or where the person says. */
public final class FileCopies {

    private final Tasks tasks;
    private final DialogService dialogs;
    private final WorkbenchMessages messages;

    public FileCopies(Tasks tasks, DialogService dialogs, WorkbenchMessages messages) {
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    /** @param scope the result is dropped once it is disposed @param fetch writes the file to the path given */
    public void open(Control scope, String name, Consumer<Path> fetch) {
        openWritten(scope, name, target -> written(fetch, target));
    }

    /** As {@link #open}, where only the fetched file says how it ends. @param fetch writes the file beside the path given and names it */
    public void openWritten(Control scope, String name, UnaryOperator<Path> fetch) {
        tasks.run(scope, messages.format(messages.openingFile, name), progress -> {
            Path folder = Files.createTempDirectory("lianshen");
            Path copy = folder.resolve(Path.of(name).getFileName());
            folder.toFile().deleteOnExit();
            Path written = fetch.apply(copy);
            written.toFile().deleteOnExit();
            return written;
        }, copy -> {
            if (!Program.launch(copy.toString())) {
                dialogs.inform(messages.openFile, messages.format(messages.noProgram, name));
            }
        });
    }

    /** As {@link #open}, to a file that the person chooses. */
    public void save(Control scope, String name, Consumer<Path> fetch) {
        saveWritten(scope, name, target -> written(fetch, target));
    }

    private static Path written(Consumer<Path> fetch, Path target) {
        fetch.accept(target);
        return target;
    }

    /** As {@link #save}, where only the fetched file says how it ends. */
    public void saveWritten(Control scope, String name, UnaryOperator<Path> fetch) {
        dialogs.saveFile(messages.saveCopy, name).ifPresent(target -> tasks.run(scope, messages.saveCopy, progress -> fetch.apply(target), written -> dialogs.status(messages.format(messages.savedCopy, written.toString()))));
    }
}
