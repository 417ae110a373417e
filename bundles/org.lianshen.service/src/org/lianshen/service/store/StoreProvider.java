package org.lianshen.service.store;

import java.nio.file.Path;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.Sessions.StoreState;

/** A kind of store. A declarative service; one for H2, one for PostgreSQL. */
public interface StoreProvider {

    boolean handles(StoreLocation location);

    StoreState look(StoreLocation location);

    /** Makes the schema; the caller fills in settings and accounts in the first transaction. @throws org.lianshen.model.UserProblem if a store exists there */
    Store create(StoreLocation location);

    /** Opens and brings the schema up to date (after a copy of the old). @throws org.lianshen.model.UserProblem naming who holds it, or what is wrong */
    Store open(StoreLocation location);

    Copy restore(Path backup, StoreLocation location, Progress progress);
}
