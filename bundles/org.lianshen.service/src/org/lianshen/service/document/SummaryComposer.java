package org.lianshen.service.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReviewAct;
import org.lianshen.model.review.ReviewState;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.Wording;
import org.lianshen.service.wording.Wordings;

/** 评审意见汇总: what all bodies and the experts said of a round of a proposal, or of all that stands on a meeting's agenda. A working paper: signed opinions only. */
final class SummaryComposer implements PaperComposer {

    private final Desk desk;
    private final Wordings wordings;

    SummaryComposer(Desk desk, Wordings wordings) {
        this.desk = desk;
        this.wordings = wordings;
    }

    /** A round of a proposal. */
    record Round(ProposalCase project, int no, ReviewState state, RulePack pack) {
    }

    @Override
    public PaperKind kind() {
        return PaperKind.SUMMARY;
    }

    @Override
    public List<PaperKey> keys(Tx tx, UUID subject) {
        if (tx.meetings().find(subject).filter(meeting -> !meeting.agenda().isEmpty()).isPresent()) {
            return List.of(new PaperKey(kind(), subject));
        }
        ProposalCase found = ProposalCase.find(desk, tx, subject);
        return found == null ? List.of() : found.rounds().stream().filter(round -> !found.round(round).bodies().isEmpty())
                .map(round -> new PaperKey(kind(), subject, Integer.toString(round))).toList();
    }

    @Override
    public Message name(Tx tx, PaperKey key) {
        return tx.meetings().find(key.subject()).map(meeting -> Message.of("paper.name.SUMMARY_MEETING", meeting.no()))
                .orElseGet(() -> Message.of("paper.name.SUMMARY", ProposalCase.of(desk, tx, key.subject()).proposal().reviewNo(), key.part()));
    }

    @Override
    public String author(Tx tx, PaperKey key) {
        return PaperTexts.unit(desk.pack().leadBody(), desk.pack());
    }

    @Override
    public boolean goesOut(PaperKey key) {
        return false;
    }

    @Override
    public OfficialPaper compose(Tx tx, PaperKey key, Consumer<Message> notices) {
        Meeting meeting = tx.meetings().find(key.subject()).orElse(null);
        return meeting == null ? project(tx, key) : meeting(tx, meeting);
    }

    private OfficialPaper project(Tx tx, PaperKey key) {
        ProposalCase project = ProposalCase.of(desk, tx, key.subject());
        int no = PaperParts.number(key.part());
        if (!project.rounds().contains(no) || project.round(no).bodies().isEmpty()) {
            throw UserProblem.of("official.noSummary", project.proposal().reviewNo(), key.part());
        }
        Round round = round(project, no);
        Map<String, String> values = project.values(no, round.pack());
        values.put("汇总日期", PaperTexts.date(desk.today()));
        values.put("会议", "");
        values.put("会议日期", "");
        values.put("项目数", "1");
        Wording wording = wording(tx, Stream.of(round));
        return new SummaryText(wording, values).ofProject(round, desk.today());
    }

    private Round round(ProposalCase project, int no) {
        return new Round(project, no, project.round(no), project.rules(no));
    }

    /** Of projects that are still under review the last wording, else the one of when the last of them was decided. */
    private Wording wording(Tx tx, Stream<Round> rounds) {
        List<Round> all = rounds.toList();
        boolean open = all.stream().anyMatch(round -> round.state().decisionAt() == null);
        return wordings.of(tx, kind(), open ? null : all.stream().map(round -> round.state().decisionAt().at()).max(Comparator.naturalOrder()).orElseThrow());
    }

    private OfficialPaper meeting(Tx tx, Meeting meeting) {
        if (meeting.agenda().isEmpty()) {
            throw UserProblem.of("paper.emptyAgenda", meeting.no());
        }
        List<Round> rounds = new ArrayList<>();
        meeting.agenda().forEach(item -> {
            ProposalCase project = ProposalCase.of(desk, tx, item.proposal());
            int decided = project.acts().stream().filter(act -> act.detail() instanceof ActDetail.Decision made && meeting.id().equals(made.meeting()))
                    .mapToInt(ReviewAct::round).findFirst().orElse(project.rounds().getLast());
            rounds.add(round(project, decided));
        });
        Map<String, String> values = rounds.getFirst().project().values(rounds.getFirst().no(), desk.pack());
        values.put("汇总日期", PaperTexts.date(desk.today()));
        values.put("会议", PaperParts.meetingNo(meeting));
        values.put("会议日期", PaperTexts.date(meeting.date()));
        values.put("项目数", Integer.toString(rounds.size()));
        return new SummaryText(wording(tx, rounds.stream()), values).ofMeeting(rounds, desk.today());
    }
}
