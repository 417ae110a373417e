package org.lianshen.review.ui;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.e4.core.di.annotations.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.di.Persist;
import org.eclipse.e4.ui.model.application.ui.MDirtyable;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.lianshen.model.BeijingTime;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.service.Changes;
import org.lianshen.service.DocumentService;
import org.lianshen.service.TemplateService;
import org.lianshen.service.TemplateService.Problem;
import org.lianshen.service.TemplateService.Template;
import org.lianshen.service.document.PagePictures;
import org.lianshen.service.document.PagePictures.Pages;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Banner;
import org.lianshen.workbench.kit.FlatButton;
import org.lianshen.workbench.kit.Header;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.nav.PartActions;
import org.lianshen.workbench.nav.Updates;
import org.lianshen.workbench.paper.PagesView;
import org.lianshen.workbench.task.Tasks;

/** 公文模板: kinds of paper at the left, the wording in the middle, its fields, what is wrong with it and an example at the right. */
public final class TemplatesPart implements PartActions {

    private static final int CHECK_DELAY_MILLIS = 300;

    private final Kit kit;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final TemplateService templates;
    private final DocumentService documents;
    private final PagePictures pictures;
    private final Texts texts;
    private final TemplateMessages messages;
    private final MDirtyable tab;
    private final TemplateModel model = new TemplateModel();
    private final Runnable check = this::check;

    private final Composite page;
    private final Header header;
    private final FlatButton save;
    private final FlatButton reset;
    private final Banner banner;
    private final org.eclipse.swt.widgets.List kinds;
    private final StyledText wording;
    private final org.eclipse.swt.widgets.List fields;
    private final org.eclipse.swt.widgets.List problems;
    private final PagesView example;
    private final StyledText shipped;
    private List<PaperKind> shown = List.of();
    private boolean filling;
    private boolean saving;
    private Pages pages;
    private volatile boolean gone;

