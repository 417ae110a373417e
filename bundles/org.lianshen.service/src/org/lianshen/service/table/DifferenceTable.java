package org.lianshen.service.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/** Differences of two forms as a table: where, before, after, in the words of the form. */
public record DifferenceTable(Texts texts) {

    private static final Pattern SHARE = Pattern.compile("^funds\\[\\d+ (\\w+)");

    /** @param before heading of the older side; @param after of the newer */
    public TableSpec<Difference> spec(String before, String after) {
        return new TableSpec<>("proposal.differences", "proposal.list.title",
                List.of(new Column<>("place", "proposal.head.place", Type.TEXT, 34, this::place),
                        new Column<>("before", before, Type.TEXT, 42, this::before),
                        new Column<>("after", after, Type.TEXT, 42, this::after)));
    }

    /** A share of the funds is known by its year and the name of its source. */
    public String place(Difference row) {
        String label = texts.format(row.label());
        Matcher share = SHARE.matcher(row.place());
        if (share.find()) {
            String kind = share.group(1);
            return label.replace(kind, texts.get("proposal.fund." + kind));
        }
        return label;
    }

    public String before(Difference row) {
        return shown(row.place(), row.before());
    }

    public String after(Difference row) {
        return shown(row.place(), row.after());
    }

    private String shown(String place, String text) {
        if (place.endsWith(".amount") || place.endsWith(".unitPrice")) {
            return FieldText.amount(text, texts);
        }
        if (!text.isEmpty() && place.startsWith("funds[") && place.endsWith(".kind")) {
            return texts.get("proposal.fund." + text);
        }
        if (!text.isEmpty() && place.startsWith("estimate[") && place.endsWith(".code")) {
            return texts.get("proposal.estimate." + text);
        }
        for (ProposalField field : ProposalField.values()) {
            if (field.name().equals(place)) {
                return FieldText.shown(field, text, texts);
            }
        }
        return text;
    }
}
