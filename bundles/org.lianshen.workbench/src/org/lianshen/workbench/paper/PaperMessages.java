package org.lianshen.workbench.paper;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.Messages;

/** Words of the list of papers and of the preview. */
@Creatable
public class PaperMessages extends Messages {

    public String papers;
    public String papersHelp;
    public String loading;
    public String empty;
    public String emptyTodo;
    public String preview;
    public String previewHelp;
    public String sign;
    public String signNote;
    public String signAgain;
    public String signNumber;
    public String signDate;
    public String badDate;
    public String missingNumber;
    public String signing;
    public String signed;
    public String notAllowed;
    public String nothingChanged;
    public String chooseOne;
    public String chooseSome;
    public String compare;
    public String noVersions;
    public String comparing;
    public String versionOf;
    public String factsNow;
    public String older;
    public String newer;
    public String same;
    public String differences;
    public String place;
    public String before;
    public String after;
    public String none;
    public String note;
    public String export;
    public String exportFolder;
    public String exporting;
    public String exported;
    public String dossier;
    public String dossierOfProject;
    public String binding;
    public String print;
    public String printing;
    public String printed;
    public String verify;
    public String verifyNote;
    public String verifyNumber;
    public String verifyCode;
    public String verifyNow;
    public String verifyFile;
    public String verifying;
    public String holds;
    public String fails;
    public String paperFile;

    public String composing;
    public String rendering;
    public String pages;
    public String pageList;
    public String pageAt;
    public String draftState;
    public String workingState;
    public String notForSigning;
    public String letters;
    public String noLetters;
    public String changedState;
    public String signedState;
    public String several;
    public String zoomIn;
    public String zoomOut;
    public String fitWidth;
    public String fitPage;
    public String onePage;
    public String twoPages;
    public String percent;

    @Inject
    public PaperMessages(Language language) {
        super(language);
    }
}
