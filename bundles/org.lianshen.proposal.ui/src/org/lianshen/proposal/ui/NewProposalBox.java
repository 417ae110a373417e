package org.lianshen.proposal.ui;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.jface.layout.GridDataFactory;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProjectClass;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.form.Field;
import org.lianshen.workbench.form.FormModel;
import org.lianshen.workbench.form.FormView;
import org.lianshen.workbench.kit.Kit;

/** What must be known before a form can be shown: name, unit, class and nature, and that nothing about it is secret. */
final class NewProposalBox implements DialogService.Box {

    private final Kit kit;
    private final ProposalMessages messages;
    private final FormModel model;
    private final Field<String> name;
    private final Field<String> unit;
    private final Field<String> kind;
    private final Field<String> nature;
    private final Field<String> secret;

    NewProposalBox(Kit kit, Texts texts, ProposalMessages messages, Actor actor) {
        this.kit = kit;
        this.messages = messages;
        model = new FormModel(kit.messages());
        FormModel.Section section = model.section("new", "");
        name = section.add(Field.text("name", label(texts, ProposalField.PROJECT_NAME)).required().wide().help(help(texts, ProposalField.PROJECT_NAME), ""));
        unit = section.add(Field.text("unit", label(texts, ProposalField.UNIT_NAME)).required().wide().value(actor.unit()));
        kind = section.add(choice(texts, ProposalField.PROJECT_CLASS, ProjectClass.values()));
        nature = section.add(choice(texts, ProposalField.NATURE, Nature.values()));
        secret = section.add(Field.choice("secret", label(texts, ProposalField.SECRET), List.of(new Field.Choice("N", texts.get("proposal.flag.N")),
                new Field.Choice("Y", texts.get("proposal.flag.Y")))).required().check(answer -> answer.equals("Y") ? messages.secretRefused : null)
                .help(help(texts, ProposalField.SECRET), "").wide());
        kind.onChange(this::followClass);
    }

    /** Operation and services have a nature of the same name. */
    private void followClass(String chosen) {
        if (ProjectClass.OPS.name().equals(chosen)) {
            nature.set(Nature.OPERATION.name());
        } else if (ProjectClass.SVC.name().equals(chosen)) {
            nature.set(Nature.SERVICE.name());
        }
    }

    FormModel model() {
        return model;
    }

    ProposalForm form() {
        return ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, name.value()).with(ProposalField.UNIT_NAME, unit.value())
                .with(ProposalField.PROJECT_CLASS, kind.value()).with(ProposalField.NATURE, nature.value()).with(ProposalField.SECRET, secret.value());
    }

    private static Field<String> choice(Texts texts, ProposalField field, Enum<?>[] values) {
        List<Field.Choice> choices = Arrays.stream(values)
                .map(value -> new Field.Choice(value.name(), texts.get("proposal.choice." + field.name() + "." + value.name()))).toList();
        return Field.choice(field.name(), label(texts, field), choices).required().help(help(texts, field), "");
    }

    private static String label(Texts texts, ProposalField field) {
        return texts.get("proposal.field." + field.name());
    }

    private static String help(Texts texts, ProposalField field) {
        return texts.get("proposal.help." + field.name());
    }

    @Override
    public String title() {
        return messages.newTitle;
    }

    @Override
    public String verb() {
        return messages.newVerb;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        FormView view = new FormView(kit, parent, model, 0, 0);
        model.onChange(state);
        GridDataFactory.fillDefaults().grab(true, true).hint(kit.look().characters(96), kit.look().u(108)).applyTo(view.control());
        return view.control();
    }

    @Override
    public String missing() {
        return model.missing();
    }
}
