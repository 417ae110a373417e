package org.lianshen.store.files;

import java.util.List;
import org.lianshen.service.store.Store;

/** Kept files that can be listed, for copies. */
public interface KeptFiles extends Store.Files {

    /** Digests of all, sorted. */
    List<String> all();
}
