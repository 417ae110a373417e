package org.lianshen.service.similarity;

import java.util.List;
import java.util.UUID;

/** Finds, among many projects, the few that are worth comparing. A declarative service of the search bundle. */
public interface SimilarityIndex {

    /** An index over these texts, held in memory until closed. */
    Searcher over(List<Entry> entries);

    /** @param functions names of function items */
    record Entry(UUID id, String name, List<String> functions) {
        public Entry {
            functions = List.copyOf(functions);
        }
    }

    interface Searcher extends AutoCloseable {

        /** Ids of the nearest entries, the best first, at most {@code limit}. An entry that shares nothing is left out. May be called from several threads. */
        List<UUID> near(String name, List<String> functions, int limit);

        @Override
        void close();
    }
}
