package org.lianshen.workbench.testing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileKind;
import org.lianshen.workbench.task.Tasks;

/** A dialog service that opens nothing: it writes down what was said and asked, and gives the answers put in before. A question without an answer fails the test. */
public final class RecordedDialogs implements DialogService {

    private final List<String> said = new ArrayList<>();
    private final List<String> statuses = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();

    /**
     * The answer to the next question: {@link Boolean} for confirm, {@link Integer} for choose, {@link String} for ask, {@link SaveAnswer}, {@link Path} for files, or a
     * {@link BoxAct} for a box of content; {@link Optional#empty()} turns away from ask and files.
     */
    public RecordedDialogs answer(Object answer) {
        answers.add(answer);
        return this;
    }

    /** Acts in a box as a person would, with its content made in a hidden shell. */
    @FunctionalInterface
    public interface BoxAct {

        /** @return whether to press the box's verb; of no meaning in a box that is only read */
        boolean act(Control content);
    }

    /** All that was said and asked, one entry each: title and text. */
    public List<String> said() {
        return List.copyOf(said);
    }

    /** Lines for the bottom of the window. */
    public List<String> statuses() {
        return List.copyOf(statuses);
    }

    @Override
    public void inform(String title, String text) {
        said.add(title + ": " + text);
    }

    @Override
    public void problem(Tasks.Failure failure) {
        if (failure.ownFault()) {
            throw new AssertionError(failure.message(), failure.cause());
        }
        said.add(failure.message());
    }

    @Override
    public boolean confirm(String title, String text, String verb) {
        said.add(title + ": " + text);
        return next(Boolean.class, title);
    }

    @Override
    public int choose(String title, String text, List<String> verbs) {
        said.add(title + ": " + text);
        return next(Integer.class, title);
    }

    @Override
    public Optional<String> ask(String title, String label, String value, UnaryOperator<String> check) {
        said.add(title + ": " + label);
        Object answer = next(Object.class, title);
        if (answer instanceof String text && check.apply(text) != null) {
            throw new AssertionError(text + " is refused: " + check.apply(text));
        }
        return answer instanceof String text ? Optional.of(text) : Optional.empty();
    }

    @Override
    public void ask(String title, String label, UnaryOperator<String> check, BiConsumer<String, Consumer<Tasks.Failure>> attempt) {
        ask(title, label, "", check).ifPresent(text -> attempt.accept(text, failure -> {
            problem(failure);
            ask(title, label, check, attempt);
        }));
    }

    /** The reason is among what was {@link #said}; the same box comes back. */
    @Override
    public Box refused(Box box, String why) {
        said.add(why);
        return box;
    }

    @Override
    public SaveAnswer askSave(String name) {
        said.add(name);
        return next(SaveAnswer.class, name);
    }

    @Override
    public List<Path> openFiles(String title, boolean several, FileKind... kinds) {
        Object answer = next(Object.class, title);
        if (answer instanceof List<?> paths) {
            return paths.stream().map(Path.class::cast).toList();
        }
        return answer instanceof Path path ? List.of(path) : List.of();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, FileKind... kinds) {
        said.add(title + ": " + suggestedName);
        return next(Object.class, title) instanceof Path path ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Optional<Path> chooseFolder(String title, Path start) {
        return next(Object.class, title) instanceof Path path ? Optional.of(path) : Optional.empty();
    }

    @Override
    public Optional<PrinterData> choosePrinter(int pages) {
        return next(Object.class, "print " + pages) instanceof PrinterData chosen ? Optional.of(chosen) : Optional.empty();
    }

    @Override
    public boolean open(Box box) {
        said.add(box.title());
        BoxAct act = next(BoxAct.class, box.title());
        return hidden(shell -> box.create(shell, () -> {
        }), content -> {
            if (!act.act(content)) {
                return false;
            }
            if (!box.missing().isEmpty()) {
                throw new AssertionError(box.title() + " cannot be closed: " + box.missing());
            }
            return box.accept();
        });
    }

    /** Makes content in a hidden shell, has it acted in, and takes it away again. */
    private static boolean hidden(Function<Composite, Control> content, Predicate<Control> act) {
        Shell shell = new Shell(Display.getCurrent(), SWT.DIALOG_TRIM);
        try {
            shell.setLayout(new FillLayout());
            Control made = content.apply(shell);
            shell.layout(true, true);
            return act.test(made);
        } finally {
            shell.dispose();
        }
    }

    @Override
    public void show(View view) {
        said.add(view.title());
        BoxAct act = next(BoxAct.class, view.title());
        hidden(view::create, act::act);
    }

    @Override
    public void status(String text) {
        statuses.add(text);
    }

    private <A> A next(Class<A> type, String question) {
        Object answer = answers.poll();
        if (!type.isInstance(answer)) {
            throw new AssertionError("no answer (" + type.getSimpleName() + ") to: " + question);
        }
        return type.cast(answer);
    }
}
