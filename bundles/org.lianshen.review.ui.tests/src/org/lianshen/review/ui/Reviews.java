package org.lianshen.review.ui;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.meeting.AgendaItem;
import org.lianshen.model.meeting.Attendance;
import org.lianshen.model.meeting.Meeting;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.BodyStatus;
import org.lianshen.model.review.BodyStatus.Standing;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewState;
import org.lianshen.model.review.State;
import org.lianshen.service.ReviewService.Review;

/** A project under review, its pack and a meeting about it. */
final class Reviews {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final UUID PROPOSAL = new UUID(4, 2);

    private Reviews() {
    }

    static List<CheckItem> items() {
        return List.of(new CheckItem("G1", "PSB", "等保定级是否恰当", "Is the protection level right", true, "", "", false),
                new CheckItem("G2", "PSB", "备案计划", "Filing plan", false, "", "", false));
    }

    static ProposalForm form() {
        return ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, "智慧水务监测平台二期").with(ProposalField.UNIT_NAME, "市水利局").with(ProposalField.CONTENT_SUMMARY, "水情监测与视频汇聚")
                .withEstimate(List.of(new EstimateLine(1, EstimateCode.E10, "定制软件开发费", "", BigDecimal.ONE, "项", Money.ofWan(728), BigDecimal.ONE, Money.ofWan(728), ""),
                        new EstimateLine(2, EstimateCode.E70, "密评", "", BigDecimal.ONE, "项", Money.ofWan(12), BigDecimal.ONE, Money.ofWan(12), "")));
    }

    static Review review(State state) {
        var version = new ProposalVersion(1, form(), "00", Instant.EPOCH, "x", List.of(), "huzhou@2026.1");
        var proposal = new Proposal(PROPOSAL, "LS-330500-2026-0042", form(), List.of(), "x", Instant.EPOCH, "x", List.of(version), 1);
        List<BodyStatus> bodies = state == State.SUBMITTED ? List.of() : List.of(new BodyStatus("PSB", Standing.WAITING, TODAY.plusDays(3), null, null, null),
                new BodyStatus("FIN", Standing.WAITING, TODAY.plusDays(3), null, null, null));
        var computed = new ReviewState(state, 1, bodies, List.of(), List.of(), Money.ofWan(740), Money.ZERO, null, null, null, List.of(), null, LocalDate.of(2026, 11, 24));
        return new Review(proposal, List.of(), computed, Map.of("PSB", items()));
    }

    static RulePack pack() {
        var police = new ReviewBody("PSB", "市公安局", "公安局", "Public security", "", ReviewBody.Kind.POLICE, false, true, true, Set.of("G"), "");
        var finance = new ReviewBody("FIN", "市财政局", "财政局", "Finance", "", ReviewBody.Kind.FINANCE, true, true, true, Set.of("C"), "");
        var calendar = new WorkCalendar(Set.of(), Set.of(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), "test", false);
        return new RulePack("huzhou", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2025, 1, 1), Optional.empty(), "", List.of(police, finance), items(), params(), Map.of(), Map.of(),
                calendar,
                List.of(new UnitRecord("330500-HEALTH", "市卫生健康委", List.of(), "政府部门", "", "330500", Optional.empty(), Optional.empty(), "test")), List.of(), Map.of());
    }

    private static Map<String, Param> params() {
        var params = new HashMap<String, Param>();
        for (String[] each : new String[][] {{"review.quorumNumerator", "2", "count"}, {"review.quorumDenominator", "3", "count"}, {"review.overdueIsConsent", "false", "boolean"}}) {
            params.put(each[0], new Param(each[0], each[1], each[2], each[0], each[0], "", false, ""));
        }
        return params;
    }

    static ActDetail.Opinion opinion() {
        return new ActDetail.Opinion(1, List.of(), Overall.AGREE, List.of(), "", "同意建设");
    }

    static Meeting meeting(UUID... proposals) {
        return new Meeting(new UUID(6, 1), "2026-03", "联席会议", TODAY, "14:30", "302 会议室", "李四", "王五",
                List.of(new Attendance("PSB", "市公安局", "", "成员", Attendance.Presence.PRESENT), new Attendance("FIN", "市财政局", "赵六", "成员", Attendance.Presence.PRESENT)),
                java.util.Arrays.stream(proposals).map(AgendaItem::of).toList(), "", null, 1);
    }
}
