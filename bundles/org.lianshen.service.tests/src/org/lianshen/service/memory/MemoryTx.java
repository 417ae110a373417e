package org.lianshen.service.memory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.identity.Account;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.service.store.Tx;

/** One transaction over a private copy of the rows; {@code actor} is null while reading. */
record MemoryTx(MemoryState state, Clock clock, String actor, String role) implements Tx {

    private static final String FIRST = "0".repeat(64);

    void writing() {
        if (actor == null) {
            throw new IllegalStateException("a reading transaction must not write");
        }
    }

    @Override
    public Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(state.settings.get(key));
            }

            @Override
            public void put(String key, String value) {
                writing();
                state.settings.put(key, value);
            }
        };
    }

    @Override
    public Accounts accounts() {
        return new Accounts() {
            @Override
            public List<Account> all() {
                return List.copyOf(state.accounts.values());
            }

            @Override
            public Optional<Account> find(String name) {
                return Optional.ofNullable(state.accounts.get(name));
            }

            @Override
            public Account save(Account a) {
                writing();
                Account stored = state.accounts.get(a.name());
                requireFresh("account", a.version(), stored == null ? 0 : stored.version(), a, stored);
                var kept = new Account(a.name(), a.display(), a.body(), a.unit(), a.roles(), a.passwordHash(), a.failedAttempts(), a.lockedUntil(), a.active(),
                        a.version() + 1);
                state.accounts.put(a.name(), kept);
                return kept;
            }
        };
    }

    @Override
    public Proposals proposals() {
        return new MemoryReviews(this).proposals();
    }

    @Override
    public Acts acts() {
        return new MemoryReviews(this).acts();
    }

    @Override
    public Meetings meetings() {
        return new MemoryReviews(this).meetings();
    }

    @Override
    public Ledger ledger() {
        return new MemoryProjects(this).ledger();
    }

    @Override
    public Catalogues catalogue() {
        return new MemoryProjects(this).catalogue();
    }

    @Override
    public Usage usage() {
        return new MemoryProjects(this).usage();
    }

    @Override
    public Budgets budgets() {
        return new MemoryLinkage(this).budgets();
    }

    @Override
    public Layouts layouts() {
        return new MemoryLinkage(this).layouts();
    }

    @Override
    public Links links() {
        return new MemoryLinkage(this).links();
    }

    @Override
    public Checks checks() {
        return new MemoryLinkage(this).checks();
    }

    @Override
    public Findings findings() {
        return new MemoryLinkage(this).findings();
    }

    @Override
    public Appraisals appraisals() {
        return new MemoryProjects(this).appraisals();
    }

    @Override
    public Packs packs() {
        return new Packs() {
            @Override
            public List<PackBase> bases(String place) {
                return state.packBases.stream().filter(base -> base.place().equals(place)).toList();
            }

            @Override
            public boolean hasBase(String place, String digest) {
                return bases(place).stream().anyMatch(base -> base.digest().equals(digest));
            }

            @Override
            public void addBase(PackBase base) {
                writing();
                state.packBases.add(base);
            }

            @Override
            public List<PackVersion> versions(String place) {
                return state.packVersions.stream().filter(version -> version.place().equals(place)).toList();
            }

            @Override
            public int lastVersion(String place) {
                return versions(place).stream().mapToInt(PackVersion::no).max().orElse(0);
            }

            @Override
            public void publish(PackVersion version) {
                writing();
                versions(version.place()).stream().filter(other -> other.no() == version.no()).findFirst().ifPresent(other -> {
                    throw new StaleWrite("packVersion", version, other);
                });
                state.packVersions.add(version);
            }

            @Override
            public Optional<PackDraft> draft(String place) {
                return Optional.ofNullable(state.packDrafts.get(place));
            }

            @Override
            public PackDraft saveDraft(PackDraft draft) {
                writing();
                PackDraft stored = state.packDrafts.get(draft.place());
                requireFresh("packDraft", draft.rowVersion(), stored == null ? 0 : stored.rowVersion(), draft, stored);
                var kept = new PackDraft(draft.place(), draft.edits(), draft.editedAt(), draft.editedBy(), draft.rowVersion() + 1);
                state.packDrafts.put(draft.place(), kept);
                return kept;
            }
        };
    }

    @Override
    public MeetingActs meetingActs() {
        return new MemoryReviews(this).meetingActs();
    }

    @Override
    public Looks looks() {
        return new MemoryReviews(this).looks();
    }

    @Override
    public Letters letters() {
        return new MemoryLinkage(this).letters();
    }

    @Override
    public Pins pins() {
        return new MemoryLinkage(this).pins();
    }

    @Override
    public Templates templates() {
        return new MemoryReviews(this).templates();
    }

    @Override
    public Exchange exchange() {
        return new MemoryExchange(this);
    }

    @Override
    public Experts experts() {
        return new MemoryExperts(this);
    }

    @Override
    public Papers papers() {
        return new MemoryPapers(this);
    }

    @Override
    public Audit audit() {
        return new Audit() {
            @Override
            public void append(AuditEntry entry) {
                writing();
                String previous = state.audit.isEmpty() ? FIRST : state.audit.getLast().hash();
                var open = new AuditRecord(state.audit.size() + 1L, clock.instant(), actor, role, entry.action(), entry.object(), entry.from(), entry.to(),
                        entry.note(), previous, "");
                state.audit.add(new AuditRecord(open.seq(), open.at(), actor, role, open.action(), open.object(), open.from(), open.to(), open.note(), previous,
                        hash(open)));
            }

            @Override
            public List<AuditRecord> beginning(String hash) {
                return state.audit.stream().filter(row -> row.hash().startsWith(hash)).toList();
            }

            @Override
            public List<AuditRecord> from(long seq, int limit) {
                return state.audit.stream().filter(row -> row.seq() >= seq).limit(limit).toList();
            }

            @Override
            public long last() {
                return state.audit.size();
            }

            @Override
            public AuditVerdict verify() {
                String previous = FIRST;
                for (AuditRecord row : state.audit) {
                    if (!row.previous().equals(previous)) {
                        return new AuditVerdict(state.audit.size(), false, row.seq(), state.audit.getLast().hash());
                    }
                    previous = row.hash();
                }
                return new AuditVerdict(state.audit.size(), true, null, previous);
            }

            @Override
            public AuditVerdict end() {
                return new AuditVerdict(state.audit.size(), true, null, state.audit.isEmpty() ? FIRST : state.audit.getLast().hash());
            }
        };
    }

    /** Any digest will do here; the real stores use SM3. */
    private static String hash(AuditRecord row) {
        return MemoryFiles.sha256((row.seq() + "|" + row.at() + "|" + row.actor() + "|" + row.role() + "|" + row.action() + "|" + row.object() + "|" + row.from()
                + "|" + row.to() + "|" + row.note() + "|" + row.previous()).getBytes(StandardCharsets.UTF_8));
    }

    static void requireFresh(String what, long mine, long stored, Object myRow, Object storedRow) {
        if (mine != stored) {
            throw new StaleWrite(what, myRow, storedRow);
        }
    }
}
