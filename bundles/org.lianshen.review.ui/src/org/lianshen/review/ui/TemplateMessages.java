package org.lianshen.review.ui;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.Messages;

/** Words of the screen on which the office changes the wording of papers. */
@Creatable
public class TemplateMessages extends Messages {
    public String title;
    public String subtitle;
    public String subtitleShipped;
    public String help;
    public String loading;
    public String saving;
    public String save;
    public String saved;
    public String reset;
    public String resetAsk;
    public String resetDone;
    public String nothingChanged;
    public String isShipped;
    public String hasProblems;
    public String notChecked;
    public String leaveAsk;
    public String leave;
    public String kinds;
    public String wording;
    public String fields;
    public String insert;
    public String fieldExample;
    public String problems;
    public String noProblems;
    public String problem;
    public String example;
    public String shipped;
    public String pending;
    public String laying;

    @Inject
    public TemplateMessages(Language language) {
        super(language);
    }
}
