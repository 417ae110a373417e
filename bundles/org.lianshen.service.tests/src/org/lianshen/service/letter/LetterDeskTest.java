package org.lianshen.service.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.UserProblem;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.identity.Role;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.LetterService;
import org.lianshen.service.LetterService.Head;
import org.lianshen.service.Progress;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.ledger.Projects;
import org.lianshen.service.linkage.Budget;
import org.lianshen.service.linkage.LinkageDesk;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.session.Desk;
import org.lianshen.service.text.Texts;

class LetterDeskTest {

    private static final Texts CHINESE = new Texts(Locale.CHINESE);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final Head HEAD = new Head("湖州市财政局", "湖财信函〔2026〕15号", DAY, "张三", "0572-2000000", "市数据局");

    @TempDir
    Path folder;
    private final World world = new World(new PackFixture().rule("B11", Severity.W).param("days.rectification", "10", "workdays").build());
    private final Budget budget = new Budget(world);
    private final List<OfficialPaper> papers = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final LetterDesk letters = letters(world.oneself());

    private LetterDesk letters(Desk desk) {
        return new LetterDesk(desk, packs(), List.of(writer(PaperWriter.Format.DOCX), writer(PaperWriter.Format.PDF)), CHINESE);
    }

    private PaperWriter writer(PaperWriter.Format format) {
        return new PaperWriter() {
            @Override
            public Format format() {
                return format;
            }

            @Override
            public List<Message> write(List<OfficialPaper> written, Path target) {
                papers.addAll(written);
                files.add(target);
                return List.of(Message.of("paper.draft"));
            }

            @Override
            public int pages(OfficialPaper of) {
                return 1;
            }
        };
    }

    private RulePacks packs() {
        return new RulePacks() {
            @Override
            public List<RulePack> all() {
                return List.of(world.pack());
            }

            @Override
            public RulePack of(String place, LocalDate on) {
                return world.pack();
            }

            @Override
            public RulePack byId(String id) {
                return world.pack();
            }
        };
    }

    @BeforeEach
    void workThatRunsTwiceDoesTheSame() {
        world.store().runEverythingTwice();
    }

    private void check() {
        budget.project("LS-1", "教育数据共享平台建设项目", "市教育局", Map.of());
        budget.sheet("预算.xlsx", "ab", 2027, SheetKind.ANNUAL, new String[] {"市教育局", "教育数据共享平台", "600000.00"}, new String[] {"湖州市教育局", "智慧食堂系统", "300000.00"},
                new String[] {"市水利局", "教育数据共享平台", "10000.00"}, new String[] {"市水利局", "水情平台", "120000.00"}, new String[] {"市水利局", "课桌椅", "1.00"});
        new LinkageDesk(world.oneself(), new Projects(world.oneself(), CHINESE), packs(), (target, sheets, locale) -> {
        }, (source, target, notes, words) -> {
        }, CHINESE).check(2027, null, Progress.NONE);
    }

    private LetterService.Outcome write(Head head, boolean onlyUntold, String... units) {
        return letters.write(2027, head, List.of(units), onlyUntold, EnumSet.of(PaperWriter.Format.DOCX), folder, Progress.NONE);
    }

    private static String text(List<Block> blocks) {
        return blocks.stream().map(block -> switch (block) {
            case Block.Heading heading -> "#".repeat(heading.level()) + " " + heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.Table table -> String.join(" | ", table.head()) + "\n" + table.rows().stream().map(row -> String.join(" | ", row).replace("\n", "⏎")).collect(Collectors.joining("\n"));
            case Block.Note note -> note.left() + " " + note.right();
            case Block.Fields fields -> fields.toString();
            case Block.Seals seals -> seals.toString();
        }).collect(Collectors.joining("\n"));
    }

    @Test
    void unitsAreThoseWithSomethingToBeToldMostBlockingFirst() {
        check();
        var units = letters.units(2027);
        assertEquals(List.of("湖州市教育局", "市水利局"), units.stream().map(LetterService.UnitFindings::unit).sorted(java.util.Comparator.reverseOrder()).toList());
        var education = units.stream().filter(unit -> unit.unit().equals("湖州市教育局")).findFirst().orElseThrow();
        assertEquals(1, education.blocking());
        assertEquals(Money.parseYuan("300000.00"), education.amount());
        assertEquals(List.of(), letters.units(2026));
    }

