package org.lianshen.review.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.Absences;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.meeting.MeetingAct;
import org.lianshen.model.meeting.Quorum;
import org.lianshen.model.review.ProposedDecision;
import org.lianshen.service.MeetingService;

/** Meetings: one meeting, and a list of what was asked for. */
final class Room implements MeetingService {

    /** Written by the calls, read by the test while they run. */
    final List<String> acts = new CopyOnWriteArrayList<>();
    volatile Meeting meeting = Reviews.meeting(Reviews.PROPOSAL);
    List<Meeting> meetings = List.of(meeting);
    List<Message> obstacles = List.of();
    List<Candidate> candidates = List.of();
    List<Candidate> targets = List.of();
    List<FollowUp> followUps = List.of();
    /** How many acts are refused before one is done. */
    int refusals;
    /** Where there is one, saving waits for it. */
    CountDownLatch hold;
    final List<MeetingAct> journal = new ArrayList<>();
    final Map<UUID, List<String>> recused = new HashMap<>();
    final Map<UUID, List<Silent>> silent = new HashMap<>();
    final Map<UUID, ProposedDecision> proposed = new HashMap<>();
    private static final ProposedDecision NOTHING = new ProposedDecision(null, null, List.of(), List.of(), Message.of("meeting.proposed.experts"));

    @Override
    public List<Meeting> list() {
        return meetings;
    }

    @Override
    public Meeting get(UUID id) {
        return meeting;
    }

    @Override
    public Meeting byNo(String no) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Meeting prepare(LocalDate date, String time, String place) {
        acts.add("prepare " + date);
        return meeting;
    }

    @Override
    public Meeting save(Meeting changed) {
        acts.add("saving");
        if (hold != null) {
            try {
                hold.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        if (changed.rowVersion() != meeting.rowVersion()) {
            throw UserProblem.of("meeting.actionDone");
        }
        meeting = changed.stored(changed.no(), changed.closedAt(), changed.rowVersion() + 1);
        acts.add("save");
        return meeting;
    }

    @Override
    public List<Message> obstacles(Meeting asked) {
        return obstacles;
    }

    @Override
    public MeetingService.Standing standing(Meeting asked) {
        List<Item> items = asked.agenda().stream().map(item -> {
            var absences = Absences.of(journal, item.proposal());
            var outside = absences.stream().filter(Absences.Absence::outside).map(Absences.Absence::person).toList();
            var who = recused.getOrDefault(item.proposal(), List.of()).stream().map(person -> new Leaver(person, "市水利局", Message.of("meeting.leaver.applicant", "市水利局"),
                    outside.contains(person))).toList();
            return new Item(item.proposal(), who.isEmpty() ? asked.chair() : asked.deputy(), !who.isEmpty(), who, absences, silent.getOrDefault(item.proposal(), List.of()),
                    proposed.getOrDefault(item.proposal(), NOTHING), List.of());
        }).toList();
        return new MeetingService.Standing(Quorum.of(asked, Reviews.pack()), obstacles, items);
    }

    @Override
    public List<Candidate> candidates(Meeting asked) {
        return candidates;
    }

    @Override
    public List<Candidate> mergeTargets(Meeting asked, UUID proposal) {
        return targets;
    }

    @Override
    public Map<String, List<String>> names() {
        return Map.of("FIN", List.of("赵六", "钱七"));
    }

    @Override
    public void leave(UUID asked, UUID proposal, String person, String why) {
        if (refusals > 0) {
            refusals--;
            throw UserProblem.of("meeting.actionDone");
        }
        acts.add("leave " + person + " " + why);
        journal.add(new MeetingAct(UUID.randomUUID(), asked, journal.size() + 1, "qian", Instant.parse("2026-11-20T06:40:00Z"), new MeetingAct.Left(proposal, person, "市水利局", why)));
    }

    @Override
    public void comeBack(UUID asked, UUID proposal, String person) {
        acts.add("back " + person);
        journal.add(new MeetingAct(UUID.randomUUID(), asked, journal.size() + 1, "qian", Instant.parse("2026-11-20T06:52:00Z"), new MeetingAct.Returned(proposal, person)));
    }

    @Override
    public UUID raise(UUID asked, String what, String owner, String person, LocalDate due, UUID proposal) {
        acts.add("raise " + what + " " + owner + " " + due);
        return new UUID(9, 1);
    }

    @Override
    public void finish(UUID asked, UUID action, String evidence, Path file) {
        if (refusals > 0) {
            refusals--;
            throw UserProblem.of("meeting.actionDone");
        }
        acts.add("finish " + evidence);
    }

    @Override
    public void reopen(UUID asked, UUID action, String reason) {
        acts.add("reopen " + reason);
    }

    @Override
    public List<FollowUp> followUps() {
        return followUps;
    }

    @Override
    public Path fetchEvidence(UUID asked, UUID action, Path target) {
        return target;
    }

    @Override
    public Meeting close(UUID id) {
        acts.add("close");
        meeting = meeting.stored(meeting.no(), Instant.EPOCH, meeting.rowVersion() + 1);
        return meeting;
    }
}
