package org.lianshen.proposal.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** Asks which kind of paper each chosen file is. The name of a file that holds a kind is taken for it. */
final class AttachmentBox implements DialogService.Box {

    private final Kit kit;
    private final ProposalMessages messages;
    private final List<Path> files;
    private final List<String> kinds;
    private final List<String> chosen = new ArrayList<>();

    record Chosen(String kind, Path file) {
    }

    AttachmentBox(Kit kit, ProposalMessages messages, List<Path> files, List<String> kinds) {
        this.kit = kit;
        this.messages = messages;
        this.files = List.copyOf(files);
        this.kinds = kinds;
        files.forEach(file -> chosen.add(guess(file, kinds)));
    }

    static String guess(Path file, List<String> kinds) {
        String name = file.getFileName().toString();
        return kinds.stream().filter(name::contains).findFirst().orElse(kinds.isEmpty() ? "" : kinds.getFirst());
    }

    List<Chosen> chosen() {
        var all = new ArrayList<Chosen>();
        for (int i = 0; i < files.size(); i++) {
            all.add(new Chosen(chosen.get(i).strip(), files.get(i)));
        }
        return all;
    }

    @Override
    public String title() {
        return messages.addFile;
    }

    @Override
    public String verb() {
        return messages.addFile;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        Composite area = kit.box(parent, 2);
        for (int i = 0; i < files.size(); i++) {
            int index = i;
            String name = files.get(i).getFileName().toString();
            kit.text(area, name);
            Combo kind = new Combo(area, SWT.DROP_DOWN);
            kind.setFont(kit.look().base());
            kind.setItems(kinds.toArray(String[]::new));
            kind.setText(chosen.get(i));
            Kit.name(kind, messages.format(messages.kindOf, name));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(kind);
            kind.addListener(SWT.Modify, event -> {
                chosen.set(index, kind.getText());
                state.run();
            });
        }
        return area;
    }

    @Override
    public String missing() {
        for (int i = 0; i < files.size(); i++) {
            if (chosen.get(i).isBlank()) {
                return messages.format(messages.kindMissing, files.get(i).getFileName().toString());
            }
        }
        return "";
    }
}
