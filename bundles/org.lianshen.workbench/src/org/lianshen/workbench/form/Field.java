package org.lianshen.workbench.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lianshen.model.Money;

/**
 * One field of a form, without widgets: what was typed, the value it means, and what is wrong with it in words.
 *
 * @param <V> String, Money, BigDecimal, LocalDate, or Boolean; null is empty (except Boolean)
 */
public final class Field<V> {

    /** How it is typed. */
    public enum Kind {
        TEXT, LONG_TEXT, SECRET, MONEY, NUMBER, DATE, CHOICE, CHECK
    }

    /** What was typed means no value. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
    }

    @FunctionalInterface
    interface Reading<V> {
        V value(String typed) throws Unreadable;
    }

    private final String id;
    private final String label;
    private final Kind kind;
    private final Reading<V> reading;
    private final Function<V, String> writing;
    private final List<Function<V, String>> checks = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean required;
    private boolean wide;
    private boolean shown = true;
    private String locked;
    private String help = "";
    private String example = "";
    private List<Choice> choices = List.of();
    private V value;
    private String typed = "";
    private boolean unreadable;
    private boolean touched;

    /** @param code what is stored; @param label what is shown */
    public record Choice(String code, String label) {
    }

    private Field(String id, String label, Kind kind, V empty, Reading<V> reading, Function<V, String> writing) {
        this.id = id;
        this.label = label;
        this.kind = kind;
        this.value = empty;
        this.reading = reading;
        this.writing = writing;
    }

    public static Field<String> text(String id, String label) {
        return new Field<>(id, label, Kind.TEXT, null, Readings::text, text -> text);
    }

    /** Several lines over the whole width. */
    public static Field<String> longText(String id, String label) {
        return new Field<>(id, label, Kind.LONG_TEXT, null, Readings::text, text -> text).wide();
    }

    /** Typed unseen. */
    public static Field<String> secret(String id, String label) {
        return new Field<>(id, label, Kind.SECRET, null, typed -> typed.isEmpty() ? null : typed, text -> text);
    }

    /** Typed in 万元. */
    public static Field<Money> money(String id, String label) {
        return new Field<>(id, label, Kind.MONEY, null, Readings::money, money -> money.wan().stripTrailingZeros().toPlainString());
    }

    public static Field<BigDecimal> number(String id, String label) {
        return new Field<>(id, label, Kind.NUMBER, null, Readings::number, BigDecimal::toPlainString);
    }

    /** Typed as 2026-11-21, 2026.11.21, 20261121 or 2026年11月21日. */
    public static Field<LocalDate> date(String id, String label) {
        return new Field<>(id, label, Kind.DATE, null, Readings::date, LocalDate::toString);
    }

    /** One of several; the value is the code. */
    public static Field<String> choice(String id, String label, List<Choice> choices) {
        Field<String> field = new Field<>(id, label, Kind.CHOICE, null, Readings::text, text -> text);
        field.choices = List.copyOf(choices);
        return field;
    }

    public static Field<Boolean> check(String id, String label) {
        return new Field<>(id, label, Kind.CHECK, false, Boolean::valueOf, String::valueOf);
    }

    // Making

    public Field<V> required() {
        required = true;
        return this;
    }

    /** Over both columns. */
    public Field<V> wide() {
        wide = true;
        return this;
    }

    /** @param example shown after the help; may be empty */
    public Field<V> help(String text, String exampleText) {
        help = text;
        example = exampleText;
        return this;
    }

    /** @param problem gives a sentence when the value (never null) is wrong, otherwise null */
    public Field<V> check(Function<V, String> problem) {
        checks.add(problem);
        return this;
    }

    public Field<V> value(V start) {
        value = start;
        typed = start == null ? "" : writing.apply(start);
        return this;
    }

    public Field<V> onChange(Consumer<V> listener) {
        listeners.add(() -> listener.accept(value));
        return this;
    }

    // State

    /** Sets the value from the program; listeners hear of it. */
    public void set(V now) {
        if (!Objects.equals(value, now) || unreadable) {
            value(now);
            unreadable = false;
            tell();
        }
    }

    /** Takes what a person typed. */
    public void type(String text) {
        if (typed.equals(text)) {
            return;
        }
        typed = text;
        touched = true;
        try {
            value = reading.value(text);
            unreadable = false;
        } catch (Unreadable problem) {
            unreadable = true;
        }
        tell();
    }

    /** Not shown, and not asked for either. */
    public void setShown(boolean shown) {
        if (this.shown != shown) {
            this.shown = shown;
            tell();
        }
    }

    /** @param why in words, why it cannot be typed into; null unlocks */
    public void lock(String why) {
        if (!Objects.equals(locked, why)) {
            locked = why;
            tell();
        }
    }

    public void choices(List<Choice> now) {
        choices = List.copyOf(now);
        tell();
    }

    public V value() {
        return value;
    }

    public String typed() {
        return typed;
    }

    /** Whether what was typed means no value: a draft keeps the typed text then. */
    public boolean isUnreadable() {
        return unreadable;
    }

    /** What is wrong, in words; null when nothing is. An empty required field counts, whether touched or not. */
    String problem(FormWords words) {
        if (!shown) {
            return null;
        }
        if (unreadable) {
            return words.unreadable(kind, typed);
        }
        if (value == null || Boolean.FALSE.equals(value) && kind == Kind.CHECK) {
            return required ? words.missing(label) : null;
        }
        for (Function<V, String> check : checks) {
            String problem = check.apply(value);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isWide() {
        return wide;
    }

    public boolean isShown() {
        return shown;
    }

    /** In words, or null. */
    public String locked() {
        return locked;
    }

    /** Whether a person has typed into it: an untouched form does not shout about what is missing. */
    boolean isTouched() {
        return touched;
    }

    void touch() {
        touched = true;
    }

    public String help() {
        return help;
    }

    public String example() {
        return example;
    }

    public List<Choice> choices() {
        return choices;
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }
}
