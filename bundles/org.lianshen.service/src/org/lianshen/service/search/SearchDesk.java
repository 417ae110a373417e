package org.lianshen.service.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.Clause;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.service.SearchService;
import org.lianshen.service.session.Desk;

/** The one search box. A plain walk over what is there: some ten thousand names are read faster than a person types. */
public final class SearchDesk implements SearchService {

    private final Desk desk;

    public SearchDesk(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Found> find(String text, int limit) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        desk.read(tx -> {
            for (Proposal proposal : tx.proposals().all()) {
                add(hits, wanted, Kind.PROPOSAL, proposal.id(), proposal.reviewNo(), proposal.form().name(), proposal.form().unit());
            }
            for (LedgerProject project : tx.ledger().imported()) {
                add(hits, wanted, Kind.PROJECT, project.id(), project.reviewNo(), project.name(), project.unit());
            }
            tx.budgets().eachLine(line -> line(hits, wanted, line));
            return null;
        });
        for (UnitRecord unit : desk.pack().units()) {
            add(hits, wanted, Kind.UNIT, null, unit.code(), unit.name(), String.join(" ", unit.aliases()));
        }
        for (Clause clause : desk.pack().clauses().values()) {
            add(hits, wanted, Kind.CLAUSE, null, clause.id(), clause.document(), clause.quote());
        }
        return hits.stream().sorted(Comparator.comparingInt(Hit::rank).thenComparing(hit -> hit.found().kind()).thenComparing(hit -> hit.found().title()))
                .limit(limit).map(Hit::found).toList();
    }

    private static void line(List<Hit> hits, String wanted, BudgetLine line) {
        String number = line.text(org.lianshen.model.budget.BudgetField.PROJECT_CODE);
        add(hits, wanted, Kind.BUDGET_LINE, line.id(), number, line.project(), line.year() + " " + line.unit());
    }

    private static void add(List<Hit> hits, String wanted, Kind kind, UUID id, String number, String title, String detail) {
        String key = number == null ? "" : number;
        int rank = rank(wanted, key, title, detail == null ? "" : detail);
        if (rank >= 0) {
            hits.add(new Hit(rank, new Found(kind, id, key, title, detail)));
        }
    }

    /** 0 the number itself, 1 the beginning of a name, 2 inside a name or number, 3 initials of a name, 4 inside what else is shown; −1 no hit. */
    private static int rank(String wanted, String key, String title, String detail) {
        String number = key.toLowerCase(Locale.ROOT);
        String name = title.toLowerCase(Locale.ROOT);
        if (number.equals(wanted)) {
            return 0;
        }
        if (name.startsWith(wanted)) {
            return 1;
        }
        if (name.contains(wanted) || number.contains(wanted)) {
            return 2;
        }
        boolean letters = wanted.length() > 1 && wanted.chars().allMatch(each -> each >= 'a' && each <= 'z');
        if (letters && PinyinInitials.match(wanted, title)) {
            return 3;
        }
        return detail.toLowerCase(Locale.ROOT).contains(wanted) ? 4 : -1;
    }

    private record Hit(int rank, Found found) {
    }
}
