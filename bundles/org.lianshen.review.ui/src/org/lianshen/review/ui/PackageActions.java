package org.lianshen.review.ui;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lianshen.model.exchange.KeyCard;
import org.lianshen.model.exchange.OwnKey;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.workbench.dialog.DialogService;
import org.lianshen.workbench.kit.Kit;

/** What both pages of packages need: for whom something is, and the password of the own key, where it has one. */
record PackageActions(Kit kit, DialogService dialogs, PackageMessages messages) {

    /** For whom a card or a package is. @param name of a body */
    String receiver(RulePack pack, String code, Function<ReviewBody, String> name) {
        String expert = KeyCard.expertNo(code);
        return expert != null ? messages.format(messages.expertName, expert) : pack.bodies().stream().filter(each -> each.code().equals(code)).map(name).findFirst().orElse(code);
    }

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
