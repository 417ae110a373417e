package org.lianshen.service.memory;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunPatch;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.identity.Account;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Look;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.store.Tx;

/** One transaction over a private copy of the rows; {@code actor} is null while reading. */
record MemoryTx(MemoryState state, Clock clock, String actor, String role) implements Tx {

    private static final String FIRST = "0".repeat(64);

    private void writing() {
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
        return new Proposals() {
            @Override
            public List<Proposal> all() {
                return List.copyOf(state.proposals.values());
            }

            @Override
            public Optional<Proposal> find(UUID id) {
                return Optional.ofNullable(state.proposals.get(id));
            }

            @Override
            public long submissions() {
                return state.proposals.values().stream().mapToLong(each -> each.versions().size()).sum();
            }

            @Override
            public Optional<Proposal> byReviewNo(String reviewNo) {
                return state.proposals.values().stream().filter(p -> reviewNo.equals(p.reviewNo())).findFirst();
            }

            @Override
            public Proposal save(Proposal p) {
                writing();
                Proposal stored = state.proposals.get(p.id());
                requireFresh("proposal", p.rowVersion(), stored == null ? 0 : stored.rowVersion(), p, stored);
                if (stored != null && !(p.versions().size() >= stored.versions().size()
                        && p.versions().subList(0, stored.versions().size()).equals(stored.versions()))) {
                    throw new IllegalStateException("stored versions never change");
                }
                if (stored != null && stored.reviewNo() != null && !stored.reviewNo().equals(p.reviewNo())) {
                    throw new IllegalStateException("a review number never changes");
                }
                var kept = new Proposal(p.id(), p.reviewNo(), p.draft(), p.explanations(), p.createdBy(), p.editedAt(), p.editedBy(), p.versions(),
                        p.rowVersion() + 1);
                state.proposals.put(p.id(), kept);
                return kept;
            }

            @Override
            public void delete(UUID id) {
                writing();
                if (state.proposals.get(id).submitted()) {
                    throw new IllegalStateException("a submitted proposal is never deleted");
                }
                state.proposals.remove(id);
            }

            @Override
            public int nextNumber(String division, int year) {
                writing();
                return state.numbers.merge(division + "-" + year, 1, Integer::sum);
            }
        };
    }

    @Override
    public Acts acts() {
        return new Acts() {
            @Override
            public List<ReviewAct> of(UUID proposal) {
                return List.copyOf(state.acts.getOrDefault(proposal, List.of()));
            }

            @Override
            public Map<UUID, List<ReviewAct>> all() {
                var all = new HashMap<UUID, List<ReviewAct>>();
                state.acts.forEach((proposal, rows) -> all.put(proposal, List.copyOf(rows)));
                return all;
            }

            @Override
            public void add(ReviewAct act) {
                writing();
                List<ReviewAct> rows = state.acts.computeIfAbsent(act.proposal(), none -> new ArrayList<>());
                Optional<ReviewAct> same = rows.stream().filter(row -> row.seq() == act.seq()).findFirst();
                if (same.isPresent()) {
                    throw new StaleWrite("act", act, same.get());
                }
                rows.add(act);
            }

            @Override
            public Optional<ActDetail.Opinion> draft(UUID proposal, String body) {
                return Optional.ofNullable(state.drafts.get(proposal + "|" + body));
            }

            @Override
            public void saveDraft(UUID proposal, String body, ActDetail.Opinion opinion) {
                writing();
                if (opinion == null) {
                    state.drafts.remove(proposal + "|" + body);
                } else {
                    state.drafts.put(proposal + "|" + body, opinion);
                }
            }
        };
    }

