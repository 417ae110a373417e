package org.lianshen.service.intake;

import java.nio.file.Path;
import org.lianshen.service.Progress;

/** Opens xlsx, xls and csv files with absolute limits; a hostile or unreadable file is refused. A declarative service of the office bundle. */
public interface SourceFiles {

    /** @throws org.lianshen.model.UserProblem naming the file, the part or cell, and what to do */
    SourceFile open(Path file, Progress progress);
}