    @Inject
    public TemplatesPart(Composite parent, Kit kit, Tasks tasks, DialogService dialogs, Updates updates, TemplateService templates, DocumentService documents, PagePictures pictures, Texts texts,
            TemplateMessages messages, @Optional MDirtyable tab) {
        this.kit = kit;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.templates = templates;
        this.documents = documents;
        this.pictures = pictures;
        this.texts = texts;
        this.messages = messages;
        this.tab = tab;
        page = kit.page(parent);
        header = kit.header(page, messages.title, "");
        reset = kit.button(header.actions(), messages.reset, this::reset);
        save = kit.primary(header.actions(), messages.save, this::save).keys("Ctrl+S");
        banner = kit.banner(page);
        kit.line(page);
        SashForm sash = kit.sash(page);
        kinds = list(column(sash, messages.kinds), messages.kinds);
        kinds.addListener(SWT.Selection, event -> choose());
        wording = text(column(sash, messages.wording), messages.wording, true);
        wording.addModifyListener(event -> typed());
        Composite side = column(sash, messages.fields);
        fields = list(side, messages.fields);
        low(fields, 6);
        fields.addListener(SWT.DefaultSelection, event -> insert());
        kit.quiet(side, messages.insert, this::insert);
        kit.section(side, messages.problems);
        problems = list(side, messages.problems);
        low(problems, 3);
        problems.addListener(SWT.Selection, event -> go());
        var folder = new TabFolder(side, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
        var item = new TabItem(folder, SWT.NONE);
        item.setText(messages.example);
        example = new PagesView(folder, kit, tasks, messages.example, messages.laying);
        item.setControl(example.control());
        shipped = tab(folder, messages.shipped);
        page.addDisposeListener(event -> {
            gone = true;
            close(pages);
        });
        sash.setWeights(2, 5, 6);
        updates.listen(page, Changes.Kind.TEMPLATE, change -> {
            // While one's own words are being kept, that they were is no news.
            if (saving) {
                return;
            }
            if (model.dirty()) {
                banner.showOutdated(this::refresh);
            } else {
                refresh();
            }
        });
        refresh();
    }

    private Composite column(SashForm sash, String title) {
        var column = new Composite(sash, SWT.NONE);
        column.setBackground(kit.look().surface());
        GridLayoutFactory.fillDefaults().margins(kit.look().u(4), kit.look().u(2)).spacing(0, kit.look().u(2)).applyTo(column);
        kit.section(column, title);
        return column;
    }

    private org.eclipse.swt.widgets.List list(Composite parent, String name) {
        var list = new org.eclipse.swt.widgets.List(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        list.setBackground(kit.look().surface());
        list.setForeground(kit.look().text());
        list.setFont(kit.look().base());
        Kit.name(list, name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(list);
        return list;
    }

    /** So many lines, whatever the pages below would take. */
    private static void low(org.eclipse.swt.widgets.List list, int lines) {
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, lines * list.getItemHeight()).applyTo(list);
    }

    private StyledText text(Composite parent, String name, boolean editable) {
        var text = new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        text.setBackground(kit.look().surface());
        text.setForeground(kit.look().text());
        text.setFont(kit.look().base());
        text.setEditable(editable);
        text.setMargins(kit.look().u(2), kit.look().u(2), kit.look().u(2), kit.look().u(2));
        text.setLineSpacing(kit.look().u(1));
        Kit.name(text, name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        return text;
    }

    private StyledText tab(TabFolder folder, String title) {
        var item = new TabItem(folder, SWT.NONE);
        item.setText(title);
        StyledText text = text(folder, title, false);
        item.setControl(text);
        return text;
    }

    private String name(PaperKind kind) {
        return texts.get("template.kind." + kind.name());
    }

    @Override
    public boolean canRefresh() {
        return true;
    }

    @Override
    public void refresh() {
        if (!mayLeave()) {
            return;
        }
        banner.hide();
        PaperKind kind = model.template() == null ? null : model.kind();
        tasks.run(page, messages.loading, progress -> {
            List<PaperKind> all = templates.kinds();
            return new Read(all, templates.get(kind == null ? all.getFirst() : kind));
        }, read -> {
            shown = read.kinds();
            kinds.setItems(shown.stream().map(this::name).toArray(String[]::new));
            show(read.template());
        }, failure -> banner.show(Tone.BLOCK, failure.message(), kit.messages().retry, this::refresh));
    }

    private record Read(List<PaperKind> kinds, Template template) {
    }

    private void show(Template template) {
        model.show(template);
        kinds.setSelection(shown.indexOf(template.kind()));
        filling = true;
        wording.setText(template.text());
        filling = false;
        fields.setItems(template.fields().entrySet().stream().map(field -> messages.format(messages.fieldExample, field.getKey(), field.getValue())).toArray(String[]::new));
        shipped.setText(template.shipped());
        header.set(messages.title, subtitle(template));
        check();
    }

    private String subtitle(Template template) {
        if (template.versions().isEmpty() || !template.changed()) {
            return messages.format(messages.subtitleShipped, name(template.kind()));
        }
        PaperTemplate last = template.versions().getLast();
        return messages.format(messages.subtitle, name(template.kind()), last.no(), last.by(), LocalDate.ofInstant(last.at(), BeijingTime.ZONE).toString());
    }

    private void choose() {
        int index = kinds.getSelectionIndex();
        if (index < 0 || shown.get(index) == model.kind()) {
            return;
        }
        if (!mayLeave()) {
            kinds.setSelection(shown.indexOf(model.kind()));
            return;
        }
        PaperKind kind = shown.get(index);
        tasks.run(page, messages.loading, progress -> templates.get(kind), this::show);
    }

    /** What was typed and not kept is given up only when asked. */
    private boolean mayLeave() {
        return !model.dirty() || dialogs.confirm(messages.leave, messages.format(messages.leaveAsk, name(model.kind())), messages.leave);
    }

    private void typed() {
        if (filling) {
            return;
        }
        model.type(wording.getText());
        marks();
        page.getDisplay().timerExec(CHECK_DELAY_MILLIS, check);
    }

    private void check() {
        if (page.isDisposed() || model.template() == null) {
            return;
        }
        PaperKind kind = model.kind();
        String text = model.text();
        tasks.run(page, messages.pending, progress -> templates.check(kind, text), found -> {
            if (kind == model.kind() && model.check(text, found)) {
                marks();
                if (found.isEmpty()) {
                    layOut(kind, text);
                }
            }
        });
    }

    /** The pages as they will come out with the text. */
    private void layOut(PaperKind kind, String text) {
        tasks.run(page, messages.laying, progress -> {
            Pages made = pictures.open(List.of(documents.sample(kind, text)));
            if (gone) {
                made.close();
            }
            return made;
        }, made -> {
            if (kind == model.kind() && text.equals(model.text())) {
                Pages before = pages;
                pages = made;
                example.show(made);
                close(before);
            } else {
                made.close();
            }
        });
    }

    private static void close(Pages pages) {
        if (pages != null) {
            pages.close();
        }
    }

    /** What is wrong, at its place and in the list; what the buttons may do. */
    private void marks() {
        List<Problem> found = model.problems();
        wording.setStyleRange(null);
        int length = wording.getCharCount();
        for (Problem problem : found) {
            int end = Math.min(length, problem.offset() + problem.length());
            if (problem.offset() < end) {
                var range = new StyleRange(problem.offset(), end - problem.offset(), kit.look().tone(Tone.BLOCK), kit.look().tint(Tone.BLOCK));
                range.underline = true;
                wording.setStyleRange(range);
            }
        }
        problems.setItems(found.isEmpty() ? new String[] {messages.noProblems}
                : found.stream().map(problem -> messages.format(messages.problem, problem.line(), problem.column(), texts.format(problem.message()))).toArray(String[]::new));
        save.allowUnless(!model.dirty() ? messages.nothingChanged : !found.isEmpty() ? messages.format(messages.hasProblems, found.size()) : model.savable() ? "" : messages.notChecked);
        reset.allowUnless(model.template().changed() ? "" : messages.isShipped);
        if (tab != null) {
            tab.setDirty(model.dirty());
        }
    }

    /** To the place of the problem. */
    private void go() {
        int index = problems.getSelectionIndex();
        if (index >= 0 && index < model.problems().size()) {
            Problem problem = model.problems().get(index);
            int offset = Math.min(problem.offset(), wording.getCharCount());
            wording.setSelection(offset, Math.min(offset + problem.length(), wording.getCharCount()));
            wording.showSelection();
            wording.setFocus();
        }
    }

    private void insert() {
        int index = fields.getSelectionIndex();
        if (index >= 0) {
            String field = TemplateModel.field(List.copyOf(model.template().fields().keySet()).get(index));
            wording.insert(field);
            wording.setCaretOffset(wording.getCaretOffset() + field.length());
            wording.setFocus();
        }
    }

    @Override
    public boolean canSave() {
        return model.savable();
    }

    /** Before the tab closes: kept, or said why it cannot be. */
    @Persist
    void persist() {
        if (!model.savable()) {
            dialogs.inform(messages.save, save.blocked());
            return;
        }
        save();
        while (saving && !page.isDisposed()) {
            if (!page.getDisplay().readAndDispatch()) {
                page.getDisplay().sleep();
            }
        }
    }

    @Override
    public void save() {
        if (saving || !model.savable()) {
            return;
        }
        saving = true;
        PaperKind kind = model.kind();
        String text = model.text();
        int basedOn = model.template().version();
        tasks.run(page, messages.saving, progress -> templates.save(kind, text, basedOn), kept -> {
            saving = false;
            if (kind == model.kind() && text.equals(model.text())) {
                show(kept);
            } else if (kind == model.kind()) {
                model.kept(kept);
                header.set(messages.title, subtitle(kept));
                marks();
            }
            dialogs.status(messages.format(messages.saved, name(kind), kept.version()));
        }, failure -> {
            saving = false;
            dialogs.problem(failure);
        });
    }

    private void reset() {
        PaperKind kind = model.kind();
        int basedOn = model.template().version();
        if (dialogs.confirm(messages.reset, messages.format(messages.resetAsk, name(kind), basedOn), messages.reset)) {
            tasks.run(page, messages.saving, progress -> templates.reset(kind, basedOn), kept -> {
                show(kept);
                dialogs.status(messages.format(messages.resetDone, name(kind)));
            });
        }
    }

    @Override
    public String help() {
        return messages.help;
    }

    @Focus
    void focus() {
        wording.setFocus();
    }
}
