package org.lianshen.workbench.task;

import java.nio.file.Path;
import org.lianshen.model.UserProblem;
import org.lianshen.service.text.Texts;
import org.lianshen.workbench.text.WorkbenchMessages;

/** Turns what was thrown into words. */
public final class Failures {

    private final WorkbenchMessages messages;
    private final Texts texts;
    private final Path log;

    /** @param log the file to look into when the program is at fault */
    public Failures(WorkbenchMessages messages, Texts texts, Path log) {
        this.messages = messages;
        this.texts = texts;
        this.log = log;
    }

    public Tasks.Failure of(Throwable cause) {
        if (cause instanceof UserProblem problem) {
            return new Tasks.Failure(texts.format(problem), false, cause);
        }
        return new Tasks.Failure(messages.format(messages.ownFault, log), true, cause);
    }
}
