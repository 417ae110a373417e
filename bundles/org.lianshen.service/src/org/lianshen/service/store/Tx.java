package org.lianshen.service.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.KeyWord;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.exchange.PackageFact;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ScoreSheet;
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
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.paper.PaperTemplate;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Look;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.service.document.IssuedPaper;

/** The facts of a store inside one transaction. Saving a row that carries a {@code rowVersion} other than the stored one throws {@link org.lianshen.model.StaleWrite}. */
public interface Tx {

    Settings settings();

    Accounts accounts();

    Proposals proposals();

    Acts acts();

    Meetings meetings();

    MeetingActs meetingActs();

    Ledger ledger();

    Catalogues catalogue();

    Usage usage();

    Budgets budgets();

    Layouts layouts();

    Links links();

    Checks checks();

    Findings findings();

    Appraisals appraisals();

    Packs packs();

    Letters letters();

    Looks looks();

    Papers papers();

    Pins pins();

    Templates templates();

    Exchange exchange();

    Experts experts();

    Audit audit();

    /** Small facts about the store: {@code place}, {@code kind} (ONE_PERSON, ACCOUNTS), {@code created}. */
    interface Settings {

        Optional<String> get(String key);

        void put(String key, String value);
    }

    interface Accounts {

        List<Account> all();

        Optional<Account> find(String name);

        Account save(Account account);
    }

    interface Proposals {

        List<Proposal> all();

        Optional<Proposal> find(UUID id);

        Optional<Proposal> byReviewNo(String reviewNo);

        /** Stores draft, number and new versions; versions already stored never change. @return with its new row version */
        Proposal save(Proposal proposal);

        /** Only a draft without versions. */
        void delete(UUID id);

        /** How many versions were submitted so far; never falls, so it tells whether there are new ones. */
        long submissions();

        /** The next running number of a division and year; taken for good once the transaction commits. */
        int nextNumber(String division, int year);
    }

    interface Acts {

        /** In order. */
        List<ReviewAct> of(UUID proposal);

        Map<UUID, List<ReviewAct>> all();

        /** @throws org.lianshen.model.StaleWrite if the proposal has an act of this number already */
        void add(ReviewAct act);

        Optional<ActDetail.Opinion> draft(UUID proposal, String body);

        /** @param opinion null to remove the draft */
        void saveDraft(UUID proposal, String body, ActDetail.Opinion opinion);
    }

    interface Meetings {

        List<Meeting> all();

        Optional<Meeting> find(UUID id);

        Optional<Meeting> byNo(String no);

        Meeting save(Meeting meeting);

        int nextNumber(int year);
    }

    /** What happened in meetings and follows from them; added, never changed. */
    interface MeetingActs {

        /** In order. */
        List<MeetingAct> of(UUID meeting);

        /** By meeting, each in order. */
        Map<UUID, List<MeetingAct>> all();

        /** @throws org.lianshen.model.StaleWrite if the meeting has an act of this number already */
        void add(MeetingAct act);
    }

    /** Projects that came by import; those that follow from proposals are computed by the ledger service. */
    interface Ledger {

        List<LedgerProject> imported();

        Optional<LedgerProject> find(UUID id);

        /** Adds or replaces by 联审编号 (a row without one by unit and name). @return how many were new */
        int put(LedgerBatch batch, Collection<LedgerProject> projects);

        List<LedgerBatch> batches();
    }

    /** What exists already: systems, components, data, purchases, models, assets. */
    interface Catalogues {

        /** In the order of their first import. */
        List<CatalogueEntry> all();

        /** Adds or replaces by {@link CatalogueEntry#key()}; what comes again keeps its id. @return how many were new */
        int put(CatalogueBatch batch, Collection<CatalogueEntry> entries);

        /** Oldest first. */
        List<CatalogueBatch> batches();
    }

    /** Usage figures of applications. */
    interface Usage {

        /** In the order of their first import. */
        List<UsageMonth> all();

        /** Adds or replaces by {@link UsageMonth#key()}; what comes again keeps its id. @return how many were new */
        int put(UsageBatch batch, Collection<UsageMonth> months);

        /** Oldest first. */
        List<UsageBatch> batches();
    }

    interface Budgets {

        List<BudgetBatch> batches();

        Optional<BudgetBatch> batch(UUID id);

        /** Stores the batch and all its lines. */
        default void add(BudgetBatch batch, Iterable<BudgetLine> lines) {
            Adding adding = adding(batch.id());
            lines.forEach(adding::line);
            adding.finish(batch);
        }

        /** For a batch whose lines are stored while they are read. */
        Adding adding(UUID batch);

        /** Lines of one batch, also of one that is replaced or undone, in file and row order, one by one. */
        void eachLineOf(UUID batch, Consumer<BudgetLine> consumer);

        void undo(UUID batch, java.time.Instant at);

        /** Lines of batches that are neither replaced nor undone, in file and row order. */
        List<BudgetLine> lines(int year);

        /** As {@link #lines}, of all years, one by one without holding all in memory. */
        void eachLine(Consumer<BudgetLine> consumer);

        Optional<BudgetLine> line(UUID id);
    }

    /** Takes the lines of a batch in order. Nobody sees any of them before the batch is finished. */
    interface Adding {

        void line(BudgetLine line);

        void finish(BudgetBatch batch);
    }

    /** What people corrected in sheets of a layout. */
    interface Layouts {

        /** Oldest first, what was forgotten included. */
        List<SheetLayout> all();

        /** What was said last about sheets of this layout; empty where nothing was, or where it was taken back. */
        Optional<SheetLayout> of(String key);

        void add(SheetLayout layout);
    }

    /** What officers said of budget lines and units; added, never changed. All lists are oldest first. */
    interface Links {

        List<LinkDecision> all();

