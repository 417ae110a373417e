package org.lianshen.proposal.ui;

import java.util.List;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.service.ProposalService.Difference;
import org.lianshen.service.table.Column;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.table.TableSpec;
import org.lianshen.service.text.Texts;

/** Differences of two forms as a table: where, before, after, in the words of the form. */
record DifferenceTable(Texts texts) {

    /** @param before heading of the older side; @param after of the newer */
    TableSpec<Difference> spec(String before, String after) {
        return new TableSpec<>("proposal.differences", "proposal.list.title",
                List.of(new Column<>("place", "proposal.head.place", Type.TEXT, 34, row -> texts.format(row.label())),
                        new Column<>("before", before, Type.TEXT, 42, row -> shown(row.place(), row.before())),
                        new Column<>("after", after, Type.TEXT, 42, row -> shown(row.place(), row.after()))));
    }

    private String shown(String place, String text) {
        for (ProposalField field : ProposalField.values()) {
            if (field.name().equals(place)) {
                return ReadArea.shown(field, text, texts);
            }
        }
        return text;
    }
}
