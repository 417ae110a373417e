package org.lianshen.workbench.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.EclipseContextFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Areas;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.nav.Opener;
import org.lianshen.workbench.nav.PartInput;
import org.lianshen.workbench.settings.Settings;
import org.lianshen.workbench.task.Failures;
import org.lianshen.workbench.task.JobTasks;
import org.lianshen.workbench.task.Tasks;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.WorkbenchMessages;

/**
 * A window to try one part in: a shell on a real display, a context with all that the shell gives to parts, recorded dialogs and a recorded opener. Put the doubles of the
 * services in by {@link #with}, make the part by {@link #make}, act, and wait by {@link #until}.
 *
 * <p>Use on one thread, close when done: {@code try (var ui = new UiTest(folder)) {…}}.
 */
public final class UiTest implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Display display;
    private final Shell shell;
    private final IEclipseContext context;
    private final RecordedDialogs dialogs = new RecordedDialogs();
    private final RecordedOpener opener = new RecordedOpener();
    private final Look look;
    private final Tasks tasks;

    /** In Chinese, light. @param folder a temporary one, for settings */
    public UiTest(java.nio.file.Path folder) {
        this(folder, Language.CHINESE, false);
    }

    public UiTest(java.nio.file.Path folder, Language language, boolean dark) {
        display = Display.getCurrent() == null ? new Display() : Display.getCurrent();
        Areas.passOver(display);
        shell = new Shell(display, SWT.SHELL_TRIM);
        shell.setLayout(new FillLayout());
        shell.setSize(1200, 800);
        look = new Look(display, dark);
        shell.setBackground(look.surface());
        WorkbenchMessages messages = new WorkbenchMessages(language);
        Texts texts = new Texts(language.locale());
        tasks = new JobTasks(display, dialogs, new Failures(messages, texts, folder.resolve("lianshen.log")), running -> {
        });
        context = EclipseContextFactory.create("test");
        context.set(Display.class, display);
        context.set(Shell.class, shell);
        context.set(Composite.class, shell);
        context.set(Language.class, language);
        context.set(Look.class, look);
        context.set(Texts.class, texts);
        context.set(Settings.class, new Settings(folder.resolve("settings.properties")));
        context.set(DialogService.class, dialogs);
        context.set(Opener.class, opener);
        context.set(Tasks.class, tasks);
        context.set(PartInput.class, new PartInput(""));
    }

    /** A service for the part, usually a double. */
    public <S> UiTest with(Class<S> type, S service) {
        context.set(type, service);
        return this;
    }

    public UiTest input(String objectId) {
        return with(PartInput.class, new PartInput(objectId));
    }

    /** Makes the part in the shell, as the workbench would, opens the shell and waits until its calls have come back. */
    public <P> P make(Class<P> part) {
        P made = ContextInjectionFactory.make(part, context);
        shell.layout(true, true);
        shell.open();
        settle();
        return made;
    }

    /** Calls the part's method with that annotation ({@code Focus}, {@code Persist}, {@code PreDestroy}). */
    public void call(Object part, Class<? extends java.lang.annotation.Annotation> annotation) {
        ContextInjectionFactory.invoke(part, annotation, context, null);
        settle();
    }

    /** Waits until no task runs and every result has been taken. */
    public void settle() {
        until(tasks::isIdle, "tasks to end");
        while (display.readAndDispatch()) {
            continue;
        }
    }

    /** Pumps events until the condition holds. @throws AssertionError when it does not within the limit */
    public void until(BooleanSupplier condition, String what) {
        Instant end = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain for " + what + "; the screen holds: " + words());
            }
            if (!display.readAndDispatch()) {
                display.timerExec(10, display::wake);
                display.sleep();
            }
        }
    }

    public Display display() {
        return display;
    }

    public Shell shell() {
        return shell;
    }

    public Look look() {
        return look;
    }

    public IEclipseContext context() {
        return context;
    }

    public Tasks tasks() {
        return tasks;
    }

    /** What was said and asked; answers are put in before. */
    public RecordedDialogs dialogs() {
        return dialogs;
    }

    public RecordedOpener opener() {
        return opener;
    }

    /** All controls of that type, in the order of the tree; hidden ones too. */
    public <C extends Control> List<C> all(Class<C> type) {
        List<C> found = new ArrayList<>();
        collect(shell, type, found);
        return found;
    }

    /** The one that fits. @throws AssertionError if there is none */
    public <C extends Control> C find(Class<C> type, Predicate<C> fits) {
        return all(type).stream().filter(fits).findFirst().orElseThrow(() -> new AssertionError("no such " + type.getSimpleName() + "; the screen holds: " + words()));
    }

    public FlatButton button(String verb) {
        return find(FlatButton.class, button -> button.getText().equals(verb));
    }

    /** Presses the button with that verb and waits until its calls have come back. */
    public void press(String verb) {
        FlatButton button = button(verb);
        if (button.blocked() != null) {
            throw new AssertionError(verb + " is blocked: " + button.blocked());
        }
        button.press();
        settle();
    }

    /** Types into a field, replacing what is there. */
    public void type(Text field, String text) {
        field.setFocus();
        field.setText(text);
        settle();
    }

    /** Sends a key to a control. */
    public void key(Control control, int modifiers, int keyCode, char character) {
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.stateMask = modifiers;
            event.keyCode = keyCode;
            event.character = character;
            // A key may close what it was sent to, such as the editor of a cell.
            if (!control.isDisposed()) {
                control.notifyListeners(type, event);
            }
        }
        settle();
    }

    /** All words on the screen, for a look at the whole. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Control control : all(Control.class)) {
            String text = text(control);
            if (text != null && !text.isBlank()) {
                words.add(text);
            }
        }
        return words;
    }

    public boolean shows(String text) {
        return words().stream().anyMatch(word -> word.contains(text));
    }

    /** The accessible name of a control, as a screen reader would ask for it. */
    public static String accessibleName(Control control) {
        return AccessibleNames.of(control);
    }

    /** Writes what the shell shows as a picture. */
    public void screenshot(java.nio.file.Path file) {
        Image image = new Image(display, shell.getSize().x, shell.getSize().y);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
        loader.save(file.toString(), SWT.IMAGE_PNG);
        image.dispose();
    }

    @Override
    public void close() {
        if (!shell.isDisposed()) {
            settle();
            shell.dispose();
        }
        context.dispose();
    }

    private static String text(Control control) {
        return switch (control) {
            case Label label -> label.getData(Kit.WHOLE) instanceof String whole ? whole : label.getText();
            case Text text -> text.getText();
            case StyledText text -> text.getText();
            case FlatButton button -> button.getText();
            case org.lianshen.workbench.kit.StateTag tag -> tag.getText();
            case org.lianshen.workbench.kit.DeskItem item -> item.label();
            case org.eclipse.swt.widgets.Link link -> link.getText().replaceAll("<[^>]*>", "");
            case org.eclipse.swt.widgets.Button button -> button.getText();
            default -> null;
        };
    }

    private static <C extends Control> void collect(Composite parent, Class<C> type, List<C> found) {
        for (Control child : parent.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                collect(composite, type, found);
            }
        }
    }
}