    @Override
    public Meetings meetings() {
        return new Meetings() {
            @Override
            public List<Meeting> all() {
                return List.copyOf(state.meetings.values());
            }

            @Override
            public Optional<Meeting> find(UUID id) {
                return Optional.ofNullable(state.meetings.get(id));
            }

            @Override
            public Optional<Meeting> byNo(String no) {
                return state.meetings.values().stream().filter(m -> m.no().equals(no)).findFirst();
            }

            @Override
            public Meeting save(Meeting m) {
                writing();
                Meeting stored = state.meetings.get(m.id());
                requireFresh("meeting", m.rowVersion(), stored == null ? 0 : stored.rowVersion(), m, stored);
                var kept = new Meeting(m.id(), m.no(), m.title(), m.date(), m.time(), m.place(), m.chair(), m.recorder(), m.attendance(), m.agenda(),
                        m.requirements(), m.closedAt(), m.rowVersion() + 1);
                state.meetings.put(m.id(), kept);
                return kept;
            }

            @Override
            public int nextNumber(int year) {
                writing();
                return state.numbers.merge("meeting-" + year, 1, Integer::sum);
            }
        };
    }

    @Override
    public Ledger ledger() {
        return new Ledger() {
            @Override
            public List<LedgerProject> imported() {
                return List.copyOf(state.ledger.values());
            }

            @Override
            public Optional<LedgerProject> find(UUID id) {
                return Optional.ofNullable(state.ledger.get(id));
            }

            @Override
            public int put(LedgerBatch batch, Collection<LedgerProject> projects) {
                writing();
                state.ledgerBatches.add(batch);
                int added = 0;
                for (LedgerProject project : projects) {
                    Optional<LedgerProject> same = state.ledger.values().stream().filter(old -> sameProject(old, project)).findFirst();
                    same.ifPresent(old -> state.ledger.remove(old.id()));
                    UUID id = same.map(LedgerProject::id).orElse(project.id());
                    state.ledger.put(id, withId(project, id));
                    added += same.isPresent() ? 0 : 1;
                }
                return added;
            }

            @Override
            public List<LedgerBatch> batches() {
                return List.copyOf(state.ledgerBatches);
            }
        };
    }

    private static boolean sameProject(LedgerProject old, LedgerProject project) {
        boolean numbered = project.reviewNo() != null && !project.reviewNo().isEmpty();
        return numbered ? project.reviewNo().equals(old.reviewNo())
                : (old.reviewNo() == null || old.reviewNo().isEmpty()) && old.unit().equals(project.unit()) && old.name().equals(project.name());
    }

    private static LedgerProject withId(LedgerProject p, UUID id) {
        return new LedgerProject(id, p.imported(), p.reviewNo(), p.name(), p.unitCode(), p.unit(), p.department(), p.projectClass(), p.nature(), p.level(), p.year(),
                p.applied(), p.approved(), p.state(), p.approvedOn(), p.validUntil(), p.funds(), p.projectCode(), p.operating(), p.openConditions(), p.decision(),
                p.functions(), p.more());
    }

    @Override
    public Catalogues catalogue() {
        return new Catalogues() {
            @Override
            public List<CatalogueEntry> all() {
                return List.copyOf(state.catalogue.values());
            }

            @Override
            public int put(CatalogueBatch batch, Collection<CatalogueEntry> entries) {
                writing();
                state.catalogueBatches.add(batch);
                int before = state.catalogue.size();
                entries.forEach(entry -> state.catalogue.merge(entry.key(), entry, (old, now) -> now.withId(old.id())));
                return state.catalogue.size() - before;
            }

            @Override
            public List<CatalogueBatch> batches() {
                return List.copyOf(state.catalogueBatches);
            }
        };
    }

    @Override
    public Usage usage() {
        return new Usage() {
            @Override
            public List<UsageMonth> all() {
                return List.copyOf(state.usage.values());
            }

            @Override
            public int put(UsageBatch batch, Collection<UsageMonth> months) {
                writing();
                state.usageBatches.add(batch);
                int before = state.usage.size();
                months.forEach(month -> state.usage.merge(month.key(), month.kept(month.id(), batch.id()), (old, now) -> now.kept(old.id(), batch.id())));
                return state.usage.size() - before;
            }

            @Override
            public List<UsageBatch> batches() {
                return List.copyOf(state.usageBatches);
            }
        };
    }

