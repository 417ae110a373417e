package org.lianshen.service.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.Severity;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.price.SeenPrice;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FormCheck;
import org.lianshen.model.proposal.FormFinding;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.text.Texts;

/** V06: seen at 10,000, 10,000 and 12,000 yuan a set, the median is 10,000, and 30 % of it may be away. */
class PriceCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Texts CHINESE = new Texts(Locale.CHINESE);

    private static SeenPrice seen(String project, String unit, String item, String measure, String yuan) {
        return new SeenPrice(item, "", measure, Money.parseYuan(yuan), BigDecimal.ONE, project, 2025, unit, SeenPrice.Source.ESTIMATE, new UUID(1, project.hashCode()), "3");
    }

    private static final List<SeenPrice> THREE = List.of(seen("智慧水务", "市水利局", "国产数据库", "套", "10000.00"), seen("智慧城管", "市综合执法局", "国产数据库（企业版）", "套", "10000.00"),
            seen("智慧交通", "市交通运输局", "国产数据库采购", "套", "12000.00"));

    private static ProposalForm buying(EstimateCode code, String item, String measure, String yuan) {
        return FormFixture.form().withEstimate(List.of(new EstimateLine(1, code, item, "", BigDecimal.ONE, measure, Money.parseYuan(yuan), BigDecimal.ONE, Money.parseYuan(yuan), "")));
    }

    private static List<FormFinding> found(ProposalForm form, List<SeenPrice> prices) {
        return FormCheck.check(form, PackFixture.pack(), TODAY, PriceMemory.of(prices)).stream().filter(finding -> finding.check().equals("V06")).toList();
    }

    @ParameterizedTest
    @CsvSource({ "13000.01, true", "13000.00, false", "10000.00, false", "7000.00, false", "6999.99, true" })
    void aPriceFurtherAwayThanThePackAllowsIsAWarning(String yuan, boolean warned) {
        assertEquals(warned, !found(buying(EstimateCode.E20, "国产数据库", "套", yuan), THREE).isEmpty());
    }

    @Test
    void theWarningShowsWhatItComparedWith() {
        FormFinding finding = found(buying(EstimateCode.E20, "国产数据库", "套", "15000.00"), THREE).getFirst();
        assertEquals(Severity.W, finding.severity());
        assertEquals("estimate[1]", finding.place());
        assertEquals("概算第 1 行“国产数据库”的单价 15,000.00 元/套，比中位数高 50%（见过 3 个单价，中位数 10,000.00 元），超过规则包的 30%。请核对价格，或说明理由。", CHINESE.format(finding.message()));
        assertEquals(List.of("10,000.00 元/套　智慧城管（市综合执法局，2025 年，概算第3行）", "10,000.00 元/套　智慧水务（市水利局，2025 年，概算第3行）", "12,000.00 元/套　智慧交通（市交通运输局，2025 年，概算第3行）"),
                finding.compared().stream().map(CHINESE::format).sorted().toList());
    }

    @Test
    void twoPricesSayNothing() {
        assertEquals(List.of(), found(buying(EstimateCode.E20, "国产数据库", "套", "99000.00"), THREE.subList(0, 2)));
    }

    @Test
    void theProjectsOwnEarlierPricesDoNotCount() {
        String name = FormFixture.form().name();
        List<SeenPrice> own = Stream.of("10000.00", "10000.00", "10000.00").map(yuan -> seen(name, "市教育局", "国产数据库", "套", yuan)).toList();
        assertEquals(List.of(), found(buying(EstimateCode.E20, "国产数据库", "套", "15000.00"), own));
    }

    @Test
    void whatIsBoughtAsAWholeOrIsAShareHasNoUnitPrice() {
        List<SeenPrice> lump = THREE.stream().map(each -> seen(each.project(), each.unit(), "国产数据库", "项", each.price().toString())).toList();
        assertEquals(List.of(), found(buying(EstimateCode.E20, "国产数据库", "项", "99000.00"), lump));
        List<SeenPrice> fees = THREE.stream().map(each -> seen(each.project(), each.unit(), "监理", "套", each.price().toString())).toList();
        assertEquals(List.of(), found(buying(EstimateCode.E80, "监理", "套", "99000.00"), fees));
        assertEquals(List.of(), found(buying(EstimateCode.E20, "国产数据库", "年", "99000.00"), THREE), "another measure");
    }

    /** The desk remembers what was submitted, in the check and at submission alike, and learns of the next submission at once. */
    @Test
    void theDeskComparesWithWhatWasSubmitted() {
        var world = new World();
        var desk = world.oneself();
        var proposals = new ProposalDesk(desk, null);
        ProposalForm mine = form("甲项目", "15000.00");
        assertEquals(0, proposals.check(mine).stream().filter(finding -> finding.check().equals("V06")).count(), "nothing was seen yet");
        for (String name : List.of("乙项目", "丙项目", "丁项目")) {
            ProposalForm other = form(name, "10000.00");
            proposals.submit(proposals.create(other).id(), World.reasons(desk, other), Map.of());
        }
        assertEquals(1, proposals.check(mine).stream().filter(finding -> finding.check().equals("V06")).count());
        var draft = proposals.create(mine);
        var reasons = World.reasons(desk, mine).stream().filter(reason -> !reason.check().equals("V06")).toList();
        var refused = org.junit.jupiter.api.Assertions.assertThrows(UserProblem.class, () -> proposals.submit(draft.id(), reasons, Map.of()));
        assertTrue(CHINESE.format(refused).contains("比中位数高 50%"), CHINESE.format(refused));
        proposals.submit(draft.id(), World.reasons(desk, mine), Map.of());
    }

    private static ProposalForm form(String name, String yuan) {
        ProposalForm form = FormFixture.form(name, "市教育局");
        Money price = Money.parseYuan(yuan);
        Money rest = Money.parseYuan("1000000.00").minus(price);
        return form.withEstimate(List.of(new EstimateLine(1, EstimateCode.E20, "国产数据库", "", BigDecimal.ONE, "套", price, BigDecimal.ONE, price, ""),
                new EstimateLine(2, EstimateCode.E70, "等保测评与" + name, "", null, "", null, null, rest, "")));
    }
}
