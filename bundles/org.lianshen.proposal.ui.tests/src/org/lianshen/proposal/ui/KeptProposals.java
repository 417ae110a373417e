package org.lianshen.proposal.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.ProposalService;

/** Proposals in memory, with what was asked of the service. Its calls come from worker threads, one at a time. */
final class KeptProposals implements ProposalService {

    static final Instant NOW = Instant.parse("2026-11-21T02:42:00Z");

    final Map<UUID, Proposal> kept = new LinkedHashMap<>();
    final Map<UUID, State> states = new LinkedHashMap<>();
    final List<Attachment> attached = new ArrayList<>();
    final List<Path> written = new ArrayList<>();
    Function<ProposalForm, List<FormFinding>> check = form -> List.of();
    Function<Path, ProposalForm> reader = path -> ProposalForm.EMPTY;
    int saves;
    List<Explanation> explanations;
    Map<Integer, String> answers;
    String withdrawn;

    static Proposal draft(ProposalForm form) {
        return new Proposal(UUID.nameUUIDFromBytes(form.name().getBytes(java.nio.charset.StandardCharsets.UTF_8)), null, form, List.of(), "chen", NOW, "chen", List.of(), 1);
    }

    synchronized Proposal keep(Proposal proposal, State state) {
        kept.put(proposal.id(), proposal);
        states.put(proposal.id(), state);
        return proposal;
    }

    ReviewState state(UUID id) {
        return new ReviewState(states.get(id), kept.get(id).versions().size(), List.of(), List.of(), List.of(), Money.ZERO, Money.ZERO, null, null, null, List.of(), null, null);
    }

    @Override
    public synchronized List<Summary> list() {
        return kept.values().stream().map(each -> new Summary(each.id(), each.reviewNo(), each.draft().name(), each.draft().unit(),
                each.draft().text(ProposalField.PROJECT_CLASS), each.draft().money(ProposalField.TOTAL_INVESTMENT), state(each.id()), each.editedAt())).toList();
    }

    @Override
    public synchronized Proposal get(UUID id) {
        return kept.get(id);
    }

    @Override
    public Proposal byReviewNo(String reviewNo) {
        throw new AssertionError("not expected");
    }

    @Override
    public synchronized Proposal create(ProposalForm form) {
        return keep(draft(form), State.DRAFT);
    }

    @Override
    public synchronized Proposal save(Proposal proposal) {
        Proposal stored = kept.get(proposal.id());
        if (stored.rowVersion() != proposal.rowVersion()) {
            throw new StaleWrite(proposal.draft().name(), proposal, stored);
        }
        saves++;
        Proposal now = new Proposal(proposal.id(), stored.reviewNo(), proposal.draft(), proposal.explanations(), stored.createdBy(), NOW, "chen", stored.versions(),
                stored.rowVersion() + 1);
        kept.put(now.id(), now);
        return now;
    }

    @Override
    public synchronized void delete(UUID id) {
        kept.remove(id);
    }

    @Override
    public List<FormFinding> check(ProposalForm form) {
        return check.apply(form);
    }

    @Override
    public synchronized Proposal submit(UUID id, List<Explanation> reasons, Map<Integer, String> said) {
        explanations = reasons;
        answers = said;
        Proposal stored = kept.get(id);
        var versions = new ArrayList<>(stored.versions());
        versions.add(new ProposalVersion(versions.size() + 1, stored.draft(), "00".repeat(32), NOW, "chen", reasons, "huzhou@2026.1"));
        Proposal now = new Proposal(id, "LS-330500-2026-0042", stored.draft(), reasons, stored.createdBy(), NOW, "chen", versions, stored.rowVersion() + 1);
        states.put(id, State.SUBMITTED);
        kept.put(id, now);
        return now;
    }

    @Override
    public synchronized Attachment attach(String kind, Path file) {
        Attachment made = new Attachment(kind, file.getFileName().toString(), "ab".repeat(32), 204_800);
        attached.add(made);
        return made;
    }

    @Override
    public synchronized void fetch(Attachment attachment, Path target) {
        written.add(target);
    }

    @Override
    public List<Difference> compare(ProposalForm older, ProposalForm newer) {
        var differences = new ArrayList<Difference>();
        for (ProposalField field : ProposalField.values()) {
            if (!older.text(field).equals(newer.text(field))) {
                differences.add(new Difference(field.name(), Message.of("proposal.field." + field.name()), older.text(field), newer.text(field)));
            }
        }
        return differences;
    }

    @Override
    public ProposalForm read(Path file, org.lianshen.service.Progress progress) {
        return reader.apply(file);
    }

    @Override
    public synchronized void write(ProposalForm form, Path target) {
        written.add(target);
    }

    @Override
    public synchronized void withdraw(UUID id, String reason) {
        withdrawn = reason;
        states.put(id, State.WITHDRAWN);
    }
}
