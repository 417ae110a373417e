package org.lianshen.workbench.admin;

import jakarta.inject.Inject;
import org.eclipse.e4.core.di.annotations.Creatable;
import org.lianshen.workbench.text.Language;
import org.lianshen.workbench.text.Messages;

/** The words of the administrator's page. */
@Creatable
public class AdminMessages extends Messages {

    public String title;
    public String subtitleAccounts;
    public String loading;
    public String help;
    public String add;
    public String change;
    public String backup;
    public String verify;
    public String chooseAccount;
    public String withoutPermission;

    public String name;
    public String display;
    public String body;
    public String unit;
    public String roles;
    public String state;

    public String onePersonWhat;
    public String onePersonTodo;
    public String notYoursWhat;
    public String notYoursTodo;

    public String addTitle;
    public String changeTitle;
    public String keep;
    public String nameHelp;
    public String displayHelp;
    public String bodyHelp;
    public String bodyNone;
    public String unitHelp;
    public String password;
    public String newPassword;
    public String passwordHelp;
    public String newPasswordHelp;
    public String again;
    public String differs;
    public String maySignIn;
    public String roleMissing;
    public String storing;
    public String added;
    public String changed;

    public String backupFile;
    public String backupKind;
    public String backingUp;
    public String backedUp;
    public String verifying;
    public String auditTitle;
    public String auditOk;
    public String auditBroken;

    @Inject
    public AdminMessages(Language language) {
        super(language);
    }
}
