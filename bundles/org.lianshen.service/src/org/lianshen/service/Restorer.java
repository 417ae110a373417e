package org.lianshen.service;

import java.nio.file.Path;
import org.lianshen.service.store.StoreLocation;

/** Brings a backup back into an empty place. A declarative service. */
public interface Restorer {

    /** @throws org.lianshen.model.UserProblem if the file is no backup of ours or damaged, or a store exists at the location */
    AdminService.Copy restore(Path file, StoreLocation location, Progress progress);
}
