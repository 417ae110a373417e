package org.lianshen.rulepacks;

import java.util.ArrayList;
import java.util.List;

import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;

/** What is wrong in one file, gathered so that its author sees all of it at once. */
final class Problems {
    /** More than this tells the author nothing new. */
    private static final int MOST = 50;

    private final String file;
    private final List<Message> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    /** Every message begins with the file and the JSON pointer (or line) of the fault. */
    void add(String key, Object place, Object... more) {
        if (found.size() < MOST) {
            var args = new ArrayList<Object>();
            args.add(file);
            args.add(place);
            args.addAll(List.of(more));
            found.add(new Message(key, args));
        }
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** @throws UserProblem with all that was found, if anything was */
    void stop() {
        if (any()) {
            throw new UserProblem(found);
        }
    }
}
