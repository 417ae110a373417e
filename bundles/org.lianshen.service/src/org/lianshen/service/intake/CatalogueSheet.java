package org.lianshen.service.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.CatalogueEntry.Kind;
import org.lianshen.service.Progress;

/** Reads one sheet of a catalogue. */
final class CatalogueSheet extends ListSheet<CatalogueHead> {

    private static final String BETWEEN = "[;；、\\n]+";

    private final String file;
    private final Kind asked;
    private final Supplier<UUID> ids;
    private final List<CatalogueEntry> entries = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();
    private Kind kindOfSheet;

    CatalogueSheet(SourceSheet sheet, String file, Kind asked, Supplier<UUID> ids, Progress progress) {
        super(sheet, CatalogueHead.class, CatalogueHead.words(), CatalogueIntake::missing, CatalogueHead.NAME, CatalogueHead.UNIT, progress);
        this.file = file;
        this.asked = asked;
        this.ids = ids;
    }

    @Override
    Message refuse() {
        kindOfSheet = kindOfSheet();
        return kindOfSheet == null && !has(CatalogueHead.KIND) ? Message.of("intake.catalogueKind", name()) : null;
    }

    /** As asked, else what sheet, head or file name say; null where none says anything. */
    private Kind kindOfSheet() {
        return asked != null ? asked : Stream.of(name(), header().columns().get(CatalogueHead.NAME).label(), file).map(CatalogueHead::kind).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    @Override
    void row(int row) {
        Kind kind = kind(row);
        require(CatalogueHead.NAME, row, "name.missing", "intake.catalogueName");
        require(CatalogueHead.UNIT, row, "unit.missing", "intake.ledgerUnit");
        if (!good()) {
            return;
        }
        var entry = new CatalogueEntry(ids.get(), kind, texts().get(CatalogueHead.CODE), texts().get(CatalogueHead.NAME), texts().get(CatalogueHead.UNIT_CODE),
                texts().get(CatalogueHead.UNIT), texts().get(CatalogueHead.REVIEW_NO), texts().get(CatalogueHead.REPLACED_BY), texts().get(CatalogueHead.SUPPLIER),
                amounts().get(CatalogueHead.AMOUNT), dates().get(CatalogueHead.SINCE), dates().get(CatalogueHead.UNTIL), texts().get(CatalogueHead.STATE),
                texts().get(CatalogueHead.SHARING), list(texts().get(CatalogueHead.CONTENT), BETWEEN), texts().get(CatalogueHead.NOTE));
        String place = place(CatalogueHead.NAME, row);
        String twin = keys.putIfAbsent(entry.key(), place);
        if (twin == null) {
            entries.add(entry);
        } else {
            error(place, entry.name(), "entry.duplicate", Message.of("intake.catalogueTwice", place, entry.name(), twin));
        }
    }

    /** The kind of the row: its own word, else that of the sheet. */
    private Kind kind(int row) {
        String text = texts().get(CatalogueHead.KIND);
        Kind named = text == null || asked != null ? null : CatalogueHead.kind(text);
        if (named == null && kindOfSheet == null) {
            error(place(CatalogueHead.KIND, row), text == null ? "" : text, "kind.unknown",
                    Message.of("intake.catalogueKindOfRow", place(CatalogueHead.KIND, row), text == null ? "" : RowValues.shown(text)));
        }
        return named == null ? kindOfSheet : named;
    }

    @Override
    void finish() {
        super.finish();
        if (hidden() > 0) {
            notices().add(Message.of("intake.hiddenEntries", hidden()));
        }
    }

    List<CatalogueEntry> entries() {
        return entries;
    }

    CatalogueBatch.Sheet reading() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        entries.forEach(entry -> counts.merge(entry.kind(), 1, Integer::sum));
        return new CatalogueBatch.Sheet(name(), header().rows(), columns(), rowsRead(), counts, skipped(), errors(), notices());
    }
}
