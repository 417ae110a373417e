package org.lianshen.review.ui;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** The key of this store: who answers for it, for whom, and by what it is kept. */
final class KeyBox implements DialogService.Box {

    private final Kit kit;
    private final PackageMessages messages;
    private final List<ReviewBody> bodies;
    private final boolean passwordNeeded;
    private String holder = "";
    private String body = "";
    private String expertNo = "";
    private boolean forExpert;
    private boolean chosen;
    private char[] password = {};
    private char[] again = {};

    /** What a store is for cannot be changed later, so nothing is chosen beforehand. @param bodies that the store can become the desk of; empty where it cannot */
    KeyBox(Kit kit, PackageMessages messages, List<ReviewBody> bodies, String body, boolean passwordNeeded) {
        this.kit = kit;
        this.messages = messages;
        this.bodies = bodies;
        this.body = body;
        this.passwordNeeded = passwordNeeded;
        chosen = bodies.isEmpty();
    }

    String holder() {
        return holder;
    }

    /** Empty for the office. */
    String body() {
        return forExpert ? KeyCard.ofExpert(expertNo) : body;
    }

    /** Null where none was typed. */
    char[] password() {
        return password.length == 0 ? null : password.clone();
    }

    @Override
    public String title() {
        return messages.makeKey;
    }

    @Override
    public String verb() {
        return messages.makeKey;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        var area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
        kit.muted(area, messages.keyHolder);
        Text name = kit.entry(area, messages.keyHolder, SWT.NONE);
        wide(name);
        name.addListener(SWT.Modify, event -> {
            holder = name.getText().strip();
            state.run();
        });
        if (!bodies.isEmpty()) {
            kit.muted(area, messages.keyFor);
            String[] words = new String[bodies.size() + 2];
            words[words.length - 1] = messages.keyForExpert;
            words[0] = messages.keyForOffice;
            for (int i = 0; i < bodies.size(); i++) {
                words[i + 1] = messages.format(messages.keyForDesk, bodies.get(i).name());
            }
            Combo choice = kit.choice(area, messages.keyFor, words);
            wide(choice);
            kit.muted(area, messages.expertNo);
            Text number = kit.entry(area, messages.expertNo, SWT.NONE);
            wide(number);
            number.setEnabled(false);
            number.addListener(SWT.Modify, event -> {
                expertNo = number.getText().strip();
                state.run();
            });
            choice.addListener(SWT.Selection, event -> {
                int at = choice.getSelectionIndex();
                chosen = at >= 0;
                forExpert = at > bodies.size();
                body = at == 0 || forExpert ? "" : bodies.get(at - 1).code();
                number.setEnabled(forExpert);
                state.run();
            });
        }
        kit.muted(area, messages.password);
        Text first = kit.entry(area, messages.password, SWT.PASSWORD);
        wide(first);
        first.addListener(SWT.Modify, event -> {
            password = first.getTextChars();
            state.run();
        });
        kit.muted(area, messages.passwordAgain);
        Text second = kit.entry(area, messages.passwordAgain, SWT.PASSWORD);
        wide(second);
        second.addListener(SWT.Modify, event -> {
            again = second.getTextChars();
            state.run();
        });
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(kit.look().characters(60), SWT.DEFAULT).applyTo(kit.wrapped(area, bodies.isEmpty() ? messages.keyNote : String.join("", messages.keyNote, messages.keyUseNote)));
        return area;
    }

    private void wide(Control control) {
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().characters(44), SWT.DEFAULT).applyTo(control);
    }

    @Override
    public String missing() {
        if (holder.isEmpty()) {
            return messages.missingHolder;
        }
        if (!chosen) {
            return messages.missingUse;
        }
        if (forExpert && expertNo.isEmpty()) {
            return messages.missingExpertNo;
        }
        if (passwordNeeded && password.length == 0) {
            return messages.missingPassword;
        }
        return Arrays.equals(password, again) ? "" : messages.passwordsDiffer;
    }
}
