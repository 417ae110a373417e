package org.lianshen.proposal.ui;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.table.TableSpec;
import org.lianshen.workbench.grid.Edit;

/**
 * One table of the form as a sheet.
 *
 * @param place  name of the table in findings: {@code estimate}
 * @param rows   of the form
 * @param put    the form with other rows
 * @param newRow after these rows
 * @param blank  whether nothing is written in a row: such rows are shown but not kept
 * @param footer what is said below, about the form
 */
record SheetPlan<T>(String place, TableSpec<T> spec, Map<String, Edit<T>> edits, Function<ProposalForm, List<T>> rows,
        BiFunction<ProposalForm, Collection<T>, ProposalForm> put, Function<List<T>, T> newRow, Predicate<T> blank, Function<ProposalForm, Footer> footer) {

    /** @param wrong whether it is at odds with another part of the form */
    record Footer(String text, boolean wrong) {

        static final Footer NONE = new Footer("", false);
    }
}
