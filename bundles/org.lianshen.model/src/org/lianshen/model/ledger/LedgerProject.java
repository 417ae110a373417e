package org.lianshen.model.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.review.State;

/**
 * A project of the one ledger (一本账) as the linkage check sees it: imported as already reviewed, or following from a proposal of this store.
 * What a column of domain.md §9.1 holds beyond these is in {@code more}.
 *
 * @param id           the proposal's id, or the imported row's
 * @param imported     whether it came by {@code import ledger}
 * @param state        state on the day asked for
 * @param projectClass 项目类别, as {@link org.lianshen.model.proposal.ProjectClass} name or null when unknown
 * @param nature       as {@link org.lianshen.model.proposal.Nature} name or null
 * @param approvedOn   day of the approval, or null
 * @param validUntil   last day of the approval, or null
 * @param funds        approved year × source, empty when unknown
 * @param operating    whether the project was built and is in operation, so that O&M lines may refer to it
 * @param openConditions texts of conditions not yet verified
 * @param decision     words of the decision, for evidence
 * @param functions    names of function items, for duplicates
 * @param more         other ledger columns by {@link LedgerColumn}, canonical text
 */
public record LedgerProject(UUID id, boolean imported, String reviewNo, String name, String unitCode, String unit, String department, String projectClass,
        String nature, String level, int year, Money applied, Money approved, State state, LocalDate approvedOn, LocalDate validUntil, List<FundShare> funds,
        String projectCode, boolean operating, List<String> openConditions, String decision, List<String> functions, Map<LedgerColumn, String> more) {

    public LedgerProject {
        funds = List.copyOf(funds);
        openConditions = List.copyOf(openConditions);
        functions = List.copyOf(functions);
        more = Map.copyOf(more);
    }

    public String more(LedgerColumn column) {
        return more.getOrDefault(column, "");
    }

    /** Whether something was bought under the approval, so that it no longer runs out: contract, supplier, acceptance or operation. */
    public boolean procured() {
        return operating || java.util.stream.Stream.of(LedgerColumn.CONTRACT_AMOUNT, LedgerColumn.SUPPLIER, LedgerColumn.FIRST_ACCEPTANCE, LedgerColumn.FINAL_ACCEPTANCE)
                .anyMatch(column -> !more(column).isBlank());
    }

    /** The project as it stood on a day: an approval that has run out unused is EXPIRED. */
    public LedgerProject on(LocalDate day) {
        boolean past = state == State.APPROVED && validUntil != null && validUntil.isBefore(day) && !procured();
        return past ? new LedgerProject(id, imported, reviewNo, name, unitCode, unit, department, projectClass, nature, level, year, applied, approved, State.EXPIRED,
                approvedOn, validUntil, funds, projectCode, operating, openConditions, decision, functions, more) : this;
    }
}
