package org.lianshen.model.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.pack.Param;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;
import org.lianshen.model.pack.WorkCalendar;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.RoundOracle.Kind;
import org.lianshen.model.review.RoundOracle.Way;

/** A place with so many bodies, each with one veto item, and the acts that the oracle's letters stand for. Bodies from the second on are alike in all but their names. */
final class RoundScene {

    static final String UNIT = "330500-HEALTH";

    private final Way way;
    private final RulePack pack;
    private final List<ProposalVersion> versions;

    RoundScene(Way way) {
        this.way = way;
        pack = pack(way);
        ProposalForm form = Scene.form("市教育局");
        String digest = FormDigest.of(form);
        versions = IntStream.rangeClosed(1, way.rounds() + 1).mapToObj(no -> new ProposalVersion(no, form, digest, Scene.at(0), "author", List.of(), "test@2026.1")).toList();
    }

    private static RulePack pack(Way way) {
        List<ReviewBody> bodies = IntStream.range(0, way.bodies())
                .mapToObj(i -> new ReviewBody(code(i), "市第" + i + "局", "局" + i, "Body " + i, "330500-" + i, ReviewBody.Kind.DATA, i == 0, true, true, Set.of(), "")).toList();
        List<CheckItem> items = IntStream.range(0, way.bodies()).mapToObj(i -> new CheckItem("V" + i, code(i), "上云", "Cloud", true, "", "test", false)).toList();
        Map<String, Param> params = new HashMap<>();
        Map.of("review.maxRounds", String.valueOf(way.rounds()), "days.formCheck", "3", "days.supplement", "10", "days.countersign", "2", "days.summary", "3",
                "review.overdueIsConsent", "false", "limit.small", way.simple() ? "5000" : "", "limit.expert", way.experts() ? "1" : "", "review.expertsFirst",
                String.valueOf(way.expertsFirst())).forEach((key, value) -> params.put(key, new Param(key, value, "", key, key, "test", false, "")));
        var unit = new UnitRecord(UNIT, "市卫生健康委", List.of(), "政府部门", "", "330500", Optional.empty(), Optional.empty(), "test");
        LocalDate monday = Scene.day(0);
        return new RulePack("test", "330500", "湖州市", "Huzhou", "2026.1", LocalDate.of(2025, 1, 1), Optional.empty(), "test", bodies, items, params, Map.of(), Map.of(),
                new WorkCalendar(Set.of(), Set.of(), monday, monday.plusYears(2), "test", false), List.of(unit), List.of(), Map.of());
    }

    static String code(int body) {
        return body == RoundOracle.ASKED ? UNIT : "B" + body;
    }

    RulePack pack() {
        return pack;
    }

    ReviewFacts facts(List<ReviewAct> acts) {
        return new ReviewFacts(versions, acts, pack, Scene.ZONE);
    }

    /**
     * The act that a letter stands for.
     *
     * @param elsewhere whether the task of the body is with somebody else already: then it is passed back
     */
    ReviewAct act(Kind kind, int body, int day, int seq, int round, boolean elsewhere) {
        ActDetail detail = switch (kind) {
            case ACCEPT -> new ActDetail.Acceptance(Scene.day(day + RoundOracle.DAYS));
            case SUGGEST -> new ActDetail.PreRejection("重复建设");
            case RETURN -> Scene.sendBack();
            case RESUBMIT -> new ActDetail.Resubmission(round + 1, Map.of(1, "已改"));
            case YES -> Scene.opinion(round, Overall.AGREE, body == RoundOracle.ASKED ? null : Scene.pass("V" + body));
            case NO -> Scene.opinion(round, Overall.DISAGREE, body == RoundOracle.ASKED ? null : Scene.fail("V" + body));
            case TAKE_BACK -> new ActDetail.OpinionWithdrawal("重新研究");
            case ASK -> new ActDetail.Addition(UNIT, "市卫生健康委", Scene.day(day + RoundOracle.DAYS), "涉及健康数据");
            case PASS -> new ActDetail.Transfer(elsewhere || body == 0 ? code(body) : code(0), body == 0 && !elsewhere ? "clerk" : null, "出差");
            case EXPERTS -> new ActDetail.ExpertReview(round, BigDecimal.valueOf(80), Overall.AGREE, "可行", way.expertsFirst() ? Scene.day(day + RoundOracle.DAYS) : null);
            case CLOSE -> new ActDetail.Summary("");
            case APPROVE -> decision(round, DecisionKind.APPROVED, day, null, false);
            case OVERRULE -> decision(round, DecisionKind.APPROVED, day, "主持人说明理由", false);
            case CONDITION -> decision(round, DecisionKind.CONDITIONAL, day, null, false);
            case SEND_BACK -> decision(round, DecisionKind.RETURNED, day, null, false);
            case REJECT -> decision(round, DecisionKind.REJECTED, day, null, false);
            case DEFER -> decision(round, DecisionKind.DEFERRED, day, null, false);
            case MERGE -> decision(round, DecisionKind.MERGED, day, null, false);
            case CONCLUDE -> decision(round, DecisionKind.APPROVED, day, null, true);
            case VERIFY -> new ActDetail.Verification(1, true, "现场核查");
            case UNVERIFY -> new ActDetail.Verification(1, false, "现场核查");
            case ISSUE -> new ActDetail.Issuance("湖联审〔2026〕1号", Scene.day(day));
            case WITHDRAW -> new ActDetail.Withdrawal("不再建设");
            case WAIT -> throw new IllegalArgumentException("waiting is no act");
        };
        return new ReviewAct(new UUID(1, seq), Scene.PROPOSAL, seq, round, body < 0 ? null : code(body), "张三", "clerk", false, null, noon(day), detail);
    }

    private static ActDetail.Decision decision(int round, DecisionKind kind, int day, String overrule, boolean withoutMeeting) {
        ActDetail.Decision taken = Scene.decision(round, kind, Scene.day(day + RoundOracle.VALID_DAYS), overrule);
        return withoutMeeting ? new ActDetail.Decision(null, taken.versionNo(), kind, Scene.APPLIED, taken.approved(), taken.lines(), taken.conditions(),
                taken.validUntil(), null, null, "", taken.packVersion()) : taken;
    }

    private static Instant noon(int day) {
        return Scene.at(day);
    }
}
