package org.lianshen.service.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.identity.Account;
import org.lianshen.model.ledger.CatalogueBatch;
import org.lianshen.model.ledger.CatalogueEntry;
import org.lianshen.model.ledger.LedgerBatch;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.PackBase;
import org.lianshen.model.pack.PackDraft;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;

/** All rows at one moment. Rows are immutable values, so a copy of the collections is a copy of everything. */
final class MemoryState {

    final Map<String, String> settings = new LinkedHashMap<>();
    final Map<String, Account> accounts = new LinkedHashMap<>();
    final Map<UUID, Proposal> proposals = new LinkedHashMap<>();
    final Map<String, Integer> numbers = new HashMap<>();
    final Map<UUID, List<ReviewAct>> acts = new LinkedHashMap<>();
    final Map<String, ActDetail.Opinion> drafts = new HashMap<>();
    final Map<UUID, Meeting> meetings = new LinkedHashMap<>();
    final Map<UUID, LedgerProject> ledger = new LinkedHashMap<>();
    final List<LedgerBatch> ledgerBatches = new ArrayList<>();
    final Map<String, CatalogueEntry> catalogue = new LinkedHashMap<>();
    final List<CatalogueBatch> catalogueBatches = new ArrayList<>();
    final Map<UUID, BudgetBatch> batches = new LinkedHashMap<>();
    final Map<UUID, List<BudgetLine>> lines = new LinkedHashMap<>();
    final List<SheetLayout> layouts = new ArrayList<>();
    final List<LinkDecision> links = new ArrayList<>();
    final List<ItWord> itWords = new ArrayList<>();
    final List<UnitAlias> unitAliases = new ArrayList<>();
    final Map<UUID, CheckRun> checks = new LinkedHashMap<>();
    final List<RunHead> heads = new ArrayList<>();
    final List<FindingAct> findingActs = new ArrayList<>();
    final List<FindingTurn> findingTurns = new ArrayList<>();
    final Map<UUID, Appraisal> appraisals = new LinkedHashMap<>();
    final List<PackBase> packBases = new ArrayList<>();
    final List<PackVersion> packVersions = new ArrayList<>();
    final Map<String, PackDraft> packDrafts = new HashMap<>();
    final List<AuditRecord> audit = new ArrayList<>();

    MemoryState copy() {
        var copy = new MemoryState();
        copy.settings.putAll(settings);
        copy.accounts.putAll(accounts);
        copy.proposals.putAll(proposals);
        copy.numbers.putAll(numbers);
        acts.forEach((proposal, rows) -> copy.acts.put(proposal, new ArrayList<>(rows)));
        copy.drafts.putAll(drafts);
        copy.meetings.putAll(meetings);
        copy.ledger.putAll(ledger);
        copy.ledgerBatches.addAll(ledgerBatches);
        copy.catalogue.putAll(catalogue);
        copy.catalogueBatches.addAll(catalogueBatches);
        copy.batches.putAll(batches);
        copy.lines.putAll(lines);
        copy.layouts.addAll(layouts);
        copy.links.addAll(links);
        copy.itWords.addAll(itWords);
        copy.unitAliases.addAll(unitAliases);
        copy.checks.putAll(checks);
        copy.heads.addAll(heads);
        copy.findingActs.addAll(findingActs);
        copy.findingTurns.addAll(findingTurns);
        copy.appraisals.putAll(appraisals);
        copy.packBases.addAll(packBases);
        copy.packVersions.addAll(packVersions);
        copy.packDrafts.putAll(packDrafts);
        copy.audit.addAll(audit);
        return copy;
    }
}
