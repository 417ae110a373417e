package org.lianshen.model;

import java.util.List;

/**
 * Something to say to a person: a key of the texts and its arguments, without a language. What happened, where, and what to do next, in that order.
 *
 * @param key  {@code area.name}; the area names the properties file
 * @param args in the order of the text's placeholders: strings, numbers, {@link Money}, dates, or messages
 */
public record Message(String key, List<Object> args) {

    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
