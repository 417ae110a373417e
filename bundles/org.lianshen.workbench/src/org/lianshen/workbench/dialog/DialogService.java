package org.lianshen.workbench.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.task.Tasks;

/** The only one that opens boxes. Tests answer in its place with {@code RecordedDialogs}. All methods are called on the UI thread. */
public interface DialogService {

    /** Says something that must be read. Something that need not interrupt goes to {@link #status}. */
    void inform(String title, String text);

    /** What happened, where, what to do next. */
    void problem(Tasks.Failure failure);

    /**
     * Asks before something is lost or cannot be taken back.
     *
     * @param text what will happen or be lost, by name
     * @param verb on the button that does it: "删除附件"
     * @return whether to do it
     */
    boolean confirm(String title, String text, String verb);

    /** @return index of the chosen verb, or -1 if the person turned away */
    int choose(String title, String text, List<String> verbs);

    /** One line of text. @param check gives what is wrong with it, or null */
    Optional<String> ask(String title, String label, String value, UnaryOperator<String> check);

    /** For a part with changes that are not stored. */
    SaveAnswer askSave(String name);

    enum SaveAnswer {
        SAVE, DISCARD, STAY
    }

    List<Path> openFiles(String title, boolean several, FileKind... kinds);

    Optional<Path> saveFile(String title, String suggestedName, FileKind... kinds);

    Optional<Path> chooseFolder(String title, Path start);

    /** The platform's print dialog, both sides of the sheet proposed. @param pages how many there are to print; empty where the person turned away or there is no printer */
    Optional<PrinterData> choosePrinter(int pages);

    /**
     * A box with content of its own, such as a form.
     *
     * @return whether it was closed by its verb
     */
    boolean open(Box box);

    /**
     * Opens a box and makes the attempt when its verb is pressed. Where that is refused the box comes back with what was entered and with the reason above it, again and again until
     * it is done or the person turns away; a fault of the program is said as ever.
     */
    default void open(Box box, Attempt attempt) {
        again(box, box, attempt);
    }

    private void again(Box box, Box shown, Attempt attempt) {
        if (open(shown)) {
            attempt.run(failure -> {
                if (failure.ownFault()) {
                    problem(failure);
                } else {
                    again(box, refused(box, failure.message()), attempt);
                }
            });
        }
    }

    /** The box as it comes back, with the reason above what was entered. */
    Box refused(Box box, String why);

    /** One line of text and what is done with it; comes back as a box does. @param check gives what is wrong with it, or null */
    void ask(String title, String label, UnaryOperator<String> check, BiConsumer<String, Consumer<Tasks.Failure>> attempt);

    /** What is done with what was entered in a box. */
    @FunctionalInterface
    interface Attempt {

        /** @param refused takes the failure, where it is not done */
        void run(Consumer<Tasks.Failure> refused);
    }

    /** A box that is only read; one button closes it. */
    void show(View view);

    /** A line at the bottom of the window that goes away by itself: "已导出 58 行到 疑点.xlsx". */
    void status(String text);

    /** Content of a box that is only read. */
    interface View {

        String title();

        /** Makes the content. */
        Control create(Composite parent);
    }

    /** Content of a box and what its buttons do. */
    interface Box {

        String title();

        /** On the button that closes the box and keeps what was entered. */
        String verb();

        /** Makes the content. @param state to be told whenever what {@link #missing()} answers may have changed */
        Control create(Composite parent, Runnable state);

        /** In words, why the verb cannot be pressed now; empty when it can. */
        String missing();

        /** Keeps what was entered. @return false to stay open */
        default boolean accept() {
            return true;
        }
    }
}
