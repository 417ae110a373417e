package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.office.form.ProposalFormFiles;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.rulepacks.Samples;

/** A package from the office to a machine without a network and back, with real keys, over real stores; and every package that is refused. */
class PackageCommandsTest {

    @TempDir
    Path folder;
    private final Terminal terminal = new Terminal();
    private String no;

    @BeforeEach
    void officeAndDeskKnowEachOther() throws Exception {
        assertEquals(Exit.OK, run("office", "init", "--pack", "huzhou"), terminal.err());
        no = submit("智慧水务监测平台二期");
        ok("office", "review", "act", no, "--as", "DATA", "--accept");
        ok("desk", "init", "--pack", "huzhou");
        ok("office", "key", "make", "--holder", "联审办");
        ok("desk", "key", "make", "--holder", "王芳", "--for", "FIN");
        exchangeCards("office", "desk");
    }

    private void exchangeCards(String one, String other) throws Exception {
        for (String[] pair : new String[][] {{one, other}, {other, one}}) {
            Path card = folder.resolve(pair[0] + ".lscard");
            ok(pair[0], "key", "show", "--card", card.toString());
            String code = json(pair[0], "key", "show").path("own").path("code").asText();
            ok(pair[1], "key", "import", card.toString());
            ok(pair[1], "key", "trust", code);
        }
    }

    private int run(String store, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--store";
        all[args.length + 1] = folder.resolve(store).toString();
        return terminal.run(all);
    }

    private void ok(String store, String... args) {
        assertEquals(Exit.OK, run(store, args), terminal.err());
    }

    private JsonNode json(String store, String... args) throws Exception {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--json";
        all[args.length + 1] = "-";
        int exit = run(store, all);
        assertTrue(exit == Exit.OK || exit == Exit.SHORT, terminal.err());
        return terminal.json();
    }

    private String submit(String name) throws Exception {
        Path form = folder.resolve(name + ".json");
        new ProposalFormFiles(new OfficeSources()).write(new Samples().read().proposal().with(ProposalField.PROJECT_NAME, name).with(ProposalField.UNIT_NAME, "市水利局"), form);
        var command = new ArrayList<>(List.of("proposal", "submit", form.toString()));
        var codes = new TreeSet<String>();
        json("office", "proposal", "check", form.toString()).path("findings").forEach(found -> codes.add(found.path("check").asText()));
        codes.forEach(code -> command.addAll(List.of("--reason", code + "=情况属实")));
        return json("office", command.toArray(String[]::new)).path("no").asText();
    }

    private Path exported() {
        Path file = folder.resolve("评审包.lspkg");
        ok("office", "package", "export", file.toString(), no, "--to", "FIN");
        return file;
    }

    private Path answered(Path review) {
        ok("desk", "package", "open", review.toString());
        ok("desk", "review", "act", no, "--as", "FIN", "--opinion", "disagree", "--fail", "C1=超出财力", "--remark", "请压减");
        Path back = folder.resolve("回传.lspkg");
        ok("desk", "package", "return", back.toString());
        return back;
    }

    private JsonNode finance() throws Exception {
        for (JsonNode body : json("office", "review", "show", no).path("bodies")) {
            if (body.path("body").asText().equals("FIN")) {
                return body;
            }
        }
        throw new AssertionError("no FIN");
    }

    /** Refused with a reason, and nothing stored. */
    private String refused(String store, String... args) throws Exception {
        JsonNode before = json(store, "review", "show", no);
        JsonNode packages = json(store, "package", "list");
        assertEquals(Exit.REFUSED, run(store, args), () -> terminal.out());
        String said = terminal.err();
        assertEquals(before, json(store, "review", "show", no));
        assertEquals(packages, json(store, "package", "list"));
        assertFalse(said.isBlank());
        return said;
    }

    @Test
    void anOpinionGoesOutAndComesBack() throws Exception {
        Path review = exported();
        JsonNode inspected = json("desk", "package", "inspect", review.toString());
        assertEquals("REVIEW", inspected.path("kind").asText());
        assertTrue(inspected.path("forUs").asBoolean());
        Path back = answered(review);
        JsonNode plan = json("office", "package", "merge", back.toString(), "--dry-run");
        assertEquals("FITS", plan.path("projects").path(0).path("kind").asText());
        assertEquals("WAITING", finance().path("standing").asText());
        ok("office", "package", "merge", back.toString());
        assertEquals("AGAINST", finance().path("standing").asText());
        assertTrue(json("office", "audit", "verify").path("ok").asBoolean());
        assertTrue(refused("office", "package", "merge", back.toString()).contains("不能重复使用"));
        ok("office", "backup", folder.resolve("copy.zip").toString());
    }

