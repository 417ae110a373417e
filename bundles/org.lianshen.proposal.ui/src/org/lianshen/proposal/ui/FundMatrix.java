package org.lianshen.proposal.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lianshen.model.Money;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;

/** The plan of funds as people read it: a row for each source, a column for each year. Without widgets. */
final class FundMatrix {

    /** Columns are shown for at least so many years. */
    private static final int YEARS = 3;

    private FundMatrix() {
    }

    /**
     * @param kind       null for the row of sums
     * @param documentNo of all years together
     */
    record Row(FundKind kind, Map<Integer, Money> amounts, String documentNo) {

        Row {
            amounts = Map.copyOf(amounts);
        }

        boolean sums() {
            return kind == null;
        }

        Row with(int year, Money amount) {
            var changed = new TreeMap<>(amounts);
            if (amount == null || amount.isZero()) {
                changed.remove(year);
            } else {
                changed.put(year, amount);
            }
            return new Row(kind, changed, documentNo);
        }

        Row withDocumentNo(String text) {
            return new Row(kind, amounts, text);
        }

        Money total() {
            return amounts.isEmpty() ? null : Money.sum(amounts.values());
        }
    }

    /** Years with money, the planned start, and the years after it: without a gap. */
    static List<Integer> years(ProposalForm form, int thisYear) {
        var years = new TreeSet<Integer>();
        form.funds().forEach(share -> years.add(share.year()));
        var start = form.date(ProposalField.PLANNED_START);
        int first = start == null ? thisYear : start.getYear();
        years.add(first);
        years.add(first + YEARS - 1);
        return IntStream.rangeClosed(years.first(), years.last()).boxed().toList();
    }

    /** A row for every source, and the sums. */
    static List<Row> rows(ProposalForm form) {
        var rows = new ArrayList<Row>();
        for (FundKind kind : FundKind.values()) {
            List<FundShare> shares = form.funds().stream().filter(share -> share.kind() == kind).toList();
            Map<Integer, Money> amounts = shares.stream().collect(Collectors.toMap(FundShare::year, FundShare::amount, Money::plus, TreeMap::new));
            String documents = shares.stream().map(FundShare::documentNo).filter(Objects::nonNull).filter(text -> !text.isBlank()).distinct().collect(Collectors.joining("、"));
            rows.add(new Row(kind, amounts, documents));
        }
        rows.add(new Row(null, Map.of(), ""));
        return rows;
    }

    /** Back into shares; a document number that was not touched stays with its year. */
    static List<FundShare> shares(Collection<Row> rows, ProposalForm before) {
        List<Row> old = rows(before);
        var shares = new ArrayList<FundShare>();
        for (Row row : rows) {
            if (!row.sums()) {
                boolean sameDocument = old.get(row.kind().ordinal()).documentNo().equals(row.documentNo());
                row.amounts().forEach((year, amount) -> shares.add(new FundShare(year, row.kind(), amount,
                        sameDocument ? documentOf(before, year, row.kind(), row.documentNo()) : row.documentNo())));
            }
        }
        shares.sort(Comparator.comparing(FundShare::year).thenComparing(FundShare::kind));
        return shares;
    }

    private static String documentOf(ProposalForm form, int year, FundKind kind, String otherwise) {
        return form.funds().stream().filter(share -> share.year() == year && share.kind() == kind).map(FundShare::documentNo).filter(Objects::nonNull).findFirst()
                .orElse(otherwise);
    }
}
