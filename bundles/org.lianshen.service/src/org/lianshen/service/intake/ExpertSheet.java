package org.lianshen.service.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expert.FormerUnit;
import org.lianshen.model.expert.Expert.Interests;
import org.lianshen.model.expert.ExpertCheck;
import org.lianshen.model.expert.ExpertReading;
import org.lianshen.model.expert.Expertise;
import org.lianshen.service.Progress;

/** Reads one sheet of a list of experts. */
final class ExpertSheet extends ListSheet<ExpertHead> {

    private static final String BETWEEN = "[;；、,，/\\n]+";
    /** 甲公司（至2024-06-30） or 甲公司 2024年6月. */
    private static final Pattern FORMER = Pattern.compile("(.+?)[\\s（(]*(?:至|截至|离职)?\\s*(\\d{4})[-./年](\\d{1,2})(?:[-./月](\\d{1,2})日?)?月?[）)]?");
    private static final int ID_DIGITS = 4;

    private final Supplier<UUID> ids;
    private final LocalDate today;
    private final List<Expert> experts = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    ExpertSheet(SourceSheet sheet, Supplier<UUID> ids, LocalDate today, Progress progress) {
        super(sheet, ExpertHead.class, ExpertHead.words(), ExpertIntake::missing, ExpertHead.NAME, ExpertHead.UNIT, progress);
        this.ids = ids;
        this.today = today;
    }

    @Override
    void row(int row) {
        require(ExpertHead.NAME, row, "name.missing", "intake.expertName");
        require(ExpertHead.UNIT, row, "unit.missing", "intake.expertUnit");
        Set<Expertise> fields = ExpertHead.fields(list(texts().get(ExpertHead.FIELDS), BETWEEN));
        if (fields == null || fields.isEmpty()) {
            String place = place(ExpertHead.FIELDS, row);
            error(place, texts().getOrDefault(ExpertHead.FIELDS, ""), "fields.unknown", Message.of("intake.expertFields", place, texts().getOrDefault(ExpertHead.FIELDS, "")));
        }
        if (!good()) {
            return;
        }
        var expert = new Expert(ids.get(), texts().get(ExpertHead.NO), texts().get(ExpertHead.NAME), texts().get(ExpertHead.UNIT), former(), texts().get(ExpertHead.TITLE), fields,
                texts().get(ExpertHead.PHONE), tail(texts().get(ExpertHead.ID_TAIL)), texts().get(ExpertHead.BANK), active(), texts().get(ExpertHead.NOTE),
                new Interests(list(texts().get(ExpertHead.VENDORS), BETWEEN), list(texts().get(ExpertHead.RELATIVES), BETWEEN), list(texts().get(ExpertHead.AUTHORED), BETWEEN)), "", 0);
        String place = place(ExpertHead.NAME, row);
        ExpertCheck.problems(expert, today).forEach(problem -> error(place, expert.name(), problem.key(), Message.of("intake.expertRow", place, problem)));
        String key = expert.no().isEmpty() ? String.join("|", expert.name(), expert.unit(), expert.idTail()) : expert.no();
        String twin = places.putIfAbsent(key, place);
        if (twin != null) {
            error(place, expert.name(), "expert.duplicate", Message.of("intake.expertTwice", place, expert.name(), twin));
        }
        if (good()) {
            experts.add(expert);
        }
    }

    private List<FormerUnit> former() {
        return list(texts().get(ExpertHead.FORMER), "[;；、\\n]+").stream().map(ExpertSheet::former).toList();
    }

    private static FormerUnit former(String text) {
        Matcher dated = FORMER.matcher(text);
        if (!dated.matches()) {
            return new FormerUnit(text, null);
        }
        LocalDate month = LocalDate.of(Integer.parseInt(dated.group(2)), Math.clamp(Integer.parseInt(dated.group(3)), 1, 12), 1);
        LocalDate until = dated.group(4) == null ? month.plusMonths(1).minusDays(1) : month.withDayOfMonth(Math.clamp(Integer.parseInt(dated.group(4)), 1, month.lengthOfMonth()));
        return new FormerUnit(dated.group(1).strip(), until);
    }

    /** The program keeps no more of an identity number than its last characters. */
    private static String tail(String typed) {
        return typed == null || typed.length() <= ID_DIGITS ? typed : typed.substring(typed.length() - ID_DIGITS);
    }

    private boolean active() {
        return Stream.of("停", "否", "退", "出库", "suspended").noneMatch(texts().getOrDefault(ExpertHead.STATE, "")::contains);
    }

    List<Expert> experts() {
        return experts;
    }

    ExpertReading reading() {
        return new ExpertReading(name(), header().rows(), columns(), rowsRead(), experts.size(), skipped(), errors(), notices());
    }
}
