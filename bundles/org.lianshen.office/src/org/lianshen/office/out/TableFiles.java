package org.lianshen.office.out;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.lianshen.model.BeijingTime;
import org.lianshen.model.UserProblem;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Writes tables by the extension of the target: {@code .xlsx} one sheet each, {@code .csv} a single table. */
@Component(service = TableWriter.class)
public final class TableFiles implements TableWriter {

    private final ZoneId zone;

    @Activate
    public TableFiles() {
        this(BeijingTime.ZONE);
    }

    /** @param zone that instants are shown in */
    public TableFiles(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void write(Path target, List<Sheet<?>> sheets, Locale locale) {
        if (sheets.isEmpty()) {
            throw new IllegalArgumentException("no table to write");
        }
        Texts texts = new Texts(locale);
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv")) {
            if (sheets.size() > 1) {
                throw UserProblem.of("table.oneSheetOnly", target.toString(), sheets.size());
            }
            WholeFile.write(target, out -> new CsvTable(texts, zone).write(out, sheets.getFirst()));
        } else if (name.endsWith(".xlsx")) {
            WholeFile.write(target, out -> new XlsxTables(texts, zone).write(out, sheets));
        } else {
            throw UserProblem.of("table.unknownKind", target.toString());
        }
    }
}
