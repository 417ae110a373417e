package org.lianshen.model.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;

/**
 * Whether a reviewing body is itself the applicant and therefore abstains (回避, domain.md §3.5). Units are compared by code, and by name, former name and alias;
 * 市数据局 in the pack of 湖州市 is 湖州市数据局, and an office with two names plates (市委宣传部(市委网信办)) is known under each.
 */
public final class Recusal {

    private static final List<ProposalField> APPLICANTS = List.of(ProposalField.UNIT_NAME, ProposalField.LEAD_UNIT);

    private Recusal() {
    }

    public static boolean concerns(ReviewBody body, ProposalForm form, RulePack pack) {
        String code = form.text(ProposalField.UNIT_CODE);
        if (!code.isEmpty() && code.equals(body.unitCode())) {
            return true;
        }
        Set<String> names = names(body, pack);
        return APPLICANTS.stream().map(form::text).filter(name -> !name.isEmpty()).flatMap(UnitNames::plates).anyMatch(names::contains);
    }

    /** Codes of the bodies that abstain. */
    static Set<String> bodies(ProposalForm form, RulePack pack) {
        return pack.bodies().stream().filter(body -> concerns(body, form, pack)).map(ReviewBody::code).collect(Collectors.toSet());
    }

    private static Set<String> names(ReviewBody body, RulePack pack) {
        Stream<String> known = pack.units().stream().filter(unit -> !body.unitCode().isEmpty() && unit.code().equals(body.unitCode())).flatMap(Recusal::names);
        var names = new HashSet<String>();
        Stream.concat(Stream.of(body.name()), known).flatMap(UnitNames::plates).forEach(name -> {
            names.add(name);
            names.add(UnitNames.stem(pack.name()) + name);
        });
        return names;
    }

    private static Stream<String> names(UnitRecord unit) {
        return Stream.concat(Stream.of(unit.name()), unit.aliases().stream());
    }
}
