package org.lianshen.service.intake;

import java.util.List;
import org.lianshen.model.Message;

/** An opened file from outside. */
public interface SourceFile extends AutoCloseable {

    List<SourceSheet> sheets();

    /** What a person should know about the file as a whole: encoding taken, macros ignored, external links not followed, wrong extension. */
    List<Message> notices();

    @Override
    void close();
}
