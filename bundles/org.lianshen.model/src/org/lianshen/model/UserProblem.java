package org.lianshen.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What was asked cannot be done, for a reason that the person can do something about. Nothing was stored. The command line ends with exit code 2.
 */
public class UserProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient List<Message> messages;

    public UserProblem(List<Message> messages) {
        this(messages, null);
    }

    public UserProblem(List<Message> messages, Throwable cause) {
        super(messages.stream().map(message -> message.key() + message.args()).collect(Collectors.joining("; ")), cause);
        this.messages = List.copyOf(messages);
    }

    public static UserProblem of(String key, Object... args) {
        return new UserProblem(List.of(Message.of(key, args)));
    }

    public static UserProblem because(Throwable cause, String key, Object... args) {
        return new UserProblem(List.of(Message.of(key, args)), cause);
    }

    /** At least one. */
    public List<Message> messages() {
        return messages;
    }
}
