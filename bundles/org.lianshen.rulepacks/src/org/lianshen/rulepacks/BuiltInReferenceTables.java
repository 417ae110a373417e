package org.lianshen.rulepacks;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.lianshen.model.pack.RefCode;
import org.lianshen.service.packs.ReferenceTables;
import org.osgi.service.component.annotations.Component;

/** The reference tables that the program ships. A table is read when it is first asked for. */
@Component(service = ReferenceTables.class)
public final class BuiltInReferenceTables implements ReferenceTables {
    private static final List<String> NAMES = List.of(DIVISIONS, DEPARTMENT_ECONOMIC, GOVERNMENT_ECONOMIC, FUNCTIONAL, PROCUREMENT, FUND_NATURE,
            PROCUREMENT_MODE, INDICATOR_TYPES);

    private final Map<String, Table> tables = new ConcurrentHashMap<>();

    private record Table(List<RefCode> codes, Map<String, List<RefCode>> byCode) {
    }

    @Override
    public List<String> names() {
        return NAMES;
    }

    @Override
    public List<RefCode> table(String table) {
        return load(table).codes();
    }

    @Override
    public Optional<RefCode> find(String table, String code, LocalDate on) {
        return load(table).byCode().getOrDefault(code, List.of()).stream().filter(each -> each.validOn(on)).findFirst();
    }

    @Override
    public List<RefCode> path(String table, String code, LocalDate on) {
        var path = new LinkedList<RefCode>();
        Optional<RefCode> at = find(table, code, on);
        while (at.isPresent() && !path.contains(at.get())) {
            path.addFirst(at.get());
            at = find(table, at.get().parent(), on);
        }
        return List.copyOf(path);
    }

    private Table load(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no reference table " + name + "; there are " + NAMES);
        }
        return tables.computeIfAbsent(name, BuiltInReferenceTables::read);
    }

    private static Table read(String name) {
        String file = "tables/" + name + ".tsv";
        var reader = new CodeTableReader(CodeTableReader.sources("tables/sources.tsv", open("tables/sources.tsv")));
        List<RefCode> codes = reader.read(name, file, open(file));
        return new Table(codes, codes.stream().collect(Collectors.groupingBy(RefCode::code)));
    }

    private static InputStream open(String file) {
        InputStream in = BuiltInReferenceTables.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("the program is incomplete: " + file + " is missing");
        }
        return in;
    }
}