    @Override
    public Budgets budgets() {
        return new Budgets() {
            @Override
            public List<BudgetBatch> batches() {
                return List.copyOf(state.batches.values());
            }

            @Override
            public Optional<BudgetBatch> batch(UUID id) {
                return Optional.ofNullable(state.batches.get(id));
            }

            @Override
            public Adding adding(UUID id) {
                writing();
                var kept = new ArrayList<BudgetLine>();
                return new Adding() {
                    @Override
                    public void line(BudgetLine line) {
                        kept.add(line);
                    }

                    @Override
                    public void finish(BudgetBatch batch) {
                        state.batches.put(id, batch);
                        state.lines.put(id, List.copyOf(kept));
                    }
                };
            }

            @Override
            public void eachLineOf(UUID batch, Consumer<BudgetLine> consumer) {
                state.lines.getOrDefault(batch, List.of()).forEach(consumer);
            }

            @Override
            public void undo(UUID batch, Instant at) {
                writing();
                state.batches.computeIfPresent(batch, (id, b) -> new BudgetBatch(b.id(), b.file(), b.sha256(), b.year(), b.kind(), b.sheets(), b.lines(),
                        b.replaces(), b.importedAt(), b.importedBy(), at));
            }

            @Override
            public List<BudgetLine> lines(int year) {
                return seen().filter(line -> line.year() == year).toList();
            }

            @Override
            public void eachLine(Consumer<BudgetLine> consumer) {
                seen().forEach(consumer);
            }

            @Override
            public Optional<BudgetLine> line(UUID id) {
                return state.lines.values().stream().flatMap(List::stream).filter(line -> line.id().equals(id)).findFirst();
            }

            private Stream<BudgetLine> seen() {
                var standing = state.batches.values().stream().filter(batch -> batch.undoneAt() == null).toList();
                var replaced = standing.stream().map(BudgetBatch::replaces).filter(Objects::nonNull).toList();
                return standing.stream().filter(batch -> !replaced.contains(batch.id())).flatMap(batch -> state.lines.get(batch.id()).stream());
            }
        };
    }

    @Override
    public Layouts layouts() {
        return new Layouts() {
            @Override
            public List<SheetLayout> all() {
                return List.copyOf(state.layouts);
            }

            @Override
            public Optional<SheetLayout> of(String key) {
                return state.layouts.reversed().stream().filter(layout -> layout.key().equals(key)).findFirst().filter(layout -> !layout.forgotten());
            }

            @Override
            public void add(SheetLayout layout) {
                writing();
                state.layouts.add(layout);
            }
        };
    }

    @Override
    public Links links() {
        return new Links() {
            @Override
            public List<LinkDecision> all() {
                return List.copyOf(state.links);
            }

            @Override
            public void add(LinkDecision decision) {
                writing();
                state.links.add(decision);
            }

            @Override
            public List<ItWord> itWords() {
                return List.copyOf(state.itWords);
            }

            @Override
            public void add(ItWord word) {
                writing();
                state.itWords.add(word);
            }

            @Override
            public List<UnitAlias> unitAliases() {
                return List.copyOf(state.unitAliases);
            }

            @Override
            public void add(UnitAlias alias) {
                writing();
                state.unitAliases.add(alias);
            }
        };
    }

    @Override
    public Checks checks() {
        return new Checks() {
            @Override
            public Optional<CheckRun> last(int year) {
                return lastHead(year).flatMap(head -> find(head.id()));
            }

            @Override
            public Optional<RunHead> lastHead(int year) {
                return state.heads.stream().filter(head -> head.year() == year).reduce((first, second) -> second);
            }

            @Override
            public Optional<CheckRun> find(UUID run) {
                return Optional.ofNullable(state.checks.get(run));
            }

            @Override
            public List<RunHead> heads(int year) {
                return state.heads.reversed().stream().filter(head -> head.year() == year).map(h -> new RunHead(h.id(), h.year(), h.asOf(), h.pack(), h.at(), h.by(),
                        h.cause(), h.basedOn(), h.counts(), state.checks.containsKey(h.id()))).toList();
            }

            @Override
            public void add(RunHead head, CheckRun run) {
                writing();
                state.heads.add(head);
                state.checks.put(run.id(), run);
            }

            @Override
            public void add(RunHead head, RunPatch patch) {
                add(head, patch.applied(state.checks.get(head.basedOn()), head));
            }

            @Override
            public void thin(Collection<UUID> runs) {
                writing();
                state.checks.keySet().removeAll(runs);
            }
        };
    }

