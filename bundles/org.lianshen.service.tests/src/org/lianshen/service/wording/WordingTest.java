package org.lianshen.service.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianshen.model.PermissionDenied;
import org.lianshen.model.StaleWrite;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Role;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.ReturnItem;
import org.lianshen.service.TemplateService.Problem;
import org.lianshen.service.TemplateService.Template;
import org.lianshen.service.document.DocumentDesk;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.document.DocumentDesk;
import org.lianshen.service.memory.World;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.text.Texts;

/** Wording of papers: what is wrong with it is found at its place, and a change holds from then on only. */
class WordingTest {

    private final World world = new World();
    private final WordingDesk desk = new WordingDesk(world.oneself());
    private final DocumentDesk documents = new DocumentDesk(world.oneself(), List.of(), List.of());

    static List<PaperKind> kinds() {
        return WordingParts.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatIsShippedHasNothingAgainstIt(PaperKind kind) {
        assertEquals(List.of(), WordingCheck.of(kind, WordingParts.of(kind).shipped()));
        assertEquals(WordingParts.of(kind).parts().stream().map(WordingParts.Part::name).toList(), List.copyOf(Wording.read(WordingParts.of(kind).shipped()).parts().keySet()));
        assertFalse(documents.sample(kind, WordingParts.of(kind).shipped()).toString().contains("{"), "every field has an example");
    }

    private static String found(String text) {
        var texts = new Texts(Locale.CHINESE);
        return String.join("\n", WordingCheck.of(PaperKind.RETURN_NOTICE, text).stream().map(problem -> problem.line() + ":" + problem.column() + " " + texts.format(problem.message())).toList());
    }

    private static String shipped() {
        return WordingParts.of(PaperKind.RETURN_NOTICE).shipped();
    }

    @Test
    void aFieldThatThereIsNotIsNamedWithTheNearest() {
        String text = shipped().replace("共{事项数}项", "共{事项}项");
        int line = (int) text.substring(0, text.indexOf("{事项}")).chars().filter(c -> c == '\n').count() + 1;
        int column = text.indexOf("{事项}") - text.lastIndexOf('\n', text.indexOf("{事项}"));
        assertEquals(line + ":" + column + " 没有字段“事项”。是不是“事项数”？", found(text));
    }

    @Test
    void bracesThatDoNotCloseAreShownWhereTheyOpen() {
        String text = shipped().replace("共{事项数}项：", "共{事项数项：");
        List<Problem> problems = WordingCheck.of(PaperKind.RETURN_NOTICE, text);
        assertEquals(1, problems.size());
        assertEquals("template.notClosed", problems.getFirst().message().key());
        assertEquals(text.indexOf("{事项数项"), problems.getFirst().offset());
        assertEquals("{事项数项：", text.substring(problems.getFirst().offset(), problems.getFirst().offset() + problems.getFirst().length()));
        assertTrue(found(shipped().replace("项：", "项}：")).contains("多出一个右花括号"));
        assertTrue(found(shipped().replace("{事项数}", "{事项{数}")).contains("缺少右花括号"));
    }

    @Test
    void partsAndTheirFieldsMustBeThere() {
        assertTrue(found("").contains("缺少【版头】"), found(""));
        assertTrue(found(shipped().replace("{答复期限}", "下月")).contains("【答复要求】必须有字段“答复期限”"), found(shipped()));
        assertTrue(found(shipped().replace("【开头】", "【开场】")).contains("没有【开场】这个部分。是不是【开头】？"));
        assertTrue(found(shipped() + "\n【开头】\n再来一次").contains("【开头】出现了两次"));
        assertTrue(found("你好\n" + shipped()).contains("“你好”不在任何部分里"));
        assertTrue(found(shipped().replace("{牵头单位}\n【文号】", "\n【文号】")).contains("【版头】不能为空"));
        assertTrue(found(shipped().replace("【版头】\n{牵头单位}", "【版头】\n" + "长".repeat(31))).contains("最多 30 字"));
    }

    @Test
    void noTextWhateverBreaksTheCheck() {
        var random = new Random(20261122);
        String alphabet = "{}【】项目名称\n\r a\uD83D\uDE00开头";
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String typed = random.nextBoolean() ? text.toString() : shipped().substring(0, random.nextInt(shipped().length())) + text;
            for (Problem problem : desk.check(PaperKind.RETURN_NOTICE, typed)) {
                assertTrue(problem.offset() >= 0 && problem.offset() + problem.length() <= typed.length(), typed);
                assertEquals(problem.column() - 1, problem.offset() - (typed.lastIndexOf('\n', problem.offset() - 1) + 1), typed);
            }
            documents.sample(PaperKind.RETURN_NOTICE, typed);
        }
    }

