package org.lianshen.workbench.text;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;

/** The words of the shell and the kit. */
@Creatable
public class WorkbenchMessages extends Messages {

    // 为什么
    public String whyAsk;
    public String whyTitle;
    public String whyRule;
    public String whyCompared;
    public String quoted;
    public String valueFrom;
    public String clauseVerified;
    public String clauseUnverified;
    public String toneOk;
    public String toneWarn;
    public String toneBlock;
    public String toneInfo;
    public String toneNeutral;

    // buttons and lines of the kit
    public String ok;
    public String cancel;
    public String close;
    public String retry;
    public String refresh;
    public String outdated;
    public String save;
    public String discard;
    public String stay;
    public String unsavedTitle;
    public String unsavedText;
    public String problemTitle;
    public String faultTitle;
    public String ownFault;

    // grids
    public String filter;
    public String rowsAll;
    public String rowsFiltered;
    public String rowOf;
    public String columns;
    public String columnsApply;
    public String columnsAll;
    public String columnsNone;
    public String up;
    public String down;
    public String viewSave;
    public String viewName;
    public String viewNameMissing;
    public String copied;
    public String exactYuan;
    public String pasteTitle;
    public String pasteTooLong;
    public String pasteRefused;
    public String notAnAmount;
    public String notANumber;
    public String notAChoice;
    public String listSeparator;

    // forms
    public String required;
    public String fieldRequired;
    public String fieldMissing;
    public String fieldWrong;
    public String notADate;
    public String datePattern;
    public String chooseDate;
    public String inWan;
    public String helpExample;
    public String stepOk;
    public String stepWarn;
    public String stepBlock;
    public String stepInfo;
    public String stepNeutral;

    @Inject
    public WorkbenchMessages(Language language) {
        super(language);
    }
}
