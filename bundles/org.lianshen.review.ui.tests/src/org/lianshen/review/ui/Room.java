package org.lianshen.review.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.service.DocumentService;
import org.lianshen.service.MeetingService;
import org.lianshen.service.Progress;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.PaperDifference;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.document.Verification;

/** Meetings and their papers: one meeting, and a list of what was asked for. */
final class Room implements MeetingService, DocumentService {

    final List<String> acts = new ArrayList<>();
    Meeting meeting = Reviews.meeting(Reviews.PROPOSAL);
    List<Meeting> meetings = List.of(meeting);
    List<Message> obstacles = List.of();

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
        acts.add("save");
        meeting = changed;
        return changed;
    }

    @Override
    public List<Message> obstacles(Meeting asked) {
        return obstacles;
    }

    @Override
    public Meeting close(UUID id) {
        acts.add("close");
        meeting = new Meeting(meeting.id(), meeting.no(), meeting.title(), meeting.date(), meeting.time(), meeting.place(), meeting.chair(), meeting.recorder(),
                meeting.attendance(), meeting.agenda(), meeting.requirements(), Instant.EPOCH, meeting.rowVersion() + 1);
        return meeting;
    }

    @Override
    public List<Listed> papers(UUID subject) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Composed compose(PaperKey key) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public List<Message> write(PaperKey key, List<Path> targets) {
        acts.add(key.kind() + " " + targets.stream().map(target -> target.getFileName().toString()).collect(java.util.stream.Collectors.joining(" ")));
        return List.of();
    }

    @Override
    public List<Message> write(OfficialPaper paper, List<Path> targets) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Signing signing(PaperKey key) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public IssuedPaper sign(PaperKey key, String number, LocalDate date) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public List<IssuedPaper> versions(PaperKey key) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public PaperDifference compare(PaperKey key, int older, int newer) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public OfficialPaper changeNote(PaperKey key, int older, int newer) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Verification verify(String number, String code) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Verification verify(Path file) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Written dossier(UUID proposal, Path target, Progress progress) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Written write(List<PaperKey> keys, PaperWriter.Format format, Path target, Progress progress) {
        throw new AssertionError("not asked for in these tests");
    }
}
