package org.lianshen.model.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;

/**
 * 豁免: asked for, signed, in force for a time. What is forbidden needs the signatures of finance and of the data authority, by two people; what is lighter that of one
 * of the two.
 *
 * @param request    act that asked for it
 * @param signatures those that count, in order
 * @param missing    codes of the bodies whose signature is waited for; for lighter findings any one of them suffices
 */
public record Waiver(UUID request, String reason, LocalDate until, Severity severity, Money covered, Standing standing, List<Signature> signatures, List<String> missing) {

    public Waiver {
        signatures = List.copyOf(signatures);
        missing = List.copyOf(missing);
    }

    /** How it stands on a day. */
    public enum Standing {
        /** 待签 */ REQUESTED,
        /** 同意 */ GRANTED,
        /** 不同意 */ REFUSED,
        /** 到期 */ EXPIRED,
        /** 疑点加重: severity or amount is now beyond what was waived */ OUTGROWN
    }

    /** @param person name as printed, of the account or of the paper */
    public record Signature(UUID act, String body, String person, String account, boolean onBehalf, boolean agreed, LocalDate on, String note) {

        /** Whether both could be one person's doing: the same name, or an account that signs itself and enters the other one's paper. */
        boolean samePerson(Signature other) {
            boolean sameAccount = account != null && account.equals(other.account);
            return plain(person).equals(plain(other.person)) || sameAccount && !(onBehalf && other.onBehalf);
        }

        private static String plain(String name) {
            return name == null ? "" : name.replaceAll("\\s+", "").toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Bodies of the pack that sign waivers: finance and the data authority, in the pack's order. */
    public static List<ReviewBody> bodies(RulePack pack) {
        return pack.bodies().stream().filter(body -> body.kind() == ReviewBody.Kind.FINANCE || body.kind() == ReviewBody.Kind.DATA).toList();
    }

    /** How large a finding is: the difference from what was approved, else the amount in question; null where it has neither. */
    public static Money size(Finding finding) {
        Money size = finding.difference() == null ? finding.amount() : finding.difference();
        return size == null ? null : size.abs();
    }

    /** Whether a finding is heavier or larger than what was judged. */
    static boolean outgrown(Finding now, Severity severity, Money covered) {
        Money size = size(now);
        return now.severity().compareTo(severity) < 0 || size != null && (covered == null || size.moreThan(covered));
    }

    /** The request, before anybody signed. */
    static Waiver asked(UUID request, FindingStep.WaiverRequest step, RulePack pack) {
        return new Waiver(request, step.reason(), step.until(), step.severity(), step.covered(), Standing.REQUESTED, List.of(),
                bodies(pack).stream().map(ReviewBody::code).toList());
    }

    Waiver signed(Signature signature) {
        var all = new ArrayList<>(signatures);
        all.add(signature);
        List<String> left = missing.stream().filter(body -> !body.equals(signature.body)).toList();
        Standing then = !signature.agreed ? Standing.REFUSED : severity != Severity.E || left.isEmpty() ? Standing.GRANTED : Standing.REQUESTED;
        return new Waiver(request, reason, until, severity, covered, then, all, then == Standing.REQUESTED ? left : List.of());
    }

    /** As it stands on a day for what the finding is now. */
    Waiver on(LocalDate day, Finding now) {
        boolean open = standing == Standing.REQUESTED || standing == Standing.GRANTED;
        Standing then = open && day.isAfter(until) ? Standing.EXPIRED : open && now != null && outgrown(now, severity, covered) ? Standing.OUTGROWN : standing;
        return new Waiver(request, reason, until, severity, covered, then, signatures, then == Standing.REQUESTED ? missing : List.of());
    }
}
