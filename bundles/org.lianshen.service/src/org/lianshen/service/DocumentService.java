package org.lianshen.service;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;

/** Paper: minutes of a meeting in the layout of GB/T 9704-2012. */
public interface DocumentService {

    /**
     * @param docx where to write, or null
     * @param pdf  where to write, or null
     * @return notices: fonts that were replaced, and by which
     */
    List<Message> minutes(UUID meeting, Path docx, Path pdf);
}
