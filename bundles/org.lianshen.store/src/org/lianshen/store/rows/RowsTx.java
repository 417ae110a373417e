package org.lianshen.store.rows;

import org.lianshen.service.store.Tx;

/** The facts of a store as rows of one database transaction. */
public final class RowsTx implements Tx {

    private final SettingRows settings;
    private final AccountRows accounts;
    private final ProposalRows proposals;
    private final ActRows acts;
    private final MeetingRows meetings;
    private final LedgerRows ledger;
    private final CatalogueRows catalogue;
    private final UsageRows usage;
    private final BudgetRows budgets;
    private final LayoutRows layouts;
    private final LinkRows links;
    private final CheckRows checks;
    private final FindingRows findings;
    private final AppraisalRows appraisals;
    private final PackRows packs;
    private final LetterRows letters;
    private final MeetingActRows meetingActs;
    private final LookRows looks;
    private final PaperRows papers;
    private final PinRows pins;
    private final TemplateRows templates;
    private final ExchangeRows exchange;
    private final ExpertRows experts;
    private final AuditRows audit;

    RowsTx(Work work, String actor, String role) {
        var numbers = new RunningNumbers(work);
        settings = new SettingRows(work);
        accounts = new AccountRows(work);
        proposals = new ProposalRows(work, numbers);
        acts = new ActRows(work);
        meetings = new MeetingRows(work, numbers);
        meetingActs = new MeetingActRows(work);
        ledger = new LedgerRows(work);
        catalogue = new CatalogueRows(work);
        usage = new UsageRows(work);
        budgets = new BudgetRows(work);
        layouts = new LayoutRows(work);
        links = new LinkRows(work);
        checks = new CheckRows(work);
        findings = new FindingRows(work);
        appraisals = new AppraisalRows(work);
        packs = new PackRows(work);
        letters = new LetterRows(work);
        looks = new LookRows(work);
        papers = new PaperRows(work);
        pins = new PinRows(work);
        templates = new TemplateRows(work);
        exchange = new ExchangeRows(work);
        experts = new ExpertRows(work);
        audit = new AuditRows(work, actor, role);
    }

    /** Whether the transaction said what it did. */
    public boolean audited() {
        return audit.lastHash() != null;
    }

    /** Whether what the other transaction did is stored. */
    public boolean sees(RowsTx other) {
        return audit.has(other.audit.lastHash());
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public Proposals proposals() {
        return proposals;
    }

    @Override
    public Acts acts() {
        return acts;
    }

    @Override
    public Meetings meetings() {
        return meetings;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Catalogues catalogue() {
        return catalogue;
    }

    @Override
    public Usage usage() {
        return usage;
    }

    @Override
    public Budgets budgets() {
        return budgets;
    }

    @Override
    public Layouts layouts() {
        return layouts;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Checks checks() {
        return checks;
    }

    @Override
    public Findings findings() {
        return findings;
    }

    @Override
    public Appraisals appraisals() {
        return appraisals;
    }

    @Override
    public Packs packs() {
        return packs;
    }

    @Override
    public Letters letters() {
        return letters;
    }

    @Override
    public MeetingActs meetingActs() {
        return meetingActs;
    }

    @Override
    public Looks looks() {
        return looks;
    }

    @Override
    public Papers papers() {
        return papers;
    }

    @Override
    public Pins pins() {
        return pins;
    }

    @Override
    public Templates templates() {
        return templates;
    }

    @Override
    public Exchange exchange() {
        return exchange;
    }

    @Override
    public Experts experts() {
        return experts;
    }

    @Override
    public Audit audit() {
        return audit;
    }
}
