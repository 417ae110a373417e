package org.lianshen.model.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;

/**
 * Three opinions of one body on one version, field by field: what both sides started from, what is here now, what came back. Null is no opinion.
 */
public record OpinionComparison(ActDetail.Opinion base, ActDetail.Opinion mine, ActDetail.Opinion theirs) {

    /** Words are texts {@code exchange.side.NAME}. */
    public enum Side {
        MINE, THEIRS
    }

    /**
     * A field in which the three are not all alike.
     *
     * @param key   {@code overall}, {@code conditions}, {@code remark}, {@code item:G1} or {@code cut:3}
     * @param base  null where nothing was said
     */
    public record Field(String key, Message label, Message base, Message mine, Message theirs) {

        /** Whether both sides changed it, and not to the same: a person has to choose. */
        public boolean contested() {
            return !Objects.equals(mine, theirs) && !Objects.equals(mine, base) && !Objects.equals(theirs, base);
        }

        /** Whoever changed it; for a contested field nobody. */
        public Side changed() {
            return contested() ? null : Objects.equals(mine, base) ? Side.THEIRS : Side.MINE;
        }
    }

    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        add(fields, "overall", Message.of("exchange.field.overall"), opinion -> opinion.overall() == null ? null : Message.of("review.overall." + opinion.overall().name()));
        for (String item : items()) {
            add(fields, "item:" + item, Message.of("exchange.field.item", item), opinion -> answer(opinion, item).map(OpinionComparison::said).orElse(null));
        }
        for (Integer line : lines()) {
            add(fields, "cut:" + line, Message.of("exchange.field.cut", line), opinion -> cut(opinion, line).map(cut -> Message.of("exchange.cut", cut.amount(), text(cut.reason()))).orElse(null));
        }
        add(fields, "conditions", Message.of("exchange.field.conditions"), opinion -> words(opinion.conditions()));
        add(fields, "remark", Message.of("exchange.field.remark"), opinion -> words(opinion.remark()));
        return List.copyOf(fields);
    }

    /** Whether the two that are there now say the same. */
    public boolean same() {
        return fields().stream().allMatch(field -> Objects.equals(field.mine(), field.theirs())) && (mine == null) == (theirs == null);
    }

    private void add(List<Field> fields, String key, Message label, Function<ActDetail.Opinion, Message> value) {
        Message was = base == null ? null : value.apply(base);
        Message here = mine == null ? null : value.apply(mine);
        Message there = theirs == null ? null : value.apply(theirs);
        if (!Objects.equals(was, here) || !Objects.equals(was, there)) {
            fields.add(new Field(key, label, was, here, there));
        }
    }

    private Stream<ActDetail.Opinion> all() {
        return Stream.of(mine, theirs, base).filter(Objects::nonNull);
    }

    private List<String> items() {
        return all().flatMap(opinion -> opinion.answers().stream()).map(CheckAnswer::item).distinct().toList();
    }

    private List<Integer> lines() {
        return all().flatMap(opinion -> opinion.cuts().stream()).map(Cut::lineNo).distinct().sorted().toList();
    }

    private static java.util.Optional<CheckAnswer> answer(ActDetail.Opinion opinion, String item) {
        return opinion.answers().stream().filter(answer -> answer.item().equals(item) && answer.verdict() != null).findFirst();
    }

    private static java.util.Optional<Cut> cut(ActDetail.Opinion opinion, int line) {
        return opinion.cuts().stream().filter(cut -> cut.lineNo() == line).findFirst();
    }

    private static Message said(CheckAnswer answer) {
        Message verdict = Message.of("review.verdict." + answer.verdict().name());
        List<String> words = Stream.of(answer.problem(), answer.suggestion(), answer.basis()).map(OpinionComparison::text).filter(text -> !text.isEmpty()).toList();
        return words.isEmpty() ? verdict : Message.of("exchange.answer", verdict, words);
    }

    private static Message words(String words) {
        return words == null || words.isBlank() ? null : Message.of("exchange.words", words.strip());
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * One opinion of both: each differing field from the side that is named for it, or from the side that changed it.
     *
     * @throws IllegalArgumentException if a contested field has no side
     */
    public ActDetail.Opinion combined(Map<String, Side> chosen) {
        Map<String, Side> sides = fields().stream().collect(Collectors.toMap(Field::key, field -> {
            Side side = chosen.getOrDefault(field.key(), field.changed());
            if (side == null) {
                throw new IllegalArgumentException(field.key());
            }
            return side;
        }));
        var answers = new LinkedHashMap<String, CheckAnswer>();
        for (String item : items()) {
            from(sides, "item:" + item).flatMap(opinion -> opinion.answers().stream().filter(answer -> answer.item().equals(item)).findFirst()).ifPresent(answer -> answers.put(item, answer));
        }
        var cuts = new ArrayList<Cut>();
        for (Integer line : lines()) {
            from(sides, "cut:" + line).flatMap(opinion -> cut(opinion, line)).ifPresent(cuts::add);
        }
        int version = all().findFirst().orElseThrow().versionNo();
        return new ActDetail.Opinion(version, List.copyOf(answers.values()), from(sides, "overall").map(ActDetail.Opinion::overall).orElse(null), cuts,
                from(sides, "conditions").map(opinion -> text(opinion.conditions())).orElse(""), from(sides, "remark").map(opinion -> text(opinion.remark())).orElse(""));
    }

    private java.util.Optional<ActDetail.Opinion> from(Map<String, Side> sides, String key) {
        Side side = sides.get(key);
        return java.util.Optional.ofNullable(side == Side.THEIRS || side == null && mine == null ? theirs : mine);
    }
}
