package org.lianshen.model.budget;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a person corrected in a sheet of a certain layout: applied again when a sheet of the same layout comes. A fact; the last one of a key counts.
 *
 * @param key       digest of the sheet's heads and of its name or unit
 * @param label     what a person knows the layout by: the sheet's name, with the unit's where it has one
 * @param columns   column letter by field; empty for a field that the sheet does not have whatever its heads say
 * @param unit      unit of amounts that was chosen, or null
 * @param kind      kind of sheet that was chosen, or null
 * @param forgotten whether this takes back what was remembered before
 */
public record SheetLayout(UUID id, String key, String label, Map<BudgetField, String> columns, AmountUnit unit, SheetKind kind, boolean forgotten, Instant at, String by) {

    public SheetLayout {
        columns = columns.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(columns));
    }
}
