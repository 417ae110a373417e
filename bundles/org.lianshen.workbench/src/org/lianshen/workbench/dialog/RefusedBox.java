package org.lianshen.workbench.dialog;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;

/** A box that comes back with what was typed in it, because what it asked for was refused: above the fields stands why. */
public final class RefusedBox implements DialogService.Box {

    private final Kit kit;
    private final DialogService.Box box;
    private final String why;

    private RefusedBox(Kit kit, DialogService.Box box, String why) {
        this.kit = kit;
        this.box = box;
        this.why = why;
    }

    /** What is done with what was typed in a box. */
    @FunctionalInterface
    public interface Attempt {

        /** @param refused takes the failure, where it is not done */
        void run(java.util.function.Consumer<Tasks.Failure> refused);
    }

    /** Opens a box and makes the attempt when its verb is pressed, again and again until it is done or the person turns away; a fault of the program is said as ever. */
    public static void open(Kit kit, DialogService dialogs, DialogService.Box box, Attempt attempt) {
        again(kit, dialogs, box, box, attempt);
    }

    private static void again(Kit kit, DialogService dialogs, DialogService.Box box, DialogService.Box shown, Attempt attempt) {
        if (dialogs.open(shown)) {
            attempt.run(failure -> {
                if (failure.ownFault()) {
                    dialogs.problem(failure);
                } else {
                    again(kit, dialogs, box, new RefusedBox(kit, box, failure.message()), attempt);
                }
            });
        }
    }

    @Override
    public String title() {
        return box.title();
    }

    @Override
    public String verb() {
        return box.verb();
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 1);
        Composite said = kit.card(area, 1);
        said.setBackground(kit.look().tint(Tone.BLOCK));
        var words = kit.wrapped(said, why);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().u(90), SWT.DEFAULT).applyTo(words);
        Control content = box.create(area, state);
        if (content.getLayoutData() == null) {
            GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        }
        return area;
    }

    @Override
    public String missing() {
        return box.missing();
    }

    @Override
    public boolean accept() {
        return box.accept();
    }
}
