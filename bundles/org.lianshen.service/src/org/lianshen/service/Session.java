package org.lianshen.service;

import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.store.StoreLocation;

/**
 * An open store with the person who acts: which place and pack, which store, and the desk services over it. Sign-in makes one, sign-out closes it; several may be
 * open in one process. No method may be called on a UI thread.
 */
public interface Session extends AutoCloseable {

    Actor actor();

    /** The pack of the store's place that is valid today. */
    RulePack pack();

    StoreLocation location();

    /** Business day, of the session's clock. */
    java.time.LocalDate today();

    /** Fiscal year that the desks start with: of the clock. */
    int year();

    ProposalService proposals();

    ReviewService reviews();

    MeetingService meetings();

    BudgetService budgets();

    LinkageService linkage();

    FindingService findings();

    AppraisalService appraisals();

    LedgerService ledger();

    CatalogueService catalogue();

    UsageService usage();

    SimilarityService similarity();

    SearchService search();

    TodoService todo();

    AdminService admin();

    PackService packs();

    DocumentService documents();

    TemplateService templates();

    SummaryService summaries();

    LetterService letters();

    ExchangeService exchange();

    ExpertService experts();

    /** Changes committed by this session, after the commit, on the committing thread. */
    Changes changes();

    @Override
    void close();
}
