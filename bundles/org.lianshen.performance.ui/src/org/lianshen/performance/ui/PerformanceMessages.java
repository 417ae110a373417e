package org.lianshen.performance.ui;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.Messages;

/** The words of desk 4. */
@Creatable
public class PerformanceMessages extends Messages {

    public String listTitle;
    public String listSubtitle;
    public String loadingList;
    public String emptyWhat;
    public String emptyTodo;
    public String newAppraisal;
    public String importForm;
    public String importing;
    public String formFile;
    public String creating;
    public String loadingProjects;
    public String listHelp;
    public String newTitle;
    public String newVerb;
    public String notAYear;
    public String filterProjects;
    public String projectMissing;
    public String tieTitle;
    public String tieVerb;
    public String tieText;
    public String editorTitle;
    public String subtitle;
    public String loading;
    public String scoring;
    public String sheetTitle;
    public String addRow;
    public String removeRows;
    public String noRowSelected;
    public String wanUnit;
    public String indented;
    public String moneyTitle;
    public String initialBudget;
    public String yearBudget;
    public String yearBudgetHelp;
    public String executed;
    public String goalTitle;
    public String goal;
    public String achieved;
    public String note;
    public String noteHelp;
    public String barsTitle;
    public String barSpoken;
    public String scoreOf;
    public String listSeparator;
    public String thisOne;
    public String noScore;
    public String notAppraised;
    public String openOther;
    public String settledTile;
    public String settledBy;
    public String notSettled;
    public String weightsAgree;
    public String weightsDiffer;
    public String total;
    public String bandWithin;
    public String bandAbove;
    public String adviceExcellent;
    public String adviceGood;
    public String adviceFair;
    public String advicePoor;
    public String notScored;
    public String whyRow;
    public String withUnit;
    public String missing;
    public String unsaved;
    public String savedAt;
    public String saving;
    public String notSaved;
    public String startTrial;
    public String endTrial;
    public String trialHint;
    public String trialOn;
    public String trialState;
    public String notTied;
    public String settle;
    public String settleInTrial;
    public String settleUntied;
    public String settleWeights;
    public String settledAlready;
    public String settleReason;
    public String settleReasonMissing;
    public String settling;
    public String settled;
    public String export;
    public String exportName;
    public String workbook;
    public String exporting;
    public String exported;
    public String staleTitle;
    public String staleText;
    public String keepMine;
    public String takeTheirs;
    public String staleOpen;
    public String staleChoose;
    public String editorHelp;

    @Inject
    public PerformanceMessages(Language language) {
        super(language);
    }
}
