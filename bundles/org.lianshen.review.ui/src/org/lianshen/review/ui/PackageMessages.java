package org.lianshen.review.ui;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.Messages;

/** Words of packages without a network, and of their keys. */
@Creatable
public class PackageMessages extends Messages {

    public String title;
    public String withoutKey;
    public String subtitleOffice;
    public String subtitleDesk;
    public String keys;
    public String exportForm;
    public String exportPackage;
    public String takeFile;
    public String answer;
    public String emptyWhat;
    public String emptyTodo;
    public String noKeyWhat;
    public String noKeyTodo;
    public String officeOnly;
    public String count;
    public String separator;
    public String loading;
    public String writing;
    public String reading;
    public String merging;
    public String making;
    public String receiverName;
    public String packageFile;
    public String workbook;
    public String nobodyTrusted;
    public String nothingWaits;
    public String fileName;
    public String answerName;
    public String written;
    public String nothingOpened;
    public String opened;
    public String merged;
    public String changedMeanwhile;
    public String partLine;
    public String help;
    public String passwordTitle;
    public String passwordOf;
    public String password;
    public String passwordAgain;
    public String continueVerb;
    public String missingPassword;
    public String passwordsDiffer;
    public String makeKey;
    public String keyHolder;
    public String missingHolder;
    public String keyFor;
    public String keyForOffice;
    public String keyForDesk;
    public String keyNote;
    public String receiver;
    public String validUntil;
    public String projects;
    public String project;
    public String unit;
    public String due;
    public String standing;
    public String signedAlready;
    public String sentBefore;
    public String exportVerb;
    public String missingDate;
    public String missingProject;
    public String mergeTitle;
    public String mergeVerb;
    public String projectName;
    public String choose;
    public String chooseFor;
    public String wayOpen;
    public String wayMine;
    public String wayTheirs;
    public String wayFields;
    public String field;
    public String base;
    public String mine;
    public String theirs;
    public String taken;
    public String same;
    public String nothing;
    public String nothingToMerge;
    public String formTitle;
    public String formVerb;
    public String formLine;
    public String formNote;
    public String formRefused;
    public String keysTitle;
    public String keysSubtitle;
    public String writeCard;
    public String importCard;
    public String withdraw;
    public String trust;
    public String cardFile;
    public String cardName;
    public String cardWritten;
    public String cardImported;
    public String trustLabel;
    public String trustDigits;
    public String trusted;
    public String withdrawWhy;
    public String missingReason;
    public String noKeyChosen;
    public String keyMade;
    public String deskMade;
    public String keysHelp;

    @Inject
    public PackageMessages(Language language) {
        super(language);
    }
}
