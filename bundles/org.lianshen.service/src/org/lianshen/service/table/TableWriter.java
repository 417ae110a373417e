package org.lianshen.service.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes tables as workbooks; text that looks like a formula is written as text. A declarative service of the office bundle. */
public interface TableWriter {

    /** One sheet each; the file appears whole or not at all. */
    void write(Path target, List<Sheet<?>> sheets, Locale locale);

    /** @param notes lines above the head, such as unit and date */
    record Sheet<T>(String name, TableSpec<T> spec, List<T> rows, List<String> notes) {
    }
}
