package org.lianshen.proposal.ui;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.proposal.Explanation;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.Section;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.workbench.look.Tone;

/**
 * What the form part knows, without widgets: the form as typed, what the form check found in it, reasons and answers, and whether all of it is stored. Widgets show it
 * and tell it; services are called by the part.
 */
final class ProposalModel {

    /** What has happened to the model. */
    enum Event {
        /** another proposal, or another version of it, was put in */ LOADED,
        /** something was typed */ FORM,
        /** the form check came back */ CHECKED,
        /** a reason or an answer was typed */ WORDS,
        /** the draft was stored */ SAVED
    }

    /** Check code under which the answer to an item of a return is kept with the draft until it is submitted; the place is the item's number. */
    private static final String ANSWER = "return";

    private final List<Consumer<Event>> listeners = new ArrayList<>();
    private final Map<Reason, String> reasons = new LinkedHashMap<>();
    private final Map<Integer, String> answers = new TreeMap<>();
    private final Map<Section, List<FormFinding>> findings = new EnumMap<>(Section.class);
    private Proposal stored;
    private ReviewState state;
    private List<ReturnItem> returned = List.of();
    private ProposalForm form = ProposalForm.EMPTY;
    private boolean dirty;
    private boolean checked;

    private record Reason(String check, String place) {
    }

    void listen(Consumer<Event> listener) {
        listeners.add(listener);
    }

    /** @param items of the return that waits for answers; empty otherwise */
    void load(Proposal proposal, ReviewState now, List<ReturnItem> items) {
        stored = proposal;
        state = now;
        returned = List.copyOf(items);
        form = editable() ? proposal.draft() : proposal.form();
        dirty = false;
        checked = false;
        findings.clear();
        reasons.clear();
        answers.clear();
        for (Explanation each : proposal.explanations()) {
            if (ANSWER.equals(each.check())) {
                answers.put(Integer.valueOf(each.place()), each.reason());
            } else {
                reasons.put(new Reason(each.check(), each.place()), each.reason());
            }
        }
        tell(Event.LOADED);
    }

    Proposal stored() {
        return stored;
    }

    ReviewState state() {
        return state;
    }

    ProposalForm form() {
        return form;
    }

    List<ReturnItem> returned() {
        return returned;
    }

    /** A draft, or a form that was sent back. */
    boolean editable() {
        return state != null && (state.state() == State.DRAFT || state.state() == State.RETURNED);
    }

    /** Submitted, and no meeting has decided. */
    boolean withdrawable() {
        return state != null && switch (state.state()) {
            case SUBMITTED, RETURNED, PRE_REJECTED, COUNTERSIGN, EXPERT_REVIEW, READY_FOR_MEETING, READY_TO_CONCLUDE, DEFERRED -> true;
            case DRAFT, APPROVED, CONDITIONAL, REJECTED, MERGED, EXPIRED, WITHDRAWN -> false;
        };
    }

    // Typing

    void put(ProposalField field, String text) {
        change(before -> before.text(field).equals(text.strip()) ? before : before.with(field, text));
    }

    void change(UnaryOperator<ProposalForm> edit) {
        ProposalForm now = edit.apply(form);
        if (editable() && !now.equals(form)) {
            form = now;
            dirty = true;
            tell(Event.FORM);
        }
    }

    String reason(FormFinding finding) {
        String own = reasons.get(new Reason(finding.check(), finding.place()));
        return own == null ? "" : own;
    }

    void reason(FormFinding finding, String text) {
        word(reasons, new Reason(finding.check(), finding.place()), text);
    }

    /** Other warnings of the same check that have no reason yet. */
    List<FormFinding> alike(FormFinding finding) {
        return findings().stream().filter(each -> each.check().equals(finding.check()) && !each.place().equals(finding.place()) && needsReason(each)).toList();
    }

    /** The same reason for all of the same check that have none. */
    void reasonForAlike(FormFinding finding) {
        alike(finding).forEach(each -> reason(each, reason(finding)));
    }

    String answer(int item) {
        return answers.getOrDefault(item, "");
    }

    void answer(int item, String text) {
        word(answers, item, text);
    }

    private <K> void word(Map<K, String> words, K key, String text) {
        String now = text.strip();
        if (editable() && !now.equals(words.getOrDefault(key, ""))) {
            if (now.isEmpty()) {
                words.remove(key);
            } else {
                words.put(key, now);
            }
            dirty = true;
            tell(Event.WORDS);
        }
    }

