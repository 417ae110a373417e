package org.lianshen.model.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a rule pack as it is edited and kept: text, switches, lists, and fields by name in their order. There are no numbers (a pack writes them as text, so
 * that none is rounded) and nothing is null: what is not there is not configured.
 */
public sealed interface PackValue {

    /** Words or a number as written. */
    record Text(String text) implements PackValue {

        @Override
        public String toString() {
            return text;
        }
    }

    /** A switch. */
    record Flag(boolean on) implements PackValue {

        @Override
        public String toString() {
            return Boolean.toString(on);
        }
    }

    /** A list that is taken as one: another order or another element is another list. */
    record Items(List<PackValue> items) implements PackValue {

        public Items {
            items = List.copyOf(items);
        }

        public static Items of(List<String> words) {
            return new Items(words.stream().<PackValue>map(Text::new).toList());
        }

        public List<String> words() {
            return items.stream().map(PackValue::toString).toList();
        }

        @Override
        public String toString() {
            return String.join(", ", words());
        }
    }

    /** Named values in order. Two are equal where names, values and their order are. */
    record Fields(Map<String, PackValue> fields) implements PackValue {

        public static final Fields NONE = new Fields(Map.of());

        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public PackValue get(String name) {
            return fields.get(name);
        }

        /** The fields of a name; none where there are none. */
        public Fields under(String name) {
            return fields.get(name) instanceof Fields found ? found : NONE;
        }

        /** The text of a name; empty where there is none. */
        public String text(String name) {
            return fields.get(name) instanceof Text(String text) ? text : "";
        }

        public boolean flag(String name) {
            return fields.get(name) instanceof Flag(boolean on) && on;
        }

        public List<String> names() {
            return new ArrayList<>(fields.keySet());
        }

        /** @param value null to take it away */
        public Fields with(String name, PackValue value) {
            var changed = new LinkedHashMap<>(fields);
            if (value == null) {
                changed.remove(name);
            } else {
                changed.put(name, value);
            }
            return new Fields(changed);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fields that && fields.equals(that.fields) && names().equals(that.names());
        }

        @Override
        public int hashCode() {
            return fields.hashCode();
        }

        @Override
        public String toString() {
            return String.join(", ", fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue()).toList());
        }
    }

    static Text text(String text) {
        return new Text(text);
    }

    static Flag flag(boolean on) {
        return new Flag(on);
    }
}