        void add(LinkDecision decision);

        List<ItWord> itWords();

        void add(ItWord word);

        List<UnitAlias> unitAliases();

        void add(UnitAlias alias);
    }

    /** Runs of the linkage check. Heads are kept for ever, contents until they are thinned. */
    interface Checks {

        Optional<CheckRun> last(int year);

        Optional<RunHead> lastHead(int year);

        /** Empty where there is none or its contents are not kept. */
        Optional<CheckRun> find(UUID run);

        /** Newest first. */
        List<RunHead> heads(int year);

        void add(RunHead head, CheckRun run);

        /** Stores what differs from {@link RunHead#basedOn()}, the last run of the year. */
        void add(RunHead head, RunPatch patch);

        default void add(CheckRun run) {
            add(RunHead.of(run, RunHead.Cause.CHECK, null, RunHead.Counts.of(run, 0, 0)), run);
        }

        /** Contents go, heads stay. A run that a kept one is based on must not be among them. */
        void thin(Collection<UUID> runs);
    }

    /** The life of findings: what was done about them, and when checks began and ceased to find them. Added, never changed. */
    interface Findings {

        /** Oldest first. */
        List<FindingAct> acts(int year);

        void add(FindingAct act);

        /** Oldest first. */
        List<FindingTurn> turns(int year);

        void add(Collection<FindingTurn> turns);
    }

    interface Appraisals {

        List<Appraisal> all();

        Optional<Appraisal> find(UUID id);

        Appraisal save(Appraisal appraisal);
    }

    /** Rule packs of the store: those that the program shipped while it was worked under, what was published over them, and drafts. */
    interface Packs {

        /** Oldest first. */
        List<PackBase> bases(String place);

        /** Whether the store knows this shipped pack, without reading it. */
        boolean hasBase(String place, String digest);

        void addBase(PackBase base);

        /** In the order of their numbers. */
        List<PackVersion> versions(String place);

        /** Number of the last version, 0 where there is none. */
        int lastVersion(String place);

        /** @throws org.lianshen.model.StaleWrite if there is one of this number already */
        void publish(PackVersion version);

        Optional<PackDraft> draft(String place);

        /** @return with its new row version */
        PackDraft saveDraft(PackDraft draft);
    }

    /** Letters to units; added, never changed. */
    interface Letters {

        /** Of a fiscal year, oldest first. */
        List<Letter> of(int year);

        void add(Letter letter);
    }

    /** Signed papers; added, never changed. Reading throws {@link IssuedPaper.Damaged} where one is not what was signed. */
    interface Papers {

        /** Of a meeting or a proposal, oldest first. */
        List<IssuedPaper> of(UUID subject);

        /** All versions that bear this number, oldest first. */
        List<IssuedPaper> numbered(String number);

        /** Those that carry this code, oldest first. */
        List<IssuedPaper> coded(String code);

        /** @return with the digest of its content. @throws org.lianshen.model.StaleWrite if the paper has a version of this number already */
        IssuedPaper add(IssuedPaper paper);
    }

    /** Who looked at reviews; added, never changed. All lists are oldest first. */
    interface Looks {

        List<Look> of(UUID proposal);

        Map<UUID, List<Look>> all();

        /** What somebody saw before is kept as it was. */
        void add(Look look);
    }

    /** Officers' words on projects under the ceiling of a year; added, never changed. */
    interface Pins {

        /** Oldest first. */
        List<Pin> of(int year);

        void add(Pin pin);
    }

    /** Wording of papers as the office changed it; added, never changed. */
    interface Templates {

        /** Oldest first. */
        List<PaperTemplate> of(PaperKind kind);

        /** @throws org.lianshen.model.StaleWrite if there is one of this number already */
        void add(PaperTemplate template);
    }

    /** Keys and packages by which opinions travel without a network. Everything is added, never changed; all lists are oldest first. */
    interface Exchange {

        List<OwnKey> ownKeys();

        void addOwnKey(OwnKey key);

        /** Cards of others. */
        List<KeyCard> cards();

        /** What is known already is kept as it was. */
        void addCard(KeyCard card);

        List<KeyWord> words();

        void add(KeyWord word);

        List<PackageFact> packages();

        Optional<PackageFact> find(UUID id);

        /** @throws org.lianshen.model.StaleWrite if it is known already */
        void add(PackageFact fact);

        /** By which package acts came, by act. */
        Map<UUID, UUID> carried();

        void addCarried(UUID act, UUID byPackage);
    }

    /** The pool of experts, and what was done about experts of projects. */
    interface Experts {

        /** By number. */
        List<Expert> pool();

        Optional<Expert> find(UUID id);

        /** @throws org.lianshen.model.StaleWrite too where another expert has the number. @return with its new row version */
        Expert save(Expert expert);

        /** In order; added, never changed. */
        List<ExpertAct> acts(UUID proposal);

        Map<UUID, List<ExpertAct>> allActs();

        /** @throws org.lianshen.model.StaleWrite if the proposal has an act of this number already */
        void add(ExpertAct act);

        Optional<ScoreSheet> draft(UUID proposal, UUID expert);

        /** @param sheet null to remove the draft */
        void saveDraft(UUID proposal, UUID expert, ScoreSheet sheet);
    }

    interface Audit {

        void append(AuditEntry entry);

        List<AuditRecord> from(long seq, int limit);

        /** Number of the last record, 0 where there is none: what nobody wrote after is as it was. */
        long last();

        /** Records whose hash begins so, in order. */
        List<AuditRecord> beginning(String hash);

        /** Of the whole chain: reads every record. */
        AuditVerdict verify();

        /** Of the last record by itself: that it is what it was, and the last. Enough for the code of a draft; what is signed rests on {@link #verify()}. */
        AuditVerdict end();
    }
}
