package org.lianshen.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options, exit codes and JSON of the command line, as its contract has them. */
class ContractTest {

    private static final String LEDGER = """
            联审编号,项目名称,单位,结论,核定额(元),申报年,有效期
            LS-330500-2026-0101,智慧水务监测平台,市水利局,通过,1200000,2026,2028-12-31
            LS-330500-2026-0102,区域医学影像云平台,市卫生健康委员会,不予通过,0,2026,
            """;
    private static final String BUDGET = """
            2027年部门预算项目支出表
            单位:万元
            单位编码,单位名称,项目名称,部门经济分类,年初预算数,联审编号
            126001,市水利局,智慧水务监测平台,31007,120.00,LS-330500-2026-0101
            104001,市卫生健康委员会,区域医学影像云平台,31007,230.00,LS-330500-2026-0102
            合计,,,,350.00,
            """;

    @TempDir
    Path folder;
    private final Terminal terminal = new Terminal();
    private String store;

    @BeforeEach
    void newStore() {
        store = folder.resolve("store").toString();
        assertEquals(Exit.OK, run("init", "--pack", "huzhou"), terminal.err());
    }

    private int run(String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--store";
        all[args.length + 1] = store;
        return terminal.run(all);
    }

    private String file(String name, String text, Charset charset) throws java.io.IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset)).toString();
    }

    @Test
    void importAndCheckSayWhatTheContractSays() throws Exception {
        assertEquals(Exit.OK, run("import", "ledger", file("ledger.csv", LEDGER, StandardCharsets.UTF_8), "--json", "-"), terminal.err());
        assertEquals(2, terminal.json().path("sheets").path(0).path("rowsImported").asInt(), terminal.out());
        assertEquals(Exit.OK, run("import", "budget", file("预算.csv", BUDGET, Charset.forName("GB18030")), "--year", "2027", "--json", "-"), terminal.err());
        JsonNode sheet = terminal.json().path("sheets").path(0);
        assertEquals("万元", sheet.path("unit").asText());
        assertEquals("C", sheet.path("columns").path("proName").asText());
        assertEquals(2, sheet.path("rowsImported").asInt());
        assertTrue(sheet.path("totals").path(0).path("agrees").asBoolean(), sheet.toString());
        assertEquals(64, terminal.json().path("sha256").asText().length());
        assertEquals(Exit.SHORT, run("check", "--year", "2027", "--json", "-"), terminal.err());
        JsonNode check = terminal.json();
        assertEquals(2, check.path("lineCount").asInt());
        assertEquals("B03", check.path("findings").path(0).path("rule").asText());
        assertEquals("E", check.path("findings").path(0).path("severity").asText());
        assertEquals("2300000.00", check.path("findings").path(0).path("amount").asText());
        assertEquals("reviewed", check.path("lines").path(0).path("verdict").asText());
        JsonNode silent = check.path("silent").path(0);
        assertEquals("B14", silent.path("rule").asText(), check.path("silent").toString());
        assertTrue(silent.path("whole").asBoolean());
        assertEquals("limit.apply", silent.path("unset").path(0).asText());
        assertTrue(silent.path("message").asText().contains("联审申报起点"), silent.toString());
        assertEquals(Exit.OK, run("audit", "verify", "--json", "-"));
        assertTrue(terminal.json().path("ok").asBoolean());
        assertTrue(terminal.json().path("records").asLong() >= 4);
    }

    @Test
    void usageIsImportedMonthByMonth() throws Exception {
        String usage = file("使用数据.csv", "应用名称,单位,月份,注册用户,月活,登录次数\n城市大脑,市数据局,2024-05,1000,420,8400\n城市大脑,市数据局,2024年6月,1000,380,7600\n", StandardCharsets.UTF_8);
        assertEquals(Exit.OK, run("import", "usage", usage, "--dry-run", "--json", "-"), terminal.err());
        assertTrue(terminal.json().path("batch").isNull());
        assertEquals(Exit.OK, run("import", "usage", usage, "--json", "-"), terminal.err());
        JsonNode sheet = terminal.json().path("sheets").path(0);
        assertEquals(2, sheet.path("rowsImported").asInt());
        assertEquals("D", sheet.path("columns").path("registered").asText());
        String wrong = file("错.csv", "应用名称,单位,月份,注册用户,月活\n城市大脑,市数据局,2024-07,1000,1200\n城市大脑,市数据局,上半年,1000,300\n", StandardCharsets.UTF_8);
        assertEquals(Exit.SHORT, run("import", "usage", wrong, "--json", "-"));
        JsonNode errors = terminal.json().path("sheets").path(0).path("errors");
        assertEquals(java.util.List.of("E2", "C3"), java.util.List.of(errors.path(0).path("cell").asText(), errors.path(1).path("cell").asText()));
        assertEquals(Exit.REFUSED, run("import", "usage", file("无.csv", "应用名称,单位\n甲,乙\n", StandardCharsets.UTF_8)));
    }

    @Test
    void aCatalogueIsImportedAndTheCheckLooksAtIt() throws Exception {
        String systems = file("系统目录.csv", "系统名称,单位,系统编号\n城市大脑,市数据局,XT-1\n", StandardCharsets.UTF_8);
        assertEquals(Exit.OK, run("import", "catalogue", systems, "--dry-run", "--json", "-"), terminal.err());
        assertTrue(terminal.json().path("batch").isNull());
        assertEquals(Exit.OK, run("import", "catalogue", systems, "--json", "-"), terminal.err());
        JsonNode sheet = terminal.json().path("sheets").path(0);
        assertEquals(1, sheet.path("rowsImported").asInt());
        assertEquals(1, sheet.path("kinds").path("system").asInt());
        assertEquals("A", sheet.path("columns").path("name").asText());
        assertEquals(64, terminal.json().path("sha256").asText().length());
        String bought = file("采购.csv", "名称,单位,有效期至\n企业工商登记数据采购,市财政局,2028-01-01\n地图数据采购,,2028-13-01\n", StandardCharsets.UTF_8);
        assertEquals(Exit.REFUSED, run("import", "catalogue", file("表.csv", "名称,单位\n甲,乙\n", StandardCharsets.UTF_8)), "no kind");
        assertEquals(Exit.SHORT, run("import", "catalogue", bought, "--kind", "purchase", "--json", "-"));
        assertTrue(terminal.json().path("batch").isNull());
        assertEquals(Exit.SHORT, run("import", "catalogue", bought, "--kind", "purchase", "--partial"));
        assertEquals(Exit.REFUSED, run("import", "catalogue", bought, "--kind", "things"));
        String budget = file("数据.csv", "单位：元\n预算单位,项目名称,金额\n市教育局,企业工商登记数据采购系统,280000\n", StandardCharsets.UTF_8);
        assertEquals(Exit.OK, run("import", "budget", budget, "--year", "2027"), terminal.err());
        assertEquals(Exit.SHORT, run("check", "--year", "2027", "--json", "-"), terminal.err());
        assertTrue(terminal.json().path("findings").findValuesAsText("rule").contains("B48"), terminal.out());
    }

    /** check --renew follows what changed; runs --compare says what differs between two checks. */
    @Test
    void changedFactsAreCheckedAgainAndTwoChecksCompared() throws Exception {
        assertEquals(Exit.REFUSED, run("check", "--year", "2027", "--renew"), "never checked");
        assertEquals(Exit.REFUSED, run("check", "--year", "2027", "--renew", "--as-of", "2027-01-01"));
        assertEquals(Exit.OK, run("import", "ledger", file("ledger.csv", LEDGER, StandardCharsets.UTF_8)), terminal.err());
        assertEquals(Exit.OK, run("import", "budget", file("预算.csv", BUDGET, StandardCharsets.UTF_8), "--year", "2027"), terminal.err());
        assertEquals(Exit.SHORT, run("check", "--year", "2027", "--quiet"), terminal.err());
        String more = file("追加.csv", "单位：元\n预算单位,项目名称,金额\n市教育局,智慧食堂管理系统,280000\n", StandardCharsets.UTF_8);
        assertEquals(Exit.OK, run("import", "budget", more, "--year", "2027"), terminal.err());
        assertEquals(Exit.SHORT, run("check", "--year", "2027", "--renew", "--json", "-"), terminal.err());
        assertEquals(Exit.OK, run("runs", "--year", "2027", "--json", "-"), terminal.err());
        JsonNode runs = terminal.json().path("runs");
        assertEquals(2, runs.size());
        assertEquals(Exit.OK, run("runs", "--year", "2027", "--compare", runs.path(1).path("id").asText(), runs.path(0).path("id").asText(), "--json", "-"), terminal.err());
        JsonNode difference = terminal.json().path("difference");
        assertTrue(difference.path("added").findValuesAsText("project").contains("智慧食堂管理系统"), terminal.out());
        assertEquals(0, difference.path("closed").size());
        assertTrue(difference.path("unchanged").asInt() > 0);
        assertEquals(Exit.OK, run("runs", "--year", "2027", "--compare", runs.path(0).path("id").asText(), runs.path(1).path("id").asText(), "--json", "-"), terminal.err());
        assertEquals(difference, terminal.json().path("difference"), "from the earlier to the later, however they are named");
        assertEquals(Exit.REFUSED, run("runs", "--year", "2026", "--compare", runs.path(1).path("id").asText(), runs.path(0).path("id").asText()), "checks of another year");
        assertEquals(Exit.REFUSED, run("runs", "--year", "2027", "--compare", runs.path(1).path("id").asText(), "00000000-0000-0000-0000-000000000000"), "there is no such check");
    }

    /** letters, summary, ceiling, pool and prices: options, exit codes, JSON. */
    @Test
    void whatGoesOutSaysWhatItWrote() throws Exception {
        assertEquals(Exit.OK, run("import", "ledger", file("ledger.csv", LEDGER, StandardCharsets.UTF_8)), terminal.err());
        assertEquals(Exit.OK, run("import", "budget", file("预算.csv", BUDGET, StandardCharsets.UTF_8), "--year", "2027"), terminal.err());
        String out = folder.resolve("letters").toString();
        assertEquals(Exit.REFUSED, run("letters", "--year", "2027", "--out", out, "--from", "市财政局", "--no", "财函〔2026〕9号"), "never checked");
        assertEquals(Exit.SHORT, run("check", "--year", "2027", "--quiet"), terminal.err());
        assertEquals(Exit.REFUSED, run("letters", "--year", "2027", "--out", out), "no office yet");
        assertEquals(Exit.OK, run("letters", "--year", "2027", "--out", out, "--from", "市财政局", "--no", "财函〔2026〕9号", "--unit", "市卫生健康委员会", "--format", "docx", "--json", "-"), terminal.err());
        JsonNode letter = terminal.json().path("letters").path(0);
        assertEquals("财函〔2026〕9号", letter.path("number").asText());
        assertEquals("市卫生健康委员会", letter.path("unit").asText());
        assertTrue(Files.exists(Path.of(out, letter.path("files").path(0).asText())));
        assertEquals(Exit.REFUSED, run("letters", "--year", "2027", "--out", out, "--unit", "市卫生健康委员会", "--format", "docx"), "told already");
        assertEquals(Exit.OK, run("summary", "--year", "2027", folder.resolve("summary.xlsx").toString(), "--json", "-"), terminal.err());
        assertTrue(Files.exists(folder.resolve("summary.xlsx")));
        JsonNode all = terminal.json().path("departments").path(terminal.json().path("departments").size() - 1);
        assertEquals("3500000.00", all.path("total").asText());
        assertEquals("2300000.00", all.path("blocked").asText());
        assertEquals(Exit.REFUSED, run("ceiling", "--year", "2027"), "no pool is set");
        assertEquals(Exit.OK, run("ceiling", "--year", "2027", "--amount", "1200000", "--keep", "--json", "-"), terminal.err());
        assertEquals("0.00", terminal.json().path("left").asText());
        assertEquals(Exit.SHORT, run("ceiling", "--year", "2027", "--amount", "1199999.99", folder.resolve("ceiling.csv").toString()), "one falls out");
        assertTrue(Files.exists(folder.resolve("ceiling.csv")));
        assertEquals(Exit.REFUSED, run("ceiling", "--year", "2027", "--exclude", "LS-330500-2026-0101"), "no reason");
        assertEquals(Exit.OK, run("ceiling", "--year", "2027", "--exclude", "LS-330500-2026-0101", "--reason", "绩效差", "--json", "-"), terminal.err());
        assertEquals("EXCLUDED", terminal.json().path("projects").path(0).path("outcome").asText());
        whatAFindingForbidsIsWithheld();
        assertEquals(Exit.OK, run("pool", "--year", "2027", folder.resolve("pool.xlsx").toString(), "--json", "-"), terminal.err());
        assertEquals(0, terminal.json().path("lots").size());
        assertEquals(Exit.OK, run("prices", "--json", "-"), terminal.err());
    }

    /** Another unit asks for money of the project: its line is forbidden, the applicant's is not. */
    private void whatAFindingForbidsIsWithheld() throws Exception {
        String other = "单位：元\n预算单位,项目名称,部门经济分类,金额,联审编号\n市教育局,智慧水务监测平台,31007,100000,LS-330500-2026-0101\n";
        String small = "单位：元\n预算单位,项目名称,部门经济分类,金额,联审编号\n市水利局,智慧水务监测平台,31007,900000,LS-330500-2026-0101\n";
        assertEquals(Exit.OK, run("import", "budget", file("预算.csv", small, StandardCharsets.UTF_8), "--year", "2027"), terminal.err());
        assertEquals(Exit.OK, run("import", "budget", file("追加.csv", other, StandardCharsets.UTF_8), "--year", "2027"), terminal.err());
        assertEquals(Exit.SHORT, run("check", "--year", "2027", "--quiet"), terminal.err());
        assertEquals(Exit.SHORT, run("ceiling", "--year", "2027", "--amount", "1200000", "--free", "LS-330500-2026-0101", "--json", "-"), terminal.err());
        JsonNode plan = terminal.json();
        assertTrue(plan.path("checked").asBoolean());
        assertEquals("900000.00", plan.path("given").asText(), plan.toString());
        assertEquals("100000.00", plan.path("forbidden").asText(), plan.toString());
        assertEquals("FORBIDDEN", plan.path("projects").path(1).path("outcome").asText());
        assertEquals("B11", plan.path("projects").path(1).path("findings").path(0).path("rule").asText(), plan.toString());
    }

    /** Three clouds at 1,000 yuan are remembered; one at 1,500 is asked about, with the three beside it. */
    @Test
    void theFormCheckComparesPricesWithThoseSeen() throws Exception {
        String budget = "单位：元\n预算单位,项目名称,金额,数量,计量单位\n市教育局,云主机,10000,10,台\n市水利局,云主机租赁,5000,5,台\n市公安局,云主机,2000,2,台\n";
        assertEquals(Exit.OK, run("import", "budget", file("云.csv", budget, StandardCharsets.UTF_8), "--year", "2027"), terminal.err());
        String form = """
                {"projectName": "智慧环保平台", "unitName": "市生态环境局",
                 "estimate": [{"no": 1, "code": "E40", "item": "云主机", "quantity": 4, "unit": "台", "unitPrice": "1500.00", "factor": 1, "amount": "6000.00"}]}
                """;
        run("proposal", "check", file("form.json", form, StandardCharsets.UTF_8), "--json", "-");
        List<JsonNode> prices = new ArrayList<>();
        terminal.json().path("findings").forEach(finding -> {
            if (finding.path("check").asText().equals("V06")) {
                prices.add(finding);
            }
        });
        assertEquals(1, prices.size(), terminal.out());
        assertEquals("estimate[1]", prices.getFirst().path("place").asText());
        assertEquals(3, prices.getFirst().path("compared").size());
        assertTrue(prices.getFirst().path("compared").path(0).asText().startsWith("1,000.00 元/台"), prices.toString());
    }

    @Test
    void unreadableCellStopsTheFileUnlessPartial() throws Exception {
        String damaged = BUDGET.replace("120.00", "壹佰贰拾").replace("合计,,,,350.00,\n", "");
        String path = file("damaged.csv", damaged, StandardCharsets.UTF_8);
        assertEquals(Exit.SHORT, run("import", "budget", path, "--year", "2027", "--json", "-"));
        JsonNode error = terminal.json().path("sheets").path(0).path("errors").path(0);
        assertEquals("E4", error.path("cell").asText());
        assertEquals("壹佰贰拾", error.path("value").asText());
        assertTrue(terminal.json().path("batch").isNull());
        assertEquals(Exit.OK, run("check", "--year", "2027", "--json", "-"), "nothing was stored: " + terminal.err());
        assertEquals(0, terminal.json().path("lineCount").asInt());
        assertEquals(Exit.SHORT, run("import", "budget", path, "--year", "2027", "--partial", "--json", "-"));
        assertEquals(1, terminal.json().path("sheets").path(0).path("rowsImported").asInt());
    }

    @Test
    void whatCannotBeDoneIsTwoAndSaysWhy() throws Exception {
        assertEquals(Exit.REFUSED, run("import", "budget", folder.resolve("missing.xlsx").toString(), "--year", "2027"));
        assertTrue(terminal.err().contains("missing.xlsx"), terminal.err());
        assertEquals(Exit.REFUSED, run("import", "budget", file("not.xlsx", "只是文字", StandardCharsets.UTF_8), "--year", "2027"));
        assertEquals(Exit.REFUSED, run("nonsense"));
        assertEquals(Exit.REFUSED, run("import", "budget"));
        assertEquals(Exit.REFUSED, run("review", "show", "LS-330500-2026-9999"));
        assertEquals(Exit.REFUSED, run("minutes", "2026-99", "--pdf", folder.resolve("m.pdf").toString()));
        assertFalse(Files.exists(folder.resolve("m.pdf")));
        assertEquals(Exit.REFUSED, terminal.run("audit", "verify", "--store", folder.resolve("nowhere").toString()));
        assertTrue(terminal.err().contains("init --pack"), terminal.err());
    }

    @Test
    void messagesComeInTheLanguageAskedFor() {
        assertEquals(Exit.REFUSED, run("review", "show", "LS-330500-2026-9999", "--lang", "en"));
        assertFalse(terminal.err().codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN), terminal.err());
    }

    @Test
    void backupComesBackElsewhere() throws Exception {
        assertEquals(Exit.OK, run("import", "ledger", file("ledger.csv", LEDGER, StandardCharsets.UTF_8)), terminal.err());
        String copy = folder.resolve("copy.lianshen").toString();
        assertEquals(Exit.OK, run("backup", copy, "--json", "-"), terminal.err());
        long records = terminal.json().path("auditRecords").asLong();
        String other = folder.resolve("other").toString();
        assertEquals(Exit.OK, terminal.run("restore", copy, "--store", other, "--json", "-"), terminal.err());
        assertEquals(records, terminal.json().path("auditRecords").asLong());
        assertEquals(Exit.REFUSED, terminal.run("restore", copy, "--store", other), "not over a store that is there");
        assertEquals(Exit.OK, terminal.run("ledger", "export", folder.resolve("ledger.xlsx").toString(), "--store", other, "--json", "-"), terminal.err());
        assertEquals(2, terminal.json().path("projects").asInt());
    }

    @Test
    void accountsAskWhoActs() throws Exception {
        String accounts = folder.resolve("accounts").toString();
        String password = file("admin.txt", "Zhang-San-2026-湖州\n", StandardCharsets.UTF_8);
        assertEquals(Exit.OK, terminal.run("init", "--pack", "huzhou", "--accounts", "--user", "zhangsan", "--password-file", password, "--store", accounts), terminal.err());
        assertEquals(Exit.REFUSED, terminal.run("audit", "verify", "--store", accounts), "nobody said who acts");
        assertEquals(Exit.REFUSED, terminal.run("audit", "verify", "--store", accounts, "--user", "zhangsan", "--password-file", file("wrong.txt", "wrong-password-0", StandardCharsets.UTF_8)));
        String officer = file("officer.txt", "Budget-Officer-2026\n", StandardCharsets.UTF_8);
        assertEquals(Exit.OK, terminal.run("account", "add", "lisi", "--display", "李四", "--body", "FIN", "--role", "budget_officer", "--new-password-file", officer, "--store", accounts,
                "--user", "zhangsan", "--password-file", password), terminal.err());
        String budget = file("budget.csv", BUDGET, StandardCharsets.UTF_8);
        assertEquals(Exit.REFUSED, terminal.run("import", "budget", budget, "--year", "2027", "--store", accounts, "--user", "zhangsan", "--password-file", password),
                "an administrator imports no budget");
        assertEquals(Exit.OK, terminal.run("import", "budget", budget, "--year", "2027", "--store", accounts, "--user", "lisi", "--password-file", officer), terminal.err());
    }
}
