package org.lianshen.proposal.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.widgets.Composite;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.ProposalService;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.dialog.FileCopies;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.grid.ListTable;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.task.Tasks;

/** The files of the form: what is missing first, then what is there; add, open, keep a copy, take out. */
final class AttachmentArea {

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final FileCopies copies;
    private final ProposalService proposals;
    private final ProposalMessages messages;
    private final ProposalModel model;
    private final Composite area;
    private final ListTable<AttachmentRow> list;
    private final FlatButton add;
    private final FlatButton open;
    private final FlatButton copy;
    private final FlatButton remove;
    private List<String> kinds = List.of();

    AttachmentArea(Composite parent, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, ProposalService proposals, ProposalMessages messages, ProposalModel model) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.copies = new FileCopies(tasks, dialogs, kit.messages());
        this.proposals = proposals;
        this.messages = messages;
        this.model = model;
        area = kit.box(parent, 1);
        GridLayoutFactory.fillDefaults().spacing(0, kit.look().u(1)).applyTo(area);
        Composite head = kit.row(area, 5);
        kit.caption(head, messages.attachmentsHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head.getChildren()[0]);
        add = kit.button(head, messages.addFile, this::add);
        open = kit.button(head, kit.messages().openFile, this::open);
        copy = kit.button(head, kit.messages().saveCopy, this::saveCopy);
        remove = kit.button(head, messages.removeFile, this::remove);
        list = grids.list(area, AttachmentRow.SPEC);
        GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().u(40), kit.look().u(90)).applyTo(list.table());
        list.onSelect(rows -> buttons());
        list.onOpen(row -> {
            if (row.missing()) {
                add();
            } else {
                open();
            }
        });
        model.listen(event -> {
            if (!area.isDisposed() && event != ProposalModel.Event.SAVED) {
                show();
            }
        });
        show();
    }

    Composite control() {
        return area;
    }

    /** @param known kinds of the pack, offered when a file is added */
    void kinds(List<String> known) {
        kinds = List.copyOf(known);
    }

    /** @param kind that is missing */
    void reveal(String kind) {
        list.rows().stream().filter(row -> row.missing() && row.kind().equals(kind)).findFirst().ifPresent(list::select);
        list.table().setFocus();
    }

    private void show() {
        List<AttachmentRow> rows = AttachmentRow.of(model);
        if (!rows.equals(list.rows())) {
            list.setRows(rows);
        }
        buttons();
    }

    private void buttons() {
        boolean offered = model.editable() || model.state() == null;
        AttachmentRow row = list.focused().orElse(null);
        String noFile = row == null ? messages.noFileSelected : row.missing() ? messages.format(messages.notYetAdded, row.kind()) : null;
        add.setVisible(offered);
        remove.setVisible(offered);
        open.allowUnless(noFile);
        copy.allowUnless(noFile);
        remove.allowUnless(noFile);
    }

    private void add() {
        if (!model.editable()) {
            return;
        }
        List<Path> files = dialogs.openFiles(messages.addFile, true);
        if (files.isEmpty()) {
            return;
        }
        var offered = new LinkedHashSet<String>();
        list.focused().map(AttachmentRow::kind).ifPresent(offered::add);
        list.rows().stream().filter(AttachmentRow::missing).map(AttachmentRow::kind).forEach(offered::add);
        offered.addAll(kinds);
        var box = new AttachmentBox(kit, messages, files, List.copyOf(offered));
        if (dialogs.open(box)) {
            keep(box.chosen());
        }
    }

    private void keep(List<AttachmentBox.Chosen> files) {
        tasks.run(area, messages.keepingFiles, progress -> {
            var kept = new ArrayList<Attachment>();
            for (AttachmentBox.Chosen each : files) {
                progress.at(kept.size(), files.size());
                progress.check();
                kept.add(proposals.attach(each.kind(), each.file()));
            }
            return kept;
        }, kept -> model.change(form -> {
            var all = new ArrayList<>(form.attachments());
            kept.stream().filter(each -> !all.contains(each)).forEach(all::add);
            return form.withAttachments(all);
        }));
    }

    private void open() {
        selected(file -> copies.open(area, file.fileName(), target -> proposals.fetch(file, target)));
    }

    private void saveCopy() {
        selected(file -> copies.save(area, file.fileName(), target -> proposals.fetch(file, target)));
    }

    private void remove() {
        selected(file -> {
            if (dialogs.confirm(messages.removeFile, messages.format(messages.removeFileText, file.kind(), file.fileName()), messages.removeFile)) {
                model.change(form -> form.withAttachments(form.attachments().stream().filter(each -> !each.equals(file)).toList()));
            }
        });
    }

    private void selected(java.util.function.Consumer<Attachment> act) {
        list.focused().filter(row -> !row.missing()).map(AttachmentRow::file).ifPresent(act);
    }
}
