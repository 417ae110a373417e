package org.lianshen.service.session;

import java.time.LocalDate;
import java.util.Locale;
import org.lianshen.model.identity.Actor;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.AdminService;
import org.lianshen.service.AppraisalService;
import org.lianshen.service.BudgetService;
import org.lianshen.service.CatalogueService;
import org.lianshen.service.Changes;
import org.lianshen.service.DocumentService;
import org.lianshen.service.ExchangeService;
import org.lianshen.service.ExpertService;
import org.lianshen.service.FindingService;
import org.lianshen.service.LedgerService;
import org.lianshen.service.LetterService;
import org.lianshen.service.LinkageService;
import org.lianshen.service.MeetingService;
import org.lianshen.service.PackService;
import org.lianshen.service.ProposalService;
import org.lianshen.service.ReviewService;
import org.lianshen.service.SearchService;
import org.lianshen.service.Session;
import org.lianshen.service.SimilarityService;
import org.lianshen.service.SummaryService;
import org.lianshen.service.TodoService;
import org.lianshen.service.TemplateService;
import org.lianshen.service.UsageService;
import org.lianshen.service.admin.AdminDesk;
import org.lianshen.service.budget.BudgetDesk;
import org.lianshen.service.document.DocumentDesk;
import org.lianshen.service.exchange.ExchangeDesk;
import org.lianshen.service.expert.ExpertDesk;
import org.lianshen.service.finding.FindingDesk;
import org.lianshen.service.ledger.CatalogueDesk;
import org.lianshen.service.ledger.LedgerDesk;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.CheckInputs;
import org.lianshen.service.letter.LetterDesk;
import org.lianshen.service.linkage.LinkageDesk;
import org.lianshen.service.meeting.MeetingDesk;
import org.lianshen.service.packs.PackDesk;
import org.lianshen.service.packs.PackTrial;
import org.lianshen.service.packs.StorePacks;
import org.lianshen.service.performance.AppraisalDesk;
import org.lianshen.service.performance.UsageDesk;
import org.lianshen.service.proposal.ProposalDesk;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.search.SearchDesk;
import org.lianshen.service.similarity.SimilarityDesk;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.summary.SummaryDesk;
import org.lianshen.service.text.Texts;
import org.lianshen.service.todo.TodoDesk;
import org.lianshen.service.wording.WordingDesk;

/** A session: the desk services over one {@link Desk}. */
final class DeskSession implements Session {

    /** Papers and workbooks go out in Chinese, whatever the language of the window. */
    private static final Texts PAPER = new Texts(Locale.SIMPLIFIED_CHINESE);

    private final Desk desk;
    private final ProposalService proposals;
    private final ReviewService reviews;
    private final MeetingService meetings;
    private final BudgetService budgets;
    private final LinkageService linkage;
    private final FindingService findings;
    private final AppraisalService appraisals;
    private final LedgerService ledger;
    private final CatalogueService catalogue;
    private final UsageService usage;
    private final SimilarityDesk similarity;
    private final SearchService search;
    private final TodoService todo;
    private final AdminService admin;
    private final PackService packs;
    private final DocumentService documents;
    private final TemplateService templates;
    private final SummaryService summaries;
    private final LetterService letters;
    private final ExchangeService exchange;
    private final ExpertService experts;

    DeskSession(Desk desk, StorePacks storePacks, Ports ports) {
        this.desk = desk;
        var projects = new Projects(desk, PAPER);
        proposals = new ProposalDesk(desk, ports.proposals());
        reviews = new ReviewDesk(desk, ports.tables(), PAPER);
        meetings = new MeetingDesk(desk);
        budgets = new BudgetDesk(desk, ports.sources(), ports.marker(), PAPER);
        linkage = new LinkageDesk(desk, projects, storePacks, ports.tables(), ports.marker(), PAPER);
        findings = new FindingDesk(desk, linkage);
        appraisals = new AppraisalDesk(desk, projects, ports.appraisals());
        ledger = new LedgerDesk(desk, projects, ports.sources(), ports.tables(), PAPER);
        catalogue = new CatalogueDesk(desk, ports.sources(), ports.marker(), PAPER);
        usage = new UsageDesk(desk, ports.sources());
        similarity = new SimilarityDesk(desk, projects, ports.index());
        search = new SearchDesk(desk);
        todo = new TodoDesk(desk);
        admin = new AdminDesk(desk, ports.hasher());
        packs = new PackDesk(desk, storePacks, ports.forms(), new PackTrial(desk, (tx, year, day, pack) -> CheckInputs.of(tx, projects, year, day, pack)), ports.sources());
        documents = new DocumentDesk(desk, ports.papers(), ports.readers());
        templates = new WordingDesk(desk);
        summaries = new SummaryDesk(desk, projects, ports.packs(), ports.tables(), PAPER);
        letters = new LetterDesk(desk, ports.packs(), ports.papers(), PAPER);
        exchange = new ExchangeDesk(desk, storePacks, ports.forms(), ports.seal(), ports.opinions(), PAPER);
        experts = new ExpertDesk(desk, ports.sources(), ports.tables(), PAPER);
    }

    @Override
    public Actor actor() {
        return desk.actor();
    }

    @Override
    public RulePack pack() {
        return desk.pack();
    }

    @Override
    public StoreLocation location() {
        return desk.store().location();
    }

    @Override
    public LocalDate today() {
        return desk.today();
    }

    @Override
    public int year() {
        return desk.today().getYear();
    }

    @Override
    public ProposalService proposals() {
        return proposals;
    }

    @Override
    public ReviewService reviews() {
        return reviews;
    }

    @Override
    public MeetingService meetings() {
        return meetings;
    }

    @Override
    public BudgetService budgets() {
        return budgets;
    }

    @Override
    public LinkageService linkage() {
        return linkage;
    }

    @Override
    public FindingService findings() {
        return findings;
    }

    @Override
    public AppraisalService appraisals() {
        return appraisals;
    }

    @Override
    public LedgerService ledger() {
        return ledger;
    }

    @Override
    public CatalogueService catalogue() {
        return catalogue;
    }

    @Override
    public UsageService usage() {
        return usage;
    }

    @Override
    public SimilarityService similarity() {
        return similarity;
    }

    @Override
    public SearchService search() {
        return search;
    }

    @Override
    public TodoService todo() {
        return todo;
    }

    @Override
    public AdminService admin() {
        return admin;
    }

    @Override
    public PackService packs() {
        return packs;
    }

    @Override
    public DocumentService documents() {
        return documents;
    }

    @Override
    public TemplateService templates() {
        return templates;
    }

    @Override
    public SummaryService summaries() {
        return summaries;
    }

    @Override
    public LetterService letters() {
        return letters;
    }

    @Override
    public ExchangeService exchange() {
        return exchange;
    }

    @Override
    public ExpertService experts() {
        return experts;
    }

    @Override
    public Changes changes() {
        return desk.changes();
    }

    @Override
    public void close() {
        similarity.close();
        desk.store().close();
    }
}
