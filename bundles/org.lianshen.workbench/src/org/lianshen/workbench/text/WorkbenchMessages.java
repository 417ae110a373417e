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
    public String moneyHead;
    public String helpExample;
    public String stepOk;
    public String stepWarn;
    public String stepBlock;
    public String stepInfo;
    public String stepNeutral;

    // the window
    public String product;
    public String placeYear;
    public String moreActions;
    public String userMenu;
    public String userMenuOf;
    public String chinese;
    public String english;
    public String themePlatform;
    public String themeLight;
    public String themeDark;
    public String manage;
    public String rulePack;
    public String openPackage;
    public String resetLayout;
    public String resetLayoutText;
    public String resetLayoutVerb;
    public String about;
    public String aboutText;
    public String signOut;
    public String help;
    public String closingStore;
    public String whoOf;
    public String storeHere;
    public String storeServer;
    public String yearOf;
    public String runningMore;
    public String cancelTask;
    public String counting;
    public String waiting;

    // search
    public String searchMessage;
    public String searching;
    public String searchResults;
    public String nothingFound;
    public String goTo;
    public String kindCommand;
    public String kindProposal;
    public String kindProject;
    public String kindUnit;
    public String kindBudgetLine;
    public String kindClause;

    // to-do list
    public String loadingTodo;
    public String workbook;
    public String exportedRows;
    public String todoTitle;
    public String todoHelp;
    public String dayPattern;
    public String todoSubtitle;
    public String todoEmpty;
    public String todoEmptyNow;
    public String todoOverdue;
    public String todoToday;
    public String todoWeek;
    public String todoLater;
    public String todoMore;
    public String todoAct;
    public String todoDetail;
    public String dueOverdue;
    public String dueToday;
    public String dueLeft;

    // first start and sign-in
    public String opening;
    public String openingStore;
    public String noStoreProvider;
    public String noStoreProviderNow;
    public String storeTroubleNow;
    public String cannotOpen;
    public String firstStart;
    public String firstStartText;
    public String firstStartAgain;
    public String loadingPlaces;
    public String creating;
    public String creatingStore;
    public String place;
    public String placeHelp;
    public String storeKind;
    public String storeKindHelp;
    public String storeOne;
    public String storeAccounts;
    public String adminName;
    public String adminPassword;
    public String passwordAgain;
    public String passwordHelp;
    public String passwordDiffers;
    public String storeFolder;
    public String storeFolderHelp;
    public String sampleData;
    public String sampleDataHelp;
    public String begin;
    public String chooseFolder;
    public String signIn;
    public String signInText;
    public String signedOut;
    public String enterAgain;
    public String account;
    public String accountMissing;
    public String password;
    public String passwordMissing;
    public String otherFolder;
    public String otherServer;
    public String serverUrl;
    public String serverUrlWrong;
    public String openFile;
    public String saveCopy;
    public String openingFile;
    public String noProgram;
    public String savedCopy;

    @Inject
    public WorkbenchMessages(Language language) {
        super(language);
    }
}
