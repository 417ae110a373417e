package org.lianshen.model.proposal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;

/** Which papers go with a form (domain.md §2.4 I): kinds by class and answers are lists of the pack, and so is how heavy a missing one weighs. */
final class AttachmentChecks {

    private AttachmentChecks() {
    }

    static void check(ProposalForm form, RulePack pack, Findings findings) {
        var there = form.attachments().stream().map(Attachment::kind).collect(Collectors.toSet());
        Severity severity = Severity.valueOf(pack.param("attachments.severity").value());
        wanted(form, pack).stream().filter(kind -> !there.contains(kind)).forEach(kind -> findings.table("attachment", severity, Section.ATTACHMENTS, kind, kind));
    }

    /** Kinds that this form needs, in the order of the lists. */
    static List<String> wanted(ProposalForm form, RulePack pack) {
        var lists = new ArrayList<String>();
        lists.add(FormCheck.operated(form) ? "attachments.operation" : "attachments.build");
        if (FormCheck.isOf(form, Nature.UPGRADE, Nature.CONTINUED)) {
            lists.add("attachments.upgrade");
        }
        if (form.yes(ProposalField.ON_CLOUD)) {
            lists.add("attachments.cloud");
        }
        ProtectionLevel level = form.choice(ProposalField.PROTECTION_LEVEL, ProtectionLevel.class);
        if (level != null && level.filed()) {
            lists.add("attachments.protection");
        }
        if (form.yes(ProposalField.CIPHER_REQUIRED)) {
            lists.add("attachments.cipher");
        }
        var wanted = new LinkedHashSet<String>();
        lists.forEach(list -> wanted.addAll(pack.list(list)));
        return List.copyOf(wanted);
    }
}