    /** The golden text of a letter. */
    @Test
    void aLetterSaysWhatWasFoundOnWhatBasisWhatToDoAndByWhen() {
        check();
        write(HEAD, true, "市教育局");
        OfficialPaper paper = papers.getFirst();
        assertEquals(OfficialPaper.Form.LETTER, paper.form());
        assertEquals("湖州市财政局", paper.head());
        assertEquals("关于2027年预算信息化项目联动校验情况的函", paper.title());
        assertEquals("湖州市教育局", paper.addressee());
        assertEquals("市数据局。", paper.copies());
        assertEquals("""
                按照政务信息化项目联审和预算管控的要求，我单位以2026年11月2日的联审一本账，对你单位2027年预算项目进行了联动校验，现将有关情况函告如下。
                你单位2027年预算中的信息化支出共2行、90.00万元，其中已联审60.00万元，待确认0.00万元，未联审30.00万元。
                校验发现需要办理的事项1项，均不得纳入预算。
                # 一、不得纳入预算的事项
                ## （一）规则B01
                办理：整改
                序号 | 所在表和行 | 项目名称 | 预算金额（万元） | 情况
                1 | 预算表第5行 | 智慧食堂系统 | 30.00 | 是信息化支出，一本账中没有对应的联审项目，不得纳入预算
                # 二、有关要求
                1．请逐项核实上述事项，于2026年11月16日前（自发函之日起10个工作日内）将办理情况填入所附回执，加盖公章后函复我单位。
                2．列为“不得纳入预算”的事项，在办结联审手续或经批准豁免之前，不得列入预算，也不得组织采购和支付。
                3．对校验结果有异议的，请在回执中写明理由，并附批复文件、合同、验收报告等证明材料。
                联系人：张三，联系电话：0572-2000000。""", text(paper.blocks()));
        assertEquals("""
                湖州市教育局对《关于2027年预算信息化项目联动校验情况的函》（湖财信函〔2026〕15号）所列事项的办理情况如下：
                序号 | 项目名称 | 问题 | 办理情况或异议 | 完成时间
                1 | 智慧食堂系统 | 规则B01 | ⏎⏎ |\s
                单位（盖章） | 填报人 | 联系电话 | 填报日期
                ⏎⏎ |  |  |\s""", text(paper.enclosures().getFirst().blocks()));
    }

    @Test
    void lettersAreNumberedOnKeptAndNotToldAgain() {
        check();
        var outcome = write(HEAD, true);
        assertEquals(List.of("湖财信函〔2026〕15号", "湖财信函〔2026〕16号"), outcome.letters().stream().map(Letter::number).toList());
        assertEquals(List.of(LocalDate.of(2026, 11, 16)), outcome.letters().stream().map(Letter::due).distinct().toList());
        assertEquals(outcome.letters(), letters.letters(2027));
        assertTrue(letters.units(2027).stream().allMatch(unit -> unit.untold() == 0 && unit.last() != null));
        assertEquals("letter.nothing", assertThrows(UserProblem.class, () -> write(HEAD, true)).messages().getFirst().key());
        assertEquals(2, write(HEAD, false).letters().size());
        var audit = world.store().read(tx -> tx.audit().from(1, 100)).getLast();
        assertEquals("letter.write", audit.action());
        assertEquals("湖财信函〔2026〕17号", letters.remembered().number());
        assertEquals("湖州市财政局", letters.remembered().signatory());
        assertTrue(outcome.notices().contains(Message.of("letter.notice.days", 10)), "the limit's basis is not verified");
        assertTrue(outcome.notices().contains(Message.of("letter.notice.basis", List.of("B01 规则B01"))), "a basis that nobody verified is not named before a unit, and that is said");
    }

    @Test
    void whatALetterToldIsToldInTheLifeOfTheFinding() {
        check();
        Letter letter = write(HEAD, true, "市教育局").letters().getFirst();
        var acts = world.store().read(tx -> tx.findings().acts(2027));
        assertEquals(List.of(new FindingStep.Notice("湖财信函〔2026〕15号", letter.due())), acts.stream().map(act -> act.step()).toList());
        assertEquals(letter.findings().getFirst().key(), acts.getFirst().finding().key());
    }

    @Test
    void filesBearTheUnitsName() {
        check();
        write(HEAD, true, "市水利局");
        assertEquals(List.of("2027年预算信息化项目联动校验情况的函-市水利局.docx"), files.stream().map(file -> file.getFileName().toString()).toList());
    }

    @Test
    void whatIsMissingIsSaidAndNothingIsKept() {
        assertEquals("letter.noCheck", problem(HEAD));
        check();
        assertEquals("letter.noSignatory", problem(new Head(" ", "1号", DAY, "", "", "")));
        assertEquals("letter.noNumber", problem(new Head("市财政局", "", DAY, "", "", "")));
        assertEquals("letter.numberNotCounting", problem(new Head("市财政局", "无号", DAY, "", "", "")));
        assertEquals("letter.nothingFor", assertThrows(UserProblem.class, () -> write(HEAD, true, "市公安局")).messages().getFirst().key());
        assertEquals(List.of(), letters.letters(2027));
        assertFalse(papers.stream().anyMatch(paper -> paper.number().isBlank()));
    }

    private String problem(Head head) {
        return assertThrows(UserProblem.class, () -> write(head, true)).messages().getFirst().key();
    }

    @Test
    void onlyBudgetOfficersWriteLetters() {
        check();
        var analyst = letters(world.desk(World.person("ana", null, "市财政局", Role.ANALYST)));
        assertThrows(PermissionDenied.class, () -> analyst.write(2027, HEAD, List.of(), true, EnumSet.of(PaperWriter.Format.PDF), folder, Progress.NONE));
        assertEquals(2, analyst.units(2027).size());
    }
}
