package org.lianshen.review.ui;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.lianshen.service.MeetingService.Candidate;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** Which projects go on the agenda: those that are ready; what is on another open meeting's agenda says so and cannot be chosen. */
final class AgendaBox implements DialogService.Box {

    private static final int ROWS = 12;

    private final Kit kit;
    private final ReviewMessages messages;
    private final Texts texts;
    private final List<Candidate> candidates;
    private List<Candidate> chosen = List.of();

    AgendaBox(Kit kit, ReviewMessages messages, Texts texts, List<Candidate> candidates) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        this.candidates = candidates;
    }

    List<Candidate> chosen() {
        return chosen;
    }

    @Override
    public String title() {
        return messages.addItemTitle;
    }

    @Override
    public String verb() {
        return messages.addItem;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        if (candidates.isEmpty()) {
            return kit.wrapped(parent, messages.nothingReady);
        }
        Table table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION);
        table.setFont(kit.look().base());
        table.setHeaderVisible(true);
        Kit.name(table, messages.addItemTitle);
        column(table, messages.candidateProject, 46);
        column(table, messages.unit, 24);
        column(table, messages.candidateApplied, 16);
        column(table, messages.candidateState, 30);
        for (Candidate each : candidates) {
            var row = new TableItem(table, SWT.NONE);
            row.setText(new String[] {each.name(), each.unit(), each.applied().wanText(),
                each.elsewhere() == null ? texts.get("review.state." + each.state().name()) : messages.format(messages.onOtherAgenda, each.elsewhere())});
            if (each.elsewhere() != null) {
                row.setForeground(kit.look().muted());
            }
        }
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, table.getItemHeight() * ROWS).applyTo(table);
        table.addListener(SWT.Selection, event -> {
            TableItem[] rows = table.getItems();
            for (int i = 0; i < rows.length; i++) {
                rows[i].setChecked(rows[i].getChecked() && candidates.get(i).elsewhere() == null);
            }
            chosen = java.util.stream.IntStream.range(0, rows.length).filter(i -> rows[i].getChecked()).mapToObj(candidates::get).toList();
            state.run();
        });
        return table;
    }

    private void column(Table table, String head, int characters) {
        var column = new TableColumn(table, SWT.NONE);
        column.setText(head);
        column.setWidth(kit.look().characters(characters));
    }

    @Override
    public String missing() {
        return chosen.isEmpty() ? candidates.isEmpty() ? messages.nothingReady : messages.missingItem : "";
    }
}
