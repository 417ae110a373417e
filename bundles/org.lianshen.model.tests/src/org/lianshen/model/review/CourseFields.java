package org.lianshen.model.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the fold over the acts carries along, field by field, without the names of bodies and without days that nothing follows from. */
final class CourseFields {

    private static final Set<String> OF_BODIES = Set.of("opinions", "transfers");
    private static final Set<String> WHOLE = Set.of("phase", "round", "opinionsDue", "batch", "added", "verified", "preRejection", "experts", "summary", "issuance", "decision", "returned");
    /** Given from outside, worked out from the others, or told to people only: no rule and no state follows from them. */
    private static final Set<String> NOTHING_FOLLOWS = Set.of("facts", "pack", "route", "recused", "since", "opinionsSince", "reminders", "running", "stopped");

    private CourseFields() {
    }

    static String ofBody(Course course, String code) {
        return OF_BODIES.stream().sorted().map(name -> told(((Map<?, ?>) value(course, name)).get(code), day -> "")).collect(Collectors.joining(",")).replace(code, "self");
    }

    static String whole(Course course, Function<LocalDate, String> left) {
        return WHOLE.stream().sorted().map(name -> told(value(course, name), left)).collect(Collectors.joining(","));
    }

    private static String told(Object value, Function<LocalDate, String> left) {
        return switch (value) {
            case null -> "";
            case ReviewAct act when act.detail() instanceof ActDetail.Opinion opinion -> opinion.overall().name();
            case ReviewAct act when act.detail() instanceof ActDetail.Decision decision -> String.join(" ", decision.kind().name(), left.apply(decision.validUntil()), decision.overrule());
            case ReviewAct act -> act.detail().getClass().getSimpleName();
            case LocalDate day -> left.apply(day);
            case Map<?, ?> map when map.values().stream().anyMatch(ReviewAct.class::isInstance) -> map.values().stream()
                    .map(act -> left.apply(((ActDetail.Addition) ((ReviewAct) act).detail()).due())).toList().toString();
            default -> value.toString();
        };
    }

    private static Object value(Course course, String name) {
        try {
            Field field = Course.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(course);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A field that is added must be told here, or be one that nothing follows from. */
    static void areAllKnown() {
        Set<String> fields = Arrays.stream(Course.class.getDeclaredFields()).filter(field -> !field.isSynthetic()).map(Field::getName).collect(Collectors.toSet());
        fields.removeAll(OF_BODIES);
        fields.removeAll(WHOLE);
        assertEquals(NOTHING_FOLLOWS, fields);
    }
}
