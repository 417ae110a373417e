package org.lianshen.service.expert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.expert.Tie.Kind;
import org.lianshen.model.ledger.LedgerColumn;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.review.UnitNames;
import org.lianshen.service.store.Tx;

/** Who stands on a project's side: as its form, its authors, the ledger's suppliers of the unit's past projects and the office say. */
final class ProjectTies {

    private static final String BETWEEN = "[;；、,，/\\n]+";
    private static final List<ProposalField> PEOPLE = List.of(ProposalField.CHARGE_LEADER, ProposalField.PROJECT_LEADER, ProposalField.CHIEF_DATA_OFFICER, ProposalField.CONTACT);

    private ProjectTies() {
    }

    static List<Tie> of(Tx tx, Proposal proposal, Panel panel, UnitNames names) {
        ProposalForm form = proposal.form();
        Set<Tie> ties = new LinkedHashSet<>();
        add(ties, Kind.APPLICANT, form.unit());
        add(ties, Kind.APPLICANT, form.text(ProposalField.LEAD_UNIT));
        parts(form.text(ProposalField.CO_UNITS)).forEach(unit -> add(ties, Kind.CO_UNIT, unit));
        ties.addAll(panel.ties());
        suppliers(tx, form, names).forEach(supplier -> add(ties, Kind.SUPPLIER, supplier));
        PEOPLE.stream().flatMap(field -> parts(form.text(field))).forEach(person -> add(ties, Kind.PERSON, person));
        add(ties, Kind.PROJECT, form.name());
        add(ties, Kind.PROJECT, proposal.reviewNo());
        parts(form.text(ProposalField.PREDECESSOR)).forEach(project -> add(ties, Kind.PROJECT, project));
        var authors = new ArrayList<>(List.of(proposal.createdBy(), proposal.editedBy()));
        proposal.versions().forEach(version -> authors.add(version.submittedBy()));
        authors.forEach(author -> add(ties, Kind.AUTHOR, author));
        return List.copyOf(ties);
    }

    /** Suppliers of what the unit, or the project before this one, had built. */
    private static Stream<String> suppliers(Tx tx, ProposalForm form, UnitNames names) {
        List<String> before = parts(form.text(ProposalField.PREDECESSOR)).toList();
        Stream<String> ledger = tx.ledger().imported().stream().filter(project -> names.same(project.unit(), form.unit()) || before.contains(project.name())
                || before.contains(project.reviewNo())).flatMap(project -> parts(project.more(LedgerColumn.SUPPLIER)));
        Stream<String> catalogue = tx.catalogue().all().stream().filter(entry -> names.same(entry.unit(), form.unit())).flatMap(entry -> parts(entry.supplier()));
        return Stream.concat(ledger, catalogue);
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(BETWEEN)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static void add(Set<Tie> ties, Kind kind, String name) {
        if (name != null && !name.isBlank()) {
            ties.add(new Tie(kind, name.strip()));
        }
    }
}
