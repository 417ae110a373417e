package org.lianshen.model.proposal;

import static org.lianshen.model.pack.Severity.I;
import static org.lianshen.model.pack.Severity.W;

import java.util.List;
import org.lianshen.model.Message;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;

/** Cloud, network, data sharing, entries, protection, cipher, domestic products, personal data (domain.md §2.4 G). */
final class GateChecks {

    private static final List<ProposalField> DOMESTIC =
            List.of(ProposalField.DOMESTIC_CPU, ProposalField.DOMESTIC_OS, ProposalField.DOMESTIC_DATABASE, ProposalField.DOMESTIC_MIDDLEWARE);

    private GateChecks() {
    }

    static void check(ProposalForm form, RulePack pack, Findings findings) {
        if (form.yes(ProposalField.ON_CLOUD)) {
            missing(form, findings, "cloudName", W, ProposalField.CLOUD_NAME);
            missing(form, findings, "cloudSize", I, ProposalField.CLOUD_VCPU, ProposalField.CLOUD_MEMORY_GB, ProposalField.CLOUD_DISK_TB);
        }
        if (form.yes(ProposalField.POINT_TO_POINT)) {
            findings.field("pointToPoint", W, ProposalField.POINT_TO_POINT);
        }
        if (form.yes(ProposalField.OWN_MOBILE_ENTRY)) {
            findings.field("ownEntry", W, ProposalField.OWN_MOBILE_ENTRY);
        }
        protection(form, findings);
        cipher(form, pack, findings);
        Integer records = form.count(ProposalField.PERSONAL_RECORDS);
        if (records != null && records > 0 && form.text(ProposalField.SENSITIVE_PERSONAL_DATA).isEmpty()) {
            findings.field("sensitive", W, ProposalField.SENSITIVE_PERSONAL_DATA);
        }
        if (!FormCheck.operated(form) && !FormCheck.isOf(form, ProjectClass.SVC)) {
            built(form, findings);
        }
    }

    private static void built(ProposalForm form, Findings findings) {
        if (!form.yes(ProposalField.DUPLICATE_SEARCH_DONE)) {
            findings.field("duplicateSearch", W, ProposalField.DUPLICATE_SEARCH_DONE);
        }
        boolean reuses = form.functions().stream().anyMatch(item -> item.reuse() != null && !item.reuse().isBlank());
        if (!reuses) {
            missing(form, findings, "reuse", W, ProposalField.NO_REUSE_REASON);
        }
        missing(form, findings, "operationCost", W, ProposalField.OPERATION_COST_PER_YEAR);
        if (form.text(ProposalField.DOMESTIC_EXCEPTION).isEmpty() && DOMESTIC.stream().anyMatch(field -> form.text(field).isEmpty())) {
            List<Message> open = DOMESTIC.stream().filter(field -> form.text(field).isEmpty()).map(Findings::label).toList();
            findings.field("domestic", W, ProposalField.DOMESTIC_EXCEPTION, open);
        }
    }

    private static void protection(ProposalForm form, Findings findings) {
        ProtectionLevel level = form.choice(ProposalField.PROTECTION_LEVEL, ProtectionLevel.class);
        if (level == ProtectionLevel.NONE && FormCheck.isOf(form, ProjectClass.CROSS, ProjectClass.APP, ProjectClass.DATA, ProjectClass.AI)) {
            findings.field("noProtection", W, ProposalField.PROTECTION_LEVEL);
        }
        if (level != null && level.filed()) {
            missing(form, findings, "protectionFiling", FormCheck.operated(form) ? W : I, ProposalField.PROTECTION_FILING_NO);
        }
        if (level != null && level.compareTo(ProtectionLevel.L3) >= 0) {
            if (!form.yes(ProposalField.OFFSITE_BACKUP)) {
                findings.field("offsiteBackup", W, ProposalField.OFFSITE_BACKUP);
            }
            if (form.no(ProposalField.CIPHER_REQUIRED)) {
                findings.field("cipherLevel", W, ProposalField.CIPHER_REQUIRED);
            }
        }
    }

    /** How heavy a missing plan weighs differs by place ({@code cipher.planSeverity}). */
    private static void cipher(ProposalForm form, RulePack pack, Findings findings) {
        if (form.yes(ProposalField.CIPHER_REQUIRED)) {
            Severity severity = Severity.valueOf(pack.param("cipher.planSeverity").value());
            missing(form, findings, "cipherPlan", severity, ProposalField.CIPHER_PLAN);
            missing(form, findings, "cipherConclusion", I, ProposalField.CIPHER_CONCLUSION);
        }
    }

    private static void missing(ProposalForm form, Findings findings, String check, Severity severity, ProposalField... fields) {
        for (ProposalField field : fields) {
            if (form.text(field).isEmpty()) {
                findings.field(check, severity, field);
            }
        }
    }
}