    // What is wrong

    /** Takes what the check found; dropped where the form has changed since. */
    void checked(ProposalForm of, List<FormFinding> found) {
        if (of != form) {
            return;
        }
        findings.clear();
        found.forEach(finding -> findings.computeIfAbsent(finding.section(), section -> new ArrayList<>()).add(finding));
        checked = true;
        tell(Event.CHECKED);
    }

    List<FormFinding> findings(Section section) {
        return List.copyOf(findings.getOrDefault(section, List.of()));
    }

    List<FormFinding> findings() {
        return findings.values().stream().flatMap(List::stream).toList();
    }

    /** At a field, a table ({@code estimate}) or a row of it ({@code estimate[3]}). */
    List<FormFinding> at(String place) {
        return findings().stream().filter(finding -> finding.place().equals(place)).toList();
    }

    /** How findings name a row of a table. @param index from 0 */
    static String place(String table, int index) {
        return table + "[" + (index + 1) + "]";
    }

    boolean needsReason(FormFinding finding) {
        return finding.severity() == Severity.W && reason(finding).isEmpty();
    }

    /** What stands against submitting: errors, and warnings without a reason. */
    List<FormFinding> against() {
        return findings().stream().filter(finding -> finding.severity() == Severity.E || needsReason(finding)).toList();
    }

    List<ReturnItem> unanswered() {
        return returned.stream().filter(item -> answer(item.no()).isEmpty()).toList();
    }

    /** The mark of a section: nothing written yet, errors, warnings without reason, or in order. */
    Tone tone(Section section) {
        if (!editable()) {
            return started(section) ? Tone.OK : Tone.NEUTRAL;
        }
        List<FormFinding> found = findings(section);
        if (!checked || found.stream().anyMatch(finding -> finding.severity() == Severity.E)) {
            return checked && started(section) ? Tone.BLOCK : Tone.NEUTRAL;
        }
        return found.stream().anyMatch(this::needsReason) ? Tone.WARN : Tone.OK;
    }

    boolean started(Section section) {
        return ProposalField.of(section).stream().anyMatch(field -> !form.text(field).isEmpty()) || switch (section) {
            case BASIS -> !form.basis().isEmpty();
            case GOALS -> !form.goals().isEmpty();
            case CONTENT -> !form.functions().isEmpty();
            case ESTIMATE -> !form.estimate().isEmpty();
            case FUNDS -> !form.funds().isEmpty();
            case GATES -> !form.data().isEmpty();
            case ORGANISATION -> !form.milestones().isEmpty();
            case ATTACHMENTS -> !form.attachments().isEmpty();
            case BASICS -> false;
        };
    }

    // Storing

    boolean dirty() {
        return dirty;
    }

    /** What is to be stored now. */
    Proposal unsaved() {
        return new Proposal(stored.id(), stored.reviewNo(), form, words(), stored.createdBy(), stored.editedAt(), stored.editedBy(), stored.versions(), stored.rowVersion());
    }

    /** Takes the row that was stored from {@code sent}; what was typed meanwhile stays unsaved. */
    void saved(Proposal sent, Proposal kept) {
        stored = kept;
        dirty = !sent.draft().equals(form) || !sent.explanations().equals(words());
        tell(Event.SAVED);
    }

    /** Somebody else's version is to be written over: what is typed here goes on top of it. */
    void keepMine(Proposal theirs) {
        stored = theirs;
        dirty = true;
        tell(Event.WORDS);
    }

    /** Somebody else's version is taken; what is typed here goes. */
    void takeTheirs(Proposal theirs) {
        load(theirs, state, returned);
    }

    /** Reasons for the warnings that stand, as they are submitted. */
    List<Explanation> explanations() {
        return findings().stream().filter(finding -> finding.severity() == Severity.W && !reason(finding).isEmpty())
                .map(finding -> new Explanation(finding.check(), finding.place(), reason(finding))).toList();
    }

    Map<Integer, String> answers() {
        return Map.copyOf(answers);
    }

    private List<Explanation> words() {
        var words = new ArrayList<Explanation>();
        reasons.forEach((reason, text) -> words.add(new Explanation(reason.check(), reason.place(), text)));
        answers.forEach((item, text) -> words.add(new Explanation(ANSWER, String.valueOf(item), text)));
        return words;
    }

    private void tell(Event event) {
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }
}
