package org.lianshen.proposal.ui;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Section;
import org.lianshen.service.ProposalService;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.grid.Grids;
import org.lianshen.workbench.kit.Kit;
import org.lianshen.workbench.kit.StepItem;
import org.lianshen.workbench.look.Look;
import org.lianshen.workbench.look.Tone;
import org.lianshen.workbench.task.Tasks;

/** The sections of the form: a list with a mark each at the left, one page at a time beside it; a page is made when it is first shown. */
final class FormPages {

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]");

    private final Kit kit;
    private final Grids grids;
    private final Tasks tasks;
    private final DialogService dialogs;
    private final ProposalService proposals;
    private final Texts texts;
    private final ProposalMessages messages;
    private final ProposalModel model;
    private final ProposalFields fields;
    private final SheetPlans plans;
    private final Consumer<Section> shown;

    private final Map<Section, StepItem> steps = new EnumMap<>(Section.class);
    private final Map<Section, FormView> pages = new EnumMap<>(Section.class);
    private final Map<String, SheetArea<?>> sheets = new HashMap<>();
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private StepItem returnStep;
    private Control returnPage;
    private FundArea funds;
    private AttachmentArea attachments;
    private List<String> kinds = List.of();
    private int thisYear;
    private boolean editable;
    private Section at = Section.BASICS;

    /** @param left for the list; @param right for the pages; @param shown after another section came up */
    FormPages(Composite left, Composite right, Kit kit, Grids grids, Tasks tasks, DialogService dialogs, ProposalService proposals, Texts texts, ProposalMessages messages,
            ProposalModel model, Consumer<Section> shown) {
        this.kit = kit;
        this.grids = grids;
        this.tasks = tasks;
        this.dialogs = dialogs;
        this.proposals = proposals;
        this.texts = texts;
        this.messages = messages;
        this.model = model;
        this.shown = shown;
        plans = new SheetPlans(texts, messages);
        fields = new ProposalFields(model, texts, kit.messages(), this::tables);
        Look look = kit.look();
        Composite list = kit.box(left, 1);
        list.setBackground(look.raised());
        GridLayoutFactory.fillDefaults().margins(0, look.u(3)).spacing(0, look.u(0.5)).applyTo(list);
        GridDataFactory.fillDefaults().grab(false, true).applyTo(list);
        returnStep = step(list, messages.returnTitle, this::openReturn);
        ((GridData) returnStep.getLayoutData()).exclude = true;
        returnStep.setVisible(false);
        for (Section section : Section.values()) {
            steps.put(section, step(list, texts.get("proposal.section." + section.name()), () -> open(section)));
        }
        stack = new Composite(right, SWT.NONE);
        stack.setBackground(look.surface());
        stack.setLayout(layout);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        model.listen(this::on);
    }

    /** What the pack and the day give: function-point weights, kinds of attachments, the year. */
    void given(FunctionPoints points, List<String> attachmentKinds, int year) {
        plans.points(points);
        kinds = attachmentKinds;
        thisYear = year;
        if (attachments != null) {
            attachments.kinds(kinds);
        }
    }

    Section at() {
        return at;
    }

    void open(Section section) {
        at = section;
        mark();
        layout.topControl = page(section).control();
        stack.layout();
        pages.get(section).fit();
        shown.accept(section);
    }

    /** To the place that a finding names. */
    void jump(FormFinding finding) {
        open(finding.section());
        if (finding.field() != null) {
            pages.get(finding.section()).reveal(fields.field(finding.field()));
            return;
        }
        Matcher row = ROW.matcher(finding.place());
        String table = row.matches() ? row.group(1) : finding.place();
        int index = row.matches() ? Integer.parseInt(row.group(2)) - 1 : -1;
        switch (table) {
            case "funds" -> funds.reveal(index);
            default -> {
                if (finding.section() == Section.ATTACHMENTS) {
                    attachments.reveal(finding.place());
                } else if (sheets.containsKey(table)) {
                    sheets.get(table).reveal(index);
                }
            }
        }
    }

    /** Shows what is missing in fields nobody has typed into. */
    void touchAll() {
        fields.touchAll();
    }

    void setFocus() {
        if (!editable || layout.topControl == null) {
            // Nothing to type into: the keys must have somewhere to go all the same.
            steps.get(at).setFocus();
        } else if (pages.containsKey(at) && layout.topControl == pages.get(at).control()) {
            pages.get(at).setFocus();
        } else {
            layout.topControl.setFocus();
        }
    }

    private StepItem step(Composite list, String title, Runnable open) {
        StepItem item = new StepItem(list, kit.look(), kit.messages(), title);
        item.onPress(open);
        item.setTone(Tone.NEUTRAL);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(item);
        return item;
    }

    private void on(ProposalModel.Event event) {
        if (stack.isDisposed()) {
            return;
        }
        if (event == ProposalModel.Event.LOADED) {
            loaded();
        }
        steps.forEach((section, step) -> step.setTone(model.tone(section)));
        returnStep.setTone(model.unanswered().isEmpty() ? Tone.OK : Tone.WARN);
    }

    private void loaded() {
        boolean typing = isFocusInside();
        if (editable != model.editable()) {
            pages.values().forEach(page -> page.control().dispose());
            pages.clear();
            editable = model.editable();
        }
        boolean answers = !model.returned().isEmpty();
        ((GridData) returnStep.getLayoutData()).exclude = !answers;
        returnStep.setVisible(answers);
        returnStep.getParent().layout(true);
        if (returnPage != null) {
            returnPage.dispose();
            returnPage = null;
        }
        if (answers) {
            openReturn();
        } else {
            open(at);
        }
        if (typing && !isFocusInside()) {
            setFocus();
        }
    }

    private boolean isFocusInside() {
        for (Control control = stack.getDisplay().getFocusControl(); control != null; control = control.getParent()) {
            if (control == stack) {
                return true;
            }
        }
        return false;
    }

    /** To the points of the return. */
    void openReturn() {
        steps.values().forEach(step -> step.setSelected(false));
        returnStep.setSelected(true);
        if (returnPage == null) {
            FormModel form = new FormModel(kit.messages());
            FormModel.Section section = form.section("return", messages.returnTitle);
            section.add(area -> new ReturnArea(area, kit, messages, model).control());
            returnPage = new FormView(kit, stack, form).control();
        }
        layout.topControl = returnPage;
        stack.layout();
    }

    private void mark() {
        returnStep.setSelected(false);
        steps.forEach((section, step) -> step.setSelected(section == at));
    }

    private FormView page(Section section) {
        if (!pages.containsKey(section)) {
            pages.put(section, new FormView(kit, stack, model.editable() ? fields.form(section) : readPage(section)));
        }
        return pages.get(section);
    }

    /** A form that cannot be changed reads like a document: what is filled in, then the tables. */
    private FormModel readPage(Section section) {
        FormModel form = new FormModel(kit.messages());
        FormModel.Section body = form.section(section.name(), texts.get("proposal.section." + section.name()));
        body.add(area -> new ReadArea(area, kit, texts, messages, model.form(), section).control());
        tables(section).forEach(body::add);
        return form;
    }

    private <T> Control sheet(Composite area, Section section, SheetPlan<T> plan) {
        String title = texts.get(plan.spec().title());
        String heading = title.equals(texts.get("proposal.section." + section.name())) ? "" : title;
        SheetArea<T> sheet = new SheetArea<>(area, kit, grids, texts, messages, model, plan, heading, () -> {
            if (pages.containsKey(section)) {
                pages.get(section).fit();
            }
        });
        sheets.put(plan.place(), sheet);
        return sheet.control();
    }

    private List<Function<Composite, Control>> tables(Section section) {
        return switch (section) {
            case BASICS -> List.of();
            case BASIS -> List.of(area -> sheet(area, section, plans.basis()));
            case GOALS -> List.of(area -> sheet(area, section, plans.goals()));
            case CONTENT -> List.of(area -> sheet(area, section, plans.functions()));
            case ESTIMATE -> List.of(area -> sheet(area, section, plans.estimate()));
            case FUNDS -> List.of(this::fundArea);
            case GATES -> List.of(area -> sheet(area, section, plans.data()));
            case ORGANISATION -> List.of(area -> sheet(area, section, plans.milestones()));
            case ATTACHMENTS -> List.of(this::attachmentArea);
        };
    }

    private Control fundArea(Composite area) {
        funds = new FundArea(area, kit, grids, texts, messages, model, thisYear);
        return funds.control();
    }

    private Control attachmentArea(Composite area) {
        attachments = new AttachmentArea(area, kit, grids, tasks, dialogs, proposals, messages, model);
        attachments.kinds(kinds);
        return attachments.control();
    }
}
