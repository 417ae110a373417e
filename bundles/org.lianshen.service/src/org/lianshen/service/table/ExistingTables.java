package org.lianshen.service.table;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.performance.UsageFigure;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.table.Column.Type;
import org.lianshen.service.text.Texts;

/** Tables of what exists already: the catalogues, and how applications are used. */
public final class ExistingTables {

    private ExistingTables() {
    }

    /** Entries of the catalogues, of one kind or of all. */
    public static TableSpec<CatalogueEntry> catalogue(Texts texts) {
        return new TableSpec<>("catalogue", "catalogue.title", List.of(new Column<>("name", "catalogue.head.name", Type.TEXT, 34, CatalogueEntry::name),
                new Column<>("kind", "catalogue.head.kind", Type.TEXT, 12, entry -> texts.get("catalogue.kind." + entry.kind())),
                new Column<>("unit", "catalogue.head.unit", Type.TEXT, 24, CatalogueEntry::unit), new Column<>("code", "catalogue.head.code", Type.CODE, 16, CatalogueEntry::code),
                new Column<>("state", "catalogue.head.state", Type.TEXT, 9, CatalogueEntry::state),
                new Column<>("reviewNo", "catalogue.head.reviewNo", Type.CODE, 22, CatalogueEntry::reviewNo),
                new Column<>("since", "catalogue.head.since", Type.DATE, 12, CatalogueEntry::since), new Column<>("until", "catalogue.head.until", Type.DATE, 12, CatalogueEntry::until),
                new Column<>("amount", "catalogue.head.amount", Type.MONEY, 14, CatalogueEntry::amount),
                new Column<>("sharing", "catalogue.head.sharing", Type.TEXT, 12, CatalogueEntry::sharing),
                new Column<>("supplier", "catalogue.head.supplier", Type.TEXT, 20, CatalogueEntry::supplier),
                new Column<>("replacedBy", "catalogue.head.replacedBy", Type.TEXT, 22, CatalogueEntry::replacedBy),
                new Column<>("content", "catalogue.head.content", Type.TEXT, 40, entry -> String.join("；", entry.content())),
                new Column<>("note", "catalogue.head.note", Type.TEXT, 24, CatalogueEntry::note)));
    }

    /** Usage figures, a row for each application and month, with the place that they come from. */
    public static TableSpec<UsageMonth> usage(Texts texts) {
        var columns = new ArrayList<Column<UsageMonth>>();
        columns.add(new Column<>("month", "usage.head.month", Type.CODE, 9, month -> YearMonth.from(month.month()).toString()));
        columns.add(new Column<>("application", "usage.head.application", Type.TEXT, 28, UsageMonth::application));
        columns.add(new Column<>("unit", "usage.head.unit", Type.TEXT, 20, UsageMonth::unit));
        columns.add(new Column<>("code", "usage.head.code", Type.CODE, 14, UsageMonth::code));
        for (UsageFigure figure : UsageFigure.values()) {
            columns.add(new Column<>(figure.name(), "usage.figure." + figure, Type.NUMBER, 11, month -> month.figures().get(figure)));
        }
        columns.add(new Column<>("reviewNo", "usage.head.reviewNo", Type.CODE, 20, UsageMonth::reviewNo));
        columns.add(new Column<>("source", "usage.head.source", Type.TEXT, 20, month -> texts.format(Message.of("usage.source", month.sheet(), String.valueOf(month.row())))));
        return new TableSpec<>("usage", "usage.title", columns);
    }
}
