package org.lianshen.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lianshen.model.Ids;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.StoreProvider;
import org.lianshen.service.store.Tx;

/** An empty open store for each test, and short words to use it. */
abstract class StoreFixture {

    /** Objects of each kind that a store is tried with. */
    static final int SEEDS = 40;

    final Clock clock = Clock.fixed(Instant.parse("2026-11-21T08:30:00.123456789Z"), ZoneId.of("Asia/Shanghai"));
    final Ids ids = new Ids(clock);
    StoreLocation location;
    StoreProvider provider;
    Store store;

    abstract StoreLocation emptyPlace();

    abstract StoreProvider provider(Clock clock);

    @BeforeEach
    void create() {
        location = emptyPlace();
        provider = provider(clock);
        store = provider.create(location);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void write(Consumer<Tx> work) {
        store.write("wang", "SECRETARY", tx -> {
            work.accept(tx);
            tx.audit().append(AuditEntry.of("test", "something"));
            return null;
        });
    }

    <T> T writing(Function<Tx, T> work) {
        return store.write("wang", "SECRETARY", tx -> {
            T result = work.apply(tx);
            tx.audit().append(AuditEntry.of("test", "something"));
            return result;
        });
    }

    int number(ToIntFunction<Tx> work) {
        return writing(work::applyAsInt);
    }

    <T> T read(Function<Tx, T> work) {
        return store.read(work);
    }

    void reopen() {
        write(tx -> tx.settings().put("kind", "ONE_PERSON"));
        store.close();
        store = provider.open(location);
    }

    Proposal draft() {
        return new Proposal(ids.next(), null, ProposalForm.EMPTY, List.of(), "li", clock.instant(), "li", List.of(), 0);
    }

    static Proposal submitted(Proposal from, String reviewNo, List<ProposalVersion> versions) {
        return new Proposal(from.id(), reviewNo, from.draft(), from.explanations(), from.createdBy(), from.editedAt(), from.editedBy(), versions, from.rowVersion());
    }

    static ProposalVersion version(int no, Anything anything) {
        var any = anything.of(ProposalVersion.class);
        return new ProposalVersion(no, anything.of(ProposalForm.class), any.digest(), any.submittedAt(), any.submittedBy(), any.explanations(), any.packVersion());
    }
}
