package org.lianshen.service.memory;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.service.AdminService.Copy;
import org.lianshen.service.Progress;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.Tx;

/**
 * A whole store in memory for service tests: row versions, all or nothing, and a refused transaction without audit record, as the real ones. It is not for measuring.
 */
public final class MemoryStore implements Store {

    private final StoreLocation location;
    private final Clock clock;
    private final MemoryFiles files;
    private MemoryState state = new MemoryState();
    private boolean everythingTwice;
    private boolean closed;

    public MemoryStore(Clock clock) {
        this(clock, new StoreLocation.Folder(Path.of("memory")));
    }

    public MemoryStore(Clock clock, StoreLocation location) {
        this(clock, location, new MemoryFiles());
    }

    private MemoryStore(Clock clock, StoreLocation location, MemoryFiles files) {
        this.clock = clock;
        this.location = location;
        this.files = files;
    }

    /** From now on the work of each write runs twice and only the second run counts, as after a serialisation failure: shows side effects that do not belong there. */
    public void runEverythingTwice() {
        everythingTwice = true;
    }

    /** Changes a record of the audit log from outside. @param index from 0 */
    public synchronized void tamper(int index, UnaryOperator<AuditRecord> change) {
        state.audit.set(index, change.apply(state.audit.get(index)));
    }

    /** Changes signed papers from outside. */
    public synchronized void tamper(UnaryOperator<IssuedPaper> change) {
        state.papers.replaceAll(change);
    }

    /** Another store with the same rows and the same files. */
    public synchronized MemoryStore twin() {
        var twin = new MemoryStore(clock, location, files);
        twin.state = state.copy();
        return twin;
    }

    @Override
    public StoreLocation location() {
        return location;
    }

    @Override
    public synchronized <T> T read(Function<Tx, T> work) {
        requireOpen();
        return work.apply(new MemoryTx(state.copy(), clock, null, null));
    }

    @Override
    public synchronized <T> T write(String actor, String role, Function<Tx, T> work) {
        requireOpen();
        if (everythingTwice) {
            work.apply(new MemoryTx(state.copy(), clock, actor, role));
        }
        MemoryState changed = state.copy();
        T result = work.apply(new MemoryTx(changed, clock, actor, role));
        if (changed.audit.size() == state.audit.size()) {
            throw new IllegalStateException("the work wrote no audit record");
        }
        state = changed;
        return result;
    }

    @Override
    public Files files() {
        return files;
    }

    @Override
    public Copy backup(Path file, Progress progress) {
        throw new UnsupportedOperationException("a store in memory has no backup");
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    public synchronized boolean closed() {
        return closed;
    }

    /** Opens it again, as the next program would. */
    public synchronized MemoryStore reopen() {
        closed = false;
        return this;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
    }
}
