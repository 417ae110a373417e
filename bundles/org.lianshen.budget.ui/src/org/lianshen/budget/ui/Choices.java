package org.lianshen.budget.ui;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.RowOfButtons;

/** One of a few things to see: a button for each, the one that is seen filled. */
final class Choices {

    private final Kit kit;
    private final BudgetMessages messages;
    private final Composite row;

    /** @param none why nothing happens, empty where there is something to see; {@code seen} whether it is seen now */
    record Choice(String text, String none, boolean seen, Runnable see) {
    }

    Choices(Composite parent, Kit kit, BudgetMessages messages) {
        this.kit = kit;
        this.messages = messages;
        row = new Composite(parent, SWT.NONE);
        row.setBackground(parent.getBackground());
        row.setLayout(new RowOfButtons(kit.look().u(2)));
    }

    Composite control() {
        return row;
    }

    void show(List<Choice> choices) {
        Kit.clear(row);
        for (Choice choice : choices) {
            if (choice.seen()) {
                kit.primary(row, choice.text(), choice.see()).named(messages.format(messages.seen, choice.text()));
            } else {
                FlatButton button = kit.button(row, choice.text(), choice.see());
                button.allowUnless(choice.none());
            }
        }
        row.requestLayout();
    }
}
