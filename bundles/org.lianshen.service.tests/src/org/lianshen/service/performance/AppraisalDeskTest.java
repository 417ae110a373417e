package org.lianshen.service.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.identity.Role;
import org.lianshen.model.linkage.GradeRecord;
import org.lianshen.model.pack.Grade;
import org.lianshen.model.pack.UsageMeasure;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.Appraisal.Evaluator;
import org.lianshen.model.performance.Execution;
import org.lianshen.model.performance.IndicatorValue;
import org.lianshen.model.performance.UsageBatch;
import org.lianshen.model.performance.UsageFigure;
import org.lianshen.model.performance.UsageMonth;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.Budget;
import org.lianshen.service.memory.World;
import org.lianshen.service.session.Desk;
import org.lianshen.service.text.Texts;

class AppraisalDeskTest {

    private static final String TEMPLATE = "self-10-50-30-10";
    private final World world = new World();
    private final AppraisalDesk desk = desk(world.oneself());
    private final UUID project = new Budget(world).project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of()).id();

    private static AppraisalDesk desk(Desk of) {
        return new AppraisalDesk(of, new Projects(of, new Texts(Locale.CHINESE)), null);
    }

    @BeforeEach
    void workThatRunsTwiceDoesTheSame() {
        world.store().runEverythingTwice();
    }

    private Appraisal filled(Evaluator evaluator, String reached) {
        Appraisal blank = desk.blank(TEMPLATE, project, 2026, evaluator);
        List<IndicatorValue> rows = blank.rows().stream().map(row -> new IndicatorValue(row.level1(), row.level2(), row.level3(), row.formula(), "100",
                row.level2().equals("社会效益") ? "达成" : reached, "", row.weight(), null, "说明")).toList();
        return new Appraisal(blank.id(), project, blank.projectName(), blank.unit(), 2026, TEMPLATE, evaluator,
                new Execution(Money.ofWan(100), Money.ofWan(100), Money.ofWan(100)), "", "", rows, "", false, null, "", blank.editedAt(), blank.rowVersion());
    }

    @Test
    void aBlankOneHasTheRowsOfItsTemplateAndIsNotStored() {
        Appraisal blank = desk.blank(TEMPLATE, project, 2026, Evaluator.SELF);
        assertEquals("教育数据共享平台建设项目", blank.projectName());
        assertEquals("市教育局", blank.unit());
        assertEquals(3, blank.rows().size());
        assertTrue(desk.list().isEmpty());
        assertEquals(new BigDecimal("0.00"), desk.score(blank).total());
        assertThrows(UserProblem.class, () -> desk.blank(TEMPLATE, new UUID(0, 0), 2026, Evaluator.SELF));
    }

    @Test
    void usageFiguresAreGivenToTheIndicatorsThatRestOnThem() {
        var month = new UsageMonth(new UUID(0, 5), null, "表1", 2, "", "教育数据共享平台建设项目", "市教育局", "", LocalDate.of(2026, 5, 1),
                Map.of(UsageFigure.RATINGS, new BigDecimal(200), UsageFigure.GOOD_RATINGS, new BigDecimal(190)));
        var batch = new UsageBatch(new UUID(0, 6), "a.xlsx", "", List.of(), Instant.EPOCH, "a");
        world.store().write("test", "", tx -> {
            tx.audit().append(new AuditEntry("usage.import", "", null, null, ""));
            return tx.usage().put(batch, List.of(month));
        });
        Appraisal blank = desk.blank(TEMPLATE, project, 2026, Evaluator.SELF);
        assertEquals(List.of("", "", "95"), blank.rows().stream().map(IndicatorValue::actual).toList());
        assertEquals(new BigDecimal("95"), desk.usage(blank).given().get(UsageMeasure.GOOD_SHARE).value());
        assertEquals(new UUID(0, 6), desk.usage(blank).months().getFirst().batch());
        assertTrue(desk.usage(desk.blank(TEMPLATE, project, 2025, Evaluator.SELF)).given().isEmpty(), "another year");
        assertTrue(desk.usage(desk.blank(TEMPLATE, null, 2026, Evaluator.SELF)).given().isEmpty(), "no project");
    }

    @Test
    void savesAndRefusesAStaleOne() {
        Appraisal kept = desk.save(filled(Evaluator.SELF, "100"));
        assertEquals(new BigDecimal("100.00"), desk.score(desk.get(kept.id())).total());
        desk.save(kept);
        assertThrows(StaleWrite.class, () -> desk.save(kept));
        assertThrows(PermissionDenied.class, () -> desk(world.desk(World.person("a", null, null, Role.ANALYST))).save(kept));
        assertThrows(UserProblem.class, () -> desk.get(new UUID(0, 0)));
    }

    @Test
    void oneResultCountsForAProjectAndYear() {
        Appraisal self = desk.save(filled(Evaluator.SELF, "100"));
        Appraisal finance = desk.save(filled(Evaluator.FINANCE, "30"));
        desk.settle(self.id(), "首次定档");
        desk.settle(finance.id(), "抽查核减");
        assertFalse(desk.get(self.id()).settled());
        assertEquals("抽查核减", desk.get(finance.id()).settledReason());
        List<GradeRecord> grades = world.store().read(tx -> SettledGrades.of(tx, world.pack()));
        assertEquals(List.of(new GradeRecord(project, 2026, new BigDecimal("58.00"), Grade.POOR)), grades);
        var audit = world.store().read(tx -> tx.audit().from(1, 100)).getLast();
        assertEquals(List.of("appraisal.settle", "100.00 EXCELLENT", "58.00 POOR", "抽查核减"), List.of(audit.action(), audit.from(), audit.to(), audit.note()));
    }

    @Test
    void savingDoesNotTouchWhichOneCounts() {
        Appraisal self = desk.save(filled(Evaluator.SELF, "100"));
        Appraisal settled = desk.settle(self.id(), "定档");
        assertTrue(desk.save(settled).settled());
        Appraisal other = filled(Evaluator.FINANCE, "90");
        assertFalse(desk.save(other).settled());
    }

    @Test
    void theResultIsNotWrittenOverUntilItIsReopened() {
        Appraisal settled = desk.settle(desk.save(filled(Evaluator.SELF, "100")).id(), "定档");
        Appraisal worse = new Appraisal(settled.id(), settled.project(), settled.projectName(), settled.unit(), settled.year(), settled.template(), settled.evaluator(),
                settled.execution(), settled.goal(), settled.achieved(), filled(Evaluator.SELF, "30").rows(), settled.note(), true, "定档", settled.editedBy(), settled.editedAt(),
                settled.rowVersion());
        assertEquals("performance.save.settled", assertThrows(UserProblem.class, () -> desk.save(worse)).messages().getFirst().key());
        assertEquals(1, world.store().read(tx -> SettledGrades.of(tx, world.pack())).size());
        assertThrows(UserProblem.class, () -> desk.reopen(settled.id(), " "));
        assertThrows(PermissionDenied.class, () -> desk(world.desk(World.person("u", null, null, Role.APPLICANT))).reopen(settled.id(), "补录"));
        Appraisal open = desk.reopen(settled.id(), "漏计一项支出");
        assertFalse(open.settled());
        assertEquals(List.of(), world.store().read(tx -> SettledGrades.of(tx, world.pack())));
        var audit = world.store().read(tx -> tx.audit().from(1, 100)).getLast();
        assertEquals(List.of("appraisal.reopen", "100.00 EXCELLENT", "漏计一项支出"), List.of(audit.action(), audit.from(), audit.note()));
        assertThrows(UserProblem.class, () -> desk.reopen(open.id(), "再次"));
    }

    @Test
    void settlingNeedsAReasonAProjectAndSoundWeights() {
        Appraisal self = desk.save(filled(Evaluator.SELF, "100"));
        assertEquals("performance.settle.noReason", refused(self.id(), " "));
        Appraisal free = filled(Evaluator.SELF, "100");
        Appraisal unbound = desk.save(new Appraisal(new UUID(5, 1), null, "别的项目", "", 2026, TEMPLATE, Evaluator.SELF, free.execution(), "", "", free.rows(), "", false, null, "",
                free.editedAt(), 0));
        assertEquals("performance.settle.noProject", refused(unbound.id(), "理由"));
        Appraisal light = desk.save(new Appraisal(new UUID(5, 2), project, "项目", "", 2026, TEMPLATE, Evaluator.SELF, free.execution(), "", "", free.rows().subList(0, 2), "", false,
                null, "", free.editedAt(), 0));
        assertEquals("performance.settle.unsound", refused(light.id(), "理由"));
    }

    private String refused(UUID id, String reason) {
        return assertThrows(UserProblem.class, () -> desk.settle(id, reason)).messages().getFirst().key();
    }

    @Test
    void refusesANamelessOneAndRowsOfOneName() {
        Appraisal sound = filled(Evaluator.SELF, "100");
        IndicatorValue row = new IndicatorValue("产出指标", "数量指标", "接入学校", sound.rows().getFirst().formula(), "1", "1", "", BigDecimal.ONE, null, "");
        var twice = new Appraisal(new UUID(5, 3), null, "项目", "", 2026, TEMPLATE, Evaluator.SELF, sound.execution(), "", "", List.of(row, row), "", false, null, "",
                sound.editedAt(), 0);
        assertEquals("performance.save.duplicateRow", assertThrows(UserProblem.class, () -> desk.save(twice)).messages().getFirst().key());
        var nameless = new Appraisal(new UUID(5, 4), null, " ", "", 2026, TEMPLATE, Evaluator.SELF, sound.execution(), "", "", List.of(), "", false, null, "", sound.editedAt(), 0);
        assertEquals("performance.save.noName", assertThrows(UserProblem.class, () -> desk.save(nameless)).messages().getFirst().key());
    }
}