    @Override
    public Findings findings() {
        return new Findings() {
            @Override
            public List<FindingAct> acts(int year) {
                return state.findingActs.stream().filter(act -> act.year() == year).toList();
            }

            @Override
            public void add(FindingAct act) {
                writing();
                state.findingActs.add(act);
            }

            @Override
            public List<FindingTurn> turns(int year) {
                return state.findingTurns.stream().filter(turn -> turn.year() == year).toList();
            }

            @Override
            public void add(Collection<FindingTurn> turns) {
                writing();
                state.findingTurns.addAll(turns);
            }
        };
    }

    @Override
    public Appraisals appraisals() {
        return new Appraisals() {
            @Override
            public List<Appraisal> all() {
                return List.copyOf(state.appraisals.values());
            }

            @Override
            public Optional<Appraisal> find(UUID id) {
                return Optional.ofNullable(state.appraisals.get(id));
            }

            @Override
            public Appraisal save(Appraisal a) {
                writing();
                Appraisal stored = state.appraisals.get(a.id());
                requireFresh("appraisal", a.rowVersion(), stored == null ? 0 : stored.rowVersion(), a, stored);
                var kept = new Appraisal(a.id(), a.project(), a.projectName(), a.unit(), a.year(), a.template(), a.evaluator(), a.execution(), a.goal(),
                        a.achieved(), a.rows(), a.note(), a.settled(), a.settledReason(), a.editedBy(), a.editedAt(), a.rowVersion() + 1);
                state.appraisals.put(a.id(), kept);
                return kept;
            }
        };
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
    public Looks looks() {
        return new Looks() {
            @Override
            public List<Look> of(UUID proposal) {
                return state.looks.stream().filter(look -> look.proposal().equals(proposal)).toList();
            }

            @Override
            public Map<UUID, List<Look>> all() {
                return state.looks.stream().collect(java.util.stream.Collectors.groupingBy(Look::proposal));
            }

            @Override
            public void add(Look look) {
                writing();
                boolean known = state.looks.stream().anyMatch(kept -> kept.proposal().equals(look.proposal()) && kept.account().equals(look.account()) && kept.seq() == look.seq()
                        && kept.version() == look.version());
                if (!known) {
                    state.looks.add(look);
                }
            }
        };
    }

    @Override
    public Letters letters() {
        return new Letters() {
            @Override
            public List<Letter> of(int year) {
                return state.letters.stream().filter(letter -> letter.year() == year).toList();
            }

            @Override
            public void add(Letter letter) {
                writing();
                state.letters.add(letter);
            }
        };
    }

    @Override
    public Pins pins() {
        return new Pins() {
            @Override
            public List<Pin> of(int year) {
                return state.pins.stream().filter(pin -> pin.year() == year).toList();
            }

            @Override
            public void add(Pin pin) {
                writing();
                state.pins.add(pin);
            }
        };
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
        };
    }

    /** Any digest will do here; the real stores use SM3. */
    private static String hash(AuditRecord row) {
        return MemoryFiles.sha256((row.seq() + "|" + row.at() + "|" + row.actor() + "|" + row.role() + "|" + row.action() + "|" + row.object() + "|" + row.from()
                + "|" + row.to() + "|" + row.note() + "|" + row.previous()).getBytes(StandardCharsets.UTF_8));
    }

    private static void requireFresh(String what, long mine, long stored, Object myRow, Object storedRow) {
        if (mine != stored) {
            throw new StaleWrite(what, myRow, storedRow);
        }
    }
}
