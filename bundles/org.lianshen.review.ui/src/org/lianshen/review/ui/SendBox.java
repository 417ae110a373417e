package org.lianshen.review.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.lianshen.service.ExchangeService.Sendable;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** Which projects go to whom, and until when the answer is taken. */
final class SendBox implements DialogService.Box {

    /** @param id fingerprint of a key, or code of a body */
    record Receiver(String id, String body, String name) {
    }

    private static final int USUAL_DAYS = 30;

    private final Kit kit;
    private final PackageMessages messages;
    private final String title;
    private final List<Receiver> receivers;
    private final Map<String, List<Sendable>> projects;
    private final LocalDate today;
    private Receiver receiver;
    private LocalDate until;
    private List<UUID> chosen = List.of();

    /** @param projects by code of the body */
    SendBox(Kit kit, PackageMessages messages, String title, List<Receiver> receivers, Map<String, List<Sendable>> projects, LocalDate today) {
        this.kit = kit;
        this.messages = messages;
        this.title = title;
        this.receivers = receivers;
        this.projects = projects;
        this.today = today;
        until = today.plusDays(USUAL_DAYS);
        receiver = receivers.stream().filter(each -> !waiting(each).isEmpty()).findFirst().orElse(receivers.getFirst());
        chosen = unsigned();
    }

    private List<Sendable> waiting(Receiver of) {
        return projects.getOrDefault(of.body(), List.of());
    }

    private List<UUID> unsigned() {
        return waiting(receiver).stream().filter(each -> !each.signed()).map(Sendable::proposal).toList();
    }

    Receiver receiver() {
        return receiver;
    }

    LocalDate until() {
        return until;
    }

    List<UUID> chosen() {
        return chosen;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String verb() {
        return messages.exportVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        var area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
        kit.muted(area, messages.receiver);
        Combo to = kit.choice(area, messages.receiver, receivers.stream().map(Receiver::name).toArray(String[]::new));
        to.select(receivers.indexOf(receiver));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(to);
        kit.muted(area, messages.validUntil);
        Text date = kit.entry(area, messages.validUntil, SWT.NONE);
        date.setText(until.toString());
        GridDataFactory.swtDefaults().hint(kit.look().characters(14), SWT.DEFAULT).applyTo(date);
        date.addListener(SWT.Modify, event -> {
            until = parsed(date.getText());
            state.run();
        });
        var table = new Table(area, SWT.CHECK | SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Kit.name(table, messages.projects);
        table.setHeaderVisible(true);
        table.setFont(kit.look().base());
        table.setBackground(kit.look().surface());
        table.setForeground(kit.look().text());
        column(table, messages.project, 62);
        column(table, messages.unit, 22);
        column(table, messages.due, 12);
        column(table, messages.standing, 18);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(kit.look().characters(118), table.getItemHeight() * 10).applyTo(table);
        fill(table);
        table.addListener(SWT.Selection, event -> {
            var picked = new ArrayList<UUID>();
            for (TableItem item : table.getItems()) {
                if (item.getChecked()) {
                    picked.add((UUID) item.getData());
                }
            }
            chosen = List.copyOf(picked);
            state.run();
        });
        to.addListener(SWT.Selection, event -> {
            receiver = receivers.get(to.getSelectionIndex());
            chosen = unsigned();
            fill(table);
            state.run();
        });
        return area;
    }

    private void column(Table table, String name, int characters) {
        var column = new TableColumn(table, SWT.NONE);
        column.setText(name);
        column.setWidth(kit.look().characters(characters));
    }

    private void fill(Table table) {
        table.removeAll();
        for (Sendable each : waiting(receiver)) {
            var item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {each.reviewNo() + "  " + each.name(), each.unit(), each.due() == null ? "" : each.due().toString(),
                each.signed() ? messages.signedAlready : each.left() == null ? "" : messages.sentBefore});
            item.setData(each.proposal());
            item.setChecked(chosen.contains(each.proposal()));
        }
    }

    private static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException halfTyped) {
            return null;
        }
    }

    @Override
    public String missing() {
        if (until == null || until.isBefore(today)) {
            return messages.missingDate;
        }
        return waiting(receiver).isEmpty() ? messages.nothingWaits : chosen.isEmpty() ? messages.missingProject : "";
    }
}
