package org.lianshen.workbench.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.WorkbenchMessages;

/** {@link DialogService} with real boxes. */
public final class SwtDialogService implements DialogService {

    private final Supplier<Shell> window;
    private final Kit kit;
    private final WorkbenchMessages messages;
    private final Consumer<String> status;

    /** @param window over which boxes open; @param status takes lines for the bottom of the window */
    public SwtDialogService(Supplier<Shell> window, Kit kit, WorkbenchMessages messages, Consumer<String> status) {
        this.window = window;
        this.kit = kit;
        this.messages = messages;
        this.status = status;
    }

    @Override
    public void inform(String title, String text) {
        new MessageBox(this, title, Tone.INFO, text, List.of(messages.ok)).open();
    }

    @Override
    public void problem(Tasks.Failure failure) {
        String title = failure.ownFault() ? messages.faultTitle : messages.problemTitle;
        new MessageBox(this, title, failure.ownFault() ? Tone.BLOCK : Tone.WARN, failure.message(), List.of(messages.close)).open();
    }

    @Override
    public boolean confirm(String title, String text, String verb) {
        return new MessageBox(this, title, Tone.WARN, text, List.of(verb, messages.cancel)).open() == 0;
    }

    @Override
    public int choose(String title, String text, List<String> verbs) {
        List<String> buttons = new ArrayList<>(verbs);
        buttons.add(messages.cancel);
        int chosen = new MessageBox(this, title, Tone.INFO, text, buttons).open();
        return chosen < verbs.size() ? chosen : -1;
    }

    @Override
    public Optional<String> ask(String title, String label, String value, UnaryOperator<String> check) {
        LineBox box = new LineBox(kit, title, messages.ok, label, value, check);
        return open(box) ? Optional.of(box.value()) : Optional.empty();
    }

    @Override
    public void ask(String title, String label, UnaryOperator<String> check, BiConsumer<String, Consumer<Tasks.Failure>> attempt) {
        LineBox box = new LineBox(kit, title, messages.ok, label, "", check);
        open(box, refused -> attempt.accept(box.value(), refused));
    }

    @Override
    public SaveAnswer askSave(String name) {
        int chosen = new MessageBox(this, messages.unsavedTitle, Tone.WARN, messages.format(messages.unsavedText, name),
                List.of(messages.save, messages.discard, messages.stay)).open();
        return chosen == 0 ? SaveAnswer.SAVE : chosen == 1 ? SaveAnswer.DISCARD : SaveAnswer.STAY;
    }

    @Override
    public List<Path> openFiles(String title, boolean several, FileKind... kinds) {
        FileDialog dialog = files(SWT.OPEN | (several ? SWT.MULTI : SWT.SINGLE), title, kinds);
        if (dialog.open() == null) {
            return List.of();
        }
        Path folder = Path.of(dialog.getFilterPath());
        return java.util.Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, FileKind... kinds) {
        FileDialog dialog = files(SWT.SAVE, title, kinds);
        dialog.setFileName(suggestedName.replaceAll("[\\\\/:*?\"<>|]", " "));
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path start) {
        DirectoryDialog dialog = new DirectoryDialog(window.get());
        dialog.setText(title);
        if (start != null) {
            dialog.setFilterPath(start.toString());
        }
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    @Override
    public Optional<PrinterData> choosePrinter(int pages) {
        var proposed = new PrinterData();
        proposed.startPage = 1;
        proposed.endPage = pages;
        proposed.duplex = PrinterData.DUPLEX_LONG_EDGE;
        var dialog = new PrintDialog(window.get());
        dialog.setPrinterData(proposed);
        return Optional.ofNullable(dialog.open());
    }

    @Override
    public boolean open(Box box) {
        return new ContentBox(this, box).open() == 0;
    }

    @Override
    public Box refused(Box box, String why) {
        return new RefusedBox(kit, box, why);
    }

    @Override
    public void show(View view) {
        new ViewBox(this, view).open();
    }

    @Override
    public void status(String text) {
        status.accept(text);
    }

    Shell window() {
        return window.get();
    }

    Kit kit() {
        return kit;
    }

    WorkbenchMessages messages() {
        return messages;
    }

    private FileDialog files(int style, String title, FileKind... kinds) {
        FileDialog dialog = new FileDialog(window.get(), style);
        dialog.setText(title);
        dialog.setFilterNames(java.util.Arrays.stream(kinds).map(FileKind::label).toArray(String[]::new));
        dialog.setFilterExtensions(java.util.Arrays.stream(kinds).map(FileKind::pattern).toArray(String[]::new));
        return dialog;
    }
}
