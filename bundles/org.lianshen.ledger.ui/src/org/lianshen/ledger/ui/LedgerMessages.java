package org.lianshen.ledger.ui;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.Messages;

/** Words of the ledger desk. */
@Creatable
public class LedgerMessages extends Messages {
    public String title;
    public String subtitle;
    public String loading;
    public String asOf;
    public String importLedger;
    public String importing;
    public String imported;
    public String refusedTitle;
    public String refused;
    public String refusedMore;
    public String exportLedger;
    public String exportLedgerHint;
    public String exportShown;
    public String exportShownHint;
    public String exporting;
    public String exported;
    public String dashboard;
    public String workbook;
    public String emptyWhat;
    public String emptyTodo;
    public String fileName;
    public String help;
    public String applied;
    public String approved;
    public String budgeted;
    public String paid;
    public String wan;
    public String none;
    public String ofBefore;
    public String facts;
    public String unit;
    public String department;
    public String reviewNo;
    public String projectClass;
    public String validUntil;
    public String funds;
    public String decision;
    public String conditions;
    public String projectCode;
    public String gates;
    public String performance;
    public String grade;
    public String findings;
    public String findingsCount;
    public String timeline;
    public String timelineEmpty;
    public String openProposal;
    public String openFindings;
    public String dashboardTitle;
    public String dashboardSubtitle;
    public String projects;
    public String unreviewed;
    public String byUnit;
    public String byClass;
    public String ratios;
    public String ratioText;
    public String ratioNone;
    public String missing;
    public String openFindingsChart;
    public String grades;
    public String toLedger;
    public String toAppraisals;
    public String toFindings;
    public String noData;
    public String count;
    public String chartText;

    @Inject
    public LedgerMessages(Language language) {
        super(language);
    }
}