    @Test
    void aChangeIsKeptInVersionsWithWhoAndAudit() {
        Template first = desk.get(PaperKind.OPINION);
        assertEquals(0, first.version());
        String changed = first.text().replace("本意见为预算编制和政府采购依据。", "本意见是编制预算和政府采购的依据。");
        Template kept = desk.save(PaperKind.OPINION, changed, 0);
        assertEquals(1, kept.version());
        assertTrue(kept.changed());
        assertThrows(StaleWrite.class, () -> desk.save(PaperKind.OPINION, changed, 0));
        Template back = desk.reset(PaperKind.OPINION, 1);
        assertEquals(first.shipped(), back.text());
        assertEquals(2, back.versions().size());
        assertEquals(2, world.store().read(tx -> tx.audit().from(1, 100)).stream().filter(row -> row.action().equals("template.save")).count());
        UserProblem refused = assertThrows(UserProblem.class, () -> desk.save(PaperKind.OPINION, changed.replace("{核定额}", "{核定}"), 2));
        assertTrue(refused.messages().size() >= 2, refused.messages().toString());
        assertEquals(2, desk.get(PaperKind.OPINION).version());
        assertEquals("template.tooMuch", desk.check(PaperKind.OPINION, "字".repeat(60_000)).getFirst().message().key());
        assertEquals("template.noWording", assertThrows(UserProblem.class, () -> desk.get(PaperKind.PROPOSAL)).messages().getFirst().key());
    }

    @Test
    void onlyTheOfficeChangesWording() {
        var clerk = new WordingDesk(world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)));
        assertThrows(PermissionDenied.class, () -> clerk.reset(PaperKind.OPINION, 0));
        var secretary = new WordingDesk(world.desk(World.person("sec", "DATA", "市数据局", Role.SECRETARY)));
        assertEquals(1, secretary.reset(PaperKind.OPINION, 0).version());
    }

    @Test
    void olderPapersKeepTheWordsThatTheyWereMadeWith() {
        var reviews = new ReviewDesk(world.oneself(), null, null);
        var papers = new DocumentDesk(world.oneself(), List.of(), List.of());
        Proposal before = world.submit(world.oneself(), FormFixture.form());
        reviews.sendBack(before.id(), new ActDetail.Return(List.of(new ReturnItem(1, "附件", "缺报价", "补", ""))));
        world.minutes(1);
        desk.save(PaperKind.RETURN_NOTICE, shipped().replace("未答复的，联审程序不继续。", "逾期不候。"), 0);
        world.minutes(1);
        Proposal after = world.submit(world.oneself(), FormFixture.form("另一平台", "市教育局"));
        reviews.sendBack(after.id(), new ActDetail.Return(List.of(new ReturnItem(1, "附件", "缺报价", "补", ""))));
        assertTrue(words(papers, before).contains("联审程序不继续"));
        assertTrue(words(papers, after).contains("逾期不候"));
    }

    private static String words(DocumentDesk papers, Proposal proposal) {
        OfficialPaper paper = papers.compose(new PaperKey(PaperKind.RETURN_NOTICE, proposal.id(), "1")).paper();
        return String.join("\n", paper.blocks().stream().filter(OfficialPaper.Block.Paragraph.class::isInstance).map(block -> ((OfficialPaper.Block.Paragraph) block).text()).toList());
    }
}