    @Test
    void editedAndCutFilesAreRefused() throws Exception {
        Path review = exported();
        byte[] whole = Files.readAllBytes(review);
        Path changed = folder.resolve("changed.lspkg");
        for (int at : new int[] {9, 60, whole.length / 2, whole.length - 40}) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 4;
            Files.write(changed, bytes);
            assertEquals(Exit.REFUSED, run("desk", "package", "open", changed.toString()), at + " " + terminal.out());
            assertFalse(terminal.err().isBlank());
        }
        Files.write(changed, java.util.Arrays.copyOf(whole, whole.length - 100));
        assertEquals(Exit.REFUSED, run("desk", "package", "open", changed.toString()));
        assertEquals(0, json("desk", "package", "list").path("packages").size());
        assertEquals(Exit.REFUSED, run("desk", "review", "show", no), "nothing of the project was stored");
    }

    /** What a store holds of the project and of packages, as it says itself. */
    private String held(String store) {
        run(store, "review", "show", no);
        String review = terminal.out() + terminal.err();
        run(store, "package", "list");
        return review + terminal.out();
    }

    private void refusedInBothLanguages(String chinese, String english, String store, String... args) {
        String before = held(store);
        assertEquals(Exit.REFUSED, run(store, args), terminal.out());
        assertTrue(terminal.err().contains(chinese), terminal.err());
        String[] inEnglish = java.util.Arrays.copyOf(args, args.length + 2);
        inEnglish[args.length] = "--lang";
        inEnglish[args.length + 1] = "en";
        assertEquals(Exit.REFUSED, run(store, inEnglish), terminal.out());
        assertTrue(terminal.err().contains(english), terminal.err());
        assertEquals(before, held(store), "nothing is stored");
    }

    private Path changed(Path file, int at, int to) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at < 0 ? bytes.length + at : at] ^= (byte) to;
        return Files.write(folder.resolve("changed.lspkg"), bytes);
    }

    @Test
    void everyRefusalSaysWhyInBothLanguagesAndStoresNothing() throws Exception {
        Path review = exported();
        byte[] whole = Files.readAllBytes(review);
        Path none = Files.writeString(folder.resolve("说明.txt"), "不是评审包");
        refusedInBothLanguages("不是评审包", "is no review package", "desk", "package", "open", none.toString());
        refusedInBothLanguages("找不到文件", "There is no file", "desk", "package", "open", folder.resolve("没有").toString());
        Path cut = Files.write(folder.resolve("cut.lspkg"), java.util.Arrays.copyOf(whole, 40));
        refusedInBothLanguages("截断", "is not whole", "desk", "package", "open", cut.toString());
        refusedInBothLanguages("格式版本", "is of format", "desk", "package", "open", changed(review, 9, 2).toString());
        refusedInBothLanguages("签名不符", "does not agree with its sender", "desk", "package", "open", changed(review, whole.length / 2, 4).toString());
        refusedInBothLanguages("自己发出的", "sent it itself", "office", "package", "merge", review.toString());
        refusedInBothLanguages("离线工作台打开", "is opened at the desk", "office", "package", "open", review.toString());
        ok("new", "init", "--pack", "huzhou");
        refusedInBothLanguages("离线工作台打开", "is opened at the desk", "new", "package", "open", review.toString());
        ok("police", "init", "--pack", "huzhou");
        ok("police", "key", "make", "--holder", "李雷", "--for", "PSB");
        refusedInBothLanguages("不是发给本机", "not to this store", "police", "package", "open", review.toString());
        Path back = answered(review);
        refusedInBothLanguages("不能重复使用", "not taken twice", "desk", "package", "open", review.toString());
        refusedInBothLanguages("签名不符", "does not agree with its sender", "desk", "package", "open", changed(review, whole.length / 2, 4).toString());
        ok("office", "package", "merge", back.toString());
        refusedInBothLanguages("不能重复使用", "not taken twice", "office", "package", "merge", back.toString());
        refusedInBothLanguages("签名不符", "does not agree with its sender", "office", "package", "merge", changed(back, -40, 4).toString());
        Path again = folder.resolve("再次回传.lspkg");
        ok("desk", "package", "return", again.toString());
        refusedInBothLanguages("没有新内容", "is here already", "office", "package", "merge", again.toString());
        ok("desk", "review", "act", no, "--as", "FIN", "--withdraw-opinion", "重新研究");
        Path late = folder.resolve("迟到.lspkg");
        ok("desk", "package", "return", late.toString());
        for (JsonNode body : json("office", "review", "show", no).path("bodies")) {
            if (body.path("standing").asText().equals("WAITING")) {
                ok("office", "review", "act", no, "--as", body.path("body").asText(), "--opinion", "agree", "--signed-by", "电话记录");
            }
        }
        ok("office", "review", "act", no, "--as", "DATA", "--summarise");
        refusedInBothLanguages("汇总后不能再办理", "was closed by", "office", "package", "merge", late.toString());
        String code = json("desk", "key", "show").path("own").path("code").asText();
        ok("office", "key", "withdraw", code, "--reason", "U 盘遗失");
        refusedInBothLanguages("已停用", "is withdrawn", "office", "package", "merge", late.toString());
        refusedInBothLanguages("已停用", "is withdrawn", "office", "package", "export", folder.resolve("x.lspkg").toString(), no, "--to", code);
    }

    @Test
    void anExpertScoresOnAMachineWithoutANetwork() throws Exception {
        var rows = new StringBuilder("专家编号,姓名,工作单位,曾任职单位,职称,专业,电话,身份证后四位\n");
        String[] fields = {"软件", "造价", "网络安全", "密码", "造价", "数据"};
        for (int i = 0; i < fields.length; i++) {
            rows.append("T%03d,样例专家%d,样例大学%d,,高级工程师,%s,1380000000%d,123X\n".formatted(i + 1, i + 1, i + 1, fields[i], i));
        }
        ok("office", "expert", "import", Files.writeString(folder.resolve("专家.csv"), rows).toString());
        ok("office", "expert", "draw", no, "--seed", "2026-11-20 摸号 3-17-29", "--source", "现场摸号，监督人王某", "--second");
        JsonNode board = json("office", "expert", "invite", no, "--words", "11月25日 9:00");
        String expert = board.path("members").path(0).path("no").asText();
        String name = board.path("members").path(0).path("name").asText();
        ok("home", "init", "--pack", "huzhou");
        ok("home", "key", "make", "--holder", name, "--for", "expert:" + expert);
        exchangeCards("office", "home");
        Path review = folder.resolve("专家评审包.lspkg");
        ok("office", "package", "export", review.toString(), "--to", "expert:" + expert);
        refusedInBothLanguages("不是发给本机", "not to this store", "desk", "package", "open", review.toString());
        ok("home", "package", "open", review.toString());
        ok("home", "expert", "answer", no, expert);
        ok("home", "expert", "score", no, "--points", "necessity=12", "--points", "goals=8", "--points", "plan=17.5", "--points", "reuse=11", "--points", "security=12.5", "--points", "budget=14",
                "--points", "operation=4", "--plan", "可行", "--reasons-not", "与在建项目部分重复", "--conclusion", "agree", "--unbound");
        Path back = folder.resolve("评分回传.lspkg");
        ok("home", "package", "return", back.toString());
        JsonNode plan = json("office", "package", "merge", back.toString(), "--dry-run");
        assertEquals("FITS", plan.path("projects").path(0).path("kind").asText());
        ok("office", "package", "merge", back.toString());
        JsonNode shown = json("office", "expert", "show", no);
        assertEquals("SCORED", shown.path("members").path(0).path("standing").asText());
        for (String said : List.of(plan.toString(), shown.toString(), json("office", "package", "list").toString(), json("office", "review", "show", no).toString())) {
            assertFalse(said.contains("与在建项目部分重复") || said.contains("17.5"), "nobody sees a sheet before all are in");
        }
        refusedInBothLanguages("不能重复使用", "not taken twice", "office", "package", "merge", back.toString());
        assertTrue(json("office", "audit", "verify").path("ok").asBoolean());
    }

    @Test
    void aDeskOfAnotherPlaceOrBodyIsRefused() throws Exception {
        Path review = exported();
        ok("police", "init", "--pack", "huzhou");
        ok("police", "key", "make", "--holder", "李雷", "--for", "PSB");
        exchangeCards("office", "police");
        assertEquals(Exit.REFUSED, run("police", "package", "open", review.toString()));
        assertTrue(terminal.err().contains("不是发给本机"), terminal.err());
        ok("keqiao", "init", "--pack", "keqiao");
        ok("keqiao", "key", "make", "--holder", "某人");
        Path card = folder.resolve("keqiao.lscard");
        ok("keqiao", "key", "show", "--card", card.toString());
        assertTrue(refused("office", "key", "import", card.toString()).contains("keqiao"));
    }

    @Test
    void bothSidesChangedIsChosenByAPerson() throws Exception {
        Path back = answered(exported());
        ok("office", "review", "act", no, "--as", "FIN", "--opinion", "agree", "--signed-by", "电话记录");
        assertTrue(refused("office", "package", "merge", back.toString()).contains(no));
        JsonNode plan = json("office", "package", "merge", back.toString(), "--dry-run");
        assertEquals("CONFLICT", plan.path("projects").path(0).path("kind").asText());
        assertTrue(plan.path("projects").path(0).path("fields").size() > 1);
        ok("office", "package", "merge", back.toString(), "--take", no);
        assertEquals("AGAINST", finance().path("standing").asText());
    }

    /** Fills cells of the page, each {@code row label, column, text}. */
    private Path filled(Path form, String name, String[]... cells) throws Exception {
        Path target = folder.resolve(name);
        try (var in = Files.newInputStream(form); var workbook = new XSSFWorkbook(in); var out = Files.newOutputStream(target)) {
            for (String[] cell : cells) {
                for (var row : workbook.getSheet(cell.length > 3 ? cell[3] : no)) {
                    if (row.getCell(0) != null && new DataFormatter().formatCellValue(row.getCell(0)).equals(cell[0])) {
                        row.getCell(Integer.parseInt(cell[1]), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(cell[2]);
                    }
                }
            }
            workbook.write(out);
        }
        return target;
    }

    @Test
    void anOpinionComesInByWorkbook() throws Exception {
        Path form = folder.resolve("意见表.xlsx");
        ok("office", "opinion", "export", form.toString(), no, "--for", "FIN");
        assertTrue(refused("office", "opinion", "import", form.toString()).contains("没有填写"));
        String[][] good = {{"C1", "2", "不通过"}, {"C1", "3", "超出财力"}, {"1", "3", "1000"}, {"1", "4", "单价偏高"}, {"总体意见", "1", "不同意"}, {"签署人", "1", "王芳"}};
        for (String item : new String[] {"C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11"}) {
            good = java.util.Arrays.copyOf(good, good.length + 1);
            good[good.length - 1] = new String[] {item, "2", "通过"};
        }
        Path bad = filled(form, "bad.xlsx", new String[][] {{"C1", "2", "还行"}, {"1", "3", "很多"}, {"总体意见", "1", "不同意"}});
        String said = refused("office", "opinion", "import", bad.toString());
        assertTrue(said.contains(no + "!C") && said.contains(no + "!D") && said.contains("还行") && said.contains("很多") && said.contains("签署人"), said);
        Path edited = filled(form, "edited.xlsx", new String[][] {{"form", "3", "PSB", "lianshen"}});
        assertTrue(refused("office", "opinion", "import", edited.toString()).contains("隐藏"));
        Path back = filled(form, "back.xlsx", good);
        assertEquals(1, json("office", "opinion", "import", back.toString(), "--dry-run").path("pages").size());
        ok("office", "opinion", "import", back.toString());
        assertEquals("AGAINST", finance().path("standing").asText());
        assertTrue(refused("office", "opinion", "import", back.toString()).contains("不能重复使用"));
        ok("other", "init", "--pack", "huzhou");
        assertEquals(Exit.REFUSED, run("other", "opinion", "import", back.toString()));
        Path second = filled(back, "second.xlsx", new String[][] {{"签署人", "1", "李雷"}});
        assertTrue(refused("office", "opinion", "import", second.toString()).contains(no), "another signer does not sign over the first");
    }

    @Test
    void withdrawnKeysAndPasswordsAreMinded() throws Exception {
        Path back = answered(exported());
        String code = json("desk", "key", "show").path("own").path("code").asText();
        ok("office", "key", "withdraw", code, "--reason", "U 盘遗失");
        assertTrue(refused("office", "package", "merge", back.toString()).contains("已停用"));
        Path password = Files.writeString(folder.resolve("password"), "正确的马电池订书钉吧");
        ok("office", "key", "make", "--holder", "联审办", "--key-password-file", password.toString());
        assertEquals(Exit.REFUSED, run("office", "key", "show", "--card", folder.resolve("x").toString()));
        assertTrue(terminal.err().contains("口令"), terminal.err());
        ok("office", "key", "show", "--card", folder.resolve("x").toString(), "--key-password-file", password.toString());
    }
}
