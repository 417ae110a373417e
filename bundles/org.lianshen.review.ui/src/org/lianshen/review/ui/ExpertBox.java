package org.lianshen.review.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expert.FormerUnit;
import org.lianshen.model.expert.Expert.Interests;
import org.lianshen.model.expert.ExpertCheck;
import org.lianshen.model.expert.Expertise;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** An entry of the pool of experts. What is personal is there for those alone who may see it. */
final class ExpertBox implements DialogService.Box {

    private static final int WIDTH = 70;
    private static final int FIELDS_IN_ROW = 4;
    private static final String BETWEEN = "[;；、\\n]+";

    /** A line of the box; lists are written with 、 between. */
    enum Line {
        NO, NAME, UNIT, TITLE, FORMER, PHONE, ID_TAIL, BANK, VENDORS, RELATIVES, AUTHORED, ACCOUNT, NOTE;

        boolean personal() {
            return this == PHONE || this == ID_TAIL || this == BANK;
        }
    }

    private final Kit kit;
    private final ExpertMessages messages;
    private final Texts texts;
    private final Expert before;
    private final boolean personal;
    private final Map<Line, String> typed = new LinkedHashMap<>();
    private final Set<Expertise> fields = EnumSet.noneOf(Expertise.class);

    /** @param before null for a new entry */
    ExpertBox(Kit kit, ExpertMessages messages, Texts texts, Expert before, boolean personal) {
        this.kit = kit;
        this.messages = messages;
        this.texts = texts;
        this.before = before;
        this.personal = personal;
        for (Line line : Line.values()) {
            typed.put(line, before == null ? "" : value(line, before));
        }
        if (before != null) {
            fields.addAll(before.fields());
        }
    }

    private static String value(Line line, Expert expert) {
        return switch (line) {
            case NO -> expert.no();
            case NAME -> expert.name();
            case UNIT -> expert.unit();
            case TITLE -> expert.title();
            case FORMER -> expert.former().stream().map(former -> former.until() == null ? former.name() : String.join(" ", former.name(), former.until().toString()))
                    .collect(Collectors.joining("、"));
            case PHONE -> expert.phone();
            case ID_TAIL -> expert.idTail();
            case BANK -> expert.bank();
            case VENDORS -> String.join("、", expert.interests().vendors());
            case RELATIVES -> String.join("、", expert.interests().relatives());
            case AUTHORED -> String.join("、", expert.interests().authored());
            case ACCOUNT -> expert.account();
            case NOTE -> expert.note();
        };
    }

    /** As typed. */
    Expert expert() {
        return new Expert(before == null ? null : before.id(), typed.get(Line.NO), typed.get(Line.NAME), typed.get(Line.UNIT), former(), typed.get(Line.TITLE), fields,
                typed.get(Line.PHONE), typed.get(Line.ID_TAIL), typed.get(Line.BANK), before == null || before.active(), typed.get(Line.NOTE),
                new Interests(list(Line.VENDORS), list(Line.RELATIVES), list(Line.AUTHORED)), typed.get(Line.ACCOUNT), before == null ? 0 : before.version());
    }

    private List<String> list(Line line) {
        return Arrays.stream(typed.get(line).split(BETWEEN)).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** Each a name, with the last day behind it where it is known. */
    private List<FormerUnit> former() {
        var units = new ArrayList<FormerUnit>();
        for (String part : list(Line.FORMER)) {
            int space = part.lastIndexOf(' ');
            LocalDate until = space < 0 ? null : day(part.substring(space + 1));
            units.add(until == null ? new FormerUnit(part, null) : new FormerUnit(part.substring(0, space).strip(), until));
        }
        return units;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    @Override
    public String title() {
        return before == null ? messages.addTitle : messages.format(messages.changeTitle, before.no(), before.name());
    }

    @Override
    public String verb() {
        return messages.save;
    }

    @Override
    public Control create(Composite parent, Runnable state) {
        var area = new Composite(parent, SWT.NONE);
        area.setBackground(parent.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(kit.look().u(3), kit.look().u(2)).applyTo(area);
        for (Line line : Line.values()) {
            if (line.personal() && !personal) {
                continue;
            }
            kit.muted(area, label(line));
            Text entry = kit.entry(area, label(line), SWT.NONE);
            entry.setText(typed.get(line));
            entry.setMessage(hint(line));
            GridDataFactory.fillDefaults().grab(true, false).hint(kit.look().u(WIDTH), SWT.DEFAULT).applyTo(entry);
            entry.addListener(SWT.Modify, event -> {
                typed.put(line, entry.getText());
                state.run();
            });
            if (line == Line.TITLE) {
                fields(area, state);
            }
        }
        return area;
    }

    private void fields(Composite area, Runnable state) {
        kit.muted(area, texts.get("expert.column.fields"));
        var row = new Composite(area, SWT.NONE);
        row.setBackground(area.getBackground());
        GridLayoutFactory.fillDefaults().numColumns(FIELDS_IN_ROW).spacing(kit.look().u(3), kit.look().u(1)).applyTo(row);
        for (Expertise field : Expertise.values()) {
            var check = new Button(row, SWT.CHECK);
            check.setText(texts.get("expert.field." + field.name()));
            check.setFont(kit.look().base());
            check.setForeground(kit.look().text());
            check.setBackground(row.getBackground());
            check.setSelection(fields.contains(field));
            Kit.name(check, String.join(" ", texts.get("expert.column.fields"), texts.get("expert.field." + field.name())));
            check.addListener(SWT.Selection, event -> {
                if (check.getSelection()) {
                    fields.add(field);
                } else {
                    fields.remove(field);
                }
                state.run();
            });
        }
    }

    private String label(Line line) {
        return switch (line) {
            case NO -> texts.get("expert.column.no");
            case NAME -> texts.get("expert.column.name");
            case UNIT -> texts.get("expert.column.unit");
            case TITLE -> texts.get("expert.column.title");
            case FORMER -> texts.get("expert.column.former");
            case PHONE -> texts.get("expert.column.phone");
            case ID_TAIL -> texts.get("expert.column.idTail");
            case BANK -> texts.get("expert.column.bank");
            case VENDORS -> texts.get("expert.column.vendors");
            case RELATIVES -> texts.get("expert.column.relatives");
            case AUTHORED -> texts.get("expert.column.authored");
            case ACCOUNT -> messages.account;
            case NOTE -> texts.get("expert.column.note");
        };
    }

    private String hint(Line line) {
        return switch (line) {
            case NO -> messages.hintNo;
            case FORMER -> messages.hintFormer;
            case VENDORS, RELATIVES, AUTHORED -> messages.hintList;
            case ACCOUNT -> messages.hintAccount;
            default -> "";
        };
    }

    @Override
    public String missing() {
        return ExpertCheck.problems(expert(), LocalDate.MAX).stream().findFirst().map(texts::format).orElse("");
    }
}
