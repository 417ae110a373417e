package org.lianshen.review.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** What both pages of packages need: the password of the own key, where it has one. */
record PackageActions(Kit kit, DialogService dialogs, PackageMessages messages) {

    /** Runs the work with a supply of copies of the password; services wipe what they get. */
    void unlocked(OwnKey own, Consumer<Supplier<char[]>> work) {
        if (own.protection() == OwnKey.Protection.ACCOUNT) {
            work.accept(() -> null);
            return;
        }
        var box = new SecretBox(kit, messages, own.card().code());
        if (dialogs.open(box)) {
            work.accept(box::password);
        }
    }
}
