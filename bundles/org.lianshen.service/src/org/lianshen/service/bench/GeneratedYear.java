package org.lianshen.service.bench;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lianshen.model.Money;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.proposal.FundKind;
import org.lianshen.model.proposal.FundShare;
import org.lianshen.model.review.State;

/**
 * A ledger and the budget lines of a year, grown from real project rows and a seed, with the truth beside each line. About one line in seven belongs to no project of
 * the ledger: projects never reviewed, second phases of which only the first was, operation of what only its building was approved for. {@link Noise} says how people
 * write names and units; amounts are whole, this year's share, rounded to 万元 or cut; approvals are split over lines and lines hold several approvals.
 */
public final class GeneratedYear {

    public static final int YEAR = 2026;
    private static final UUID BATCH = new UUID(3, 1);

    private static final int NEVER_REVIEWED = 11;
    private static final int SECOND_PHASE = 3;
    private static final int OPERATION = 2;
    private static final int NOT_BUDGETED = 8;
    private static final int SPLIT = 12;
    private static final int MERGED = 10;
    private static final int NOT_IT = 15;

    private static final Pattern YEARS = Pattern.compile("(?<!\\d)20[012]\\d(?!\\d)");
    private static final Pattern OPERATIONS = Pattern.compile("运维|维保|维护|运营");
    private static final Pattern BUILT = Pattern.compile("(?:系统|平台)(?:建设项目|采购项目|建设|采购|项目)?$");
    private static final String[][] PARTS = { { "（软件部分）", "（硬件部分）", "（监理）" }, { "—系统开发", "—设备购置", "—测评" }, { "", "", "" }, { "(第一批)", "(第二批)", "(第三批)" } };
    private static final String[] OTHER = { "办公用房维修", "公务用车购置", "课桌椅采购", "绿化养护", "道路清扫", "困难群众补助", "抚恤金", "会议费", "差旅费", "食堂餐补", "物业管理费", "工会经费", "培训费", "取暖费",
        "被装购置", "图书购置", "实验耗材", "医用被服洗涤", "消防器材更换", "档案整理外包" };
    private static final String[] BUILD_CODES = { "31007", "31007", "31003", "30907", "" };
    private static final String[] SERVICE_CODES = { "30227", "30213", "30227", "30299", "" };

    /** To what a line truly belongs. */
    public enum Kind {
        /** The only line of a project. */ WHOLE,
        /** One of several lines of a project. */ SPLIT,
        /** A line for several projects. */ MERGED,
        /** An IT line without a project in the ledger. */ NOBODY,
        /** Not an IT line. */ NOT_IT
    }

    /** The truth about a line. */
    public record Truth(Kind kind, Set<UUID> projects) {
    }

    private final Random random;
    private final Noise noise;
    private final boolean numbered;
    private final Map<String, String> unitCodes = new HashMap<>();
    private final List<LedgerProject> projects = new ArrayList<>();
    private final List<BudgetLine> lines = new ArrayList<>();
    private final Map<UUID, Truth> truth = new LinkedHashMap<>();

    /** @param numbered whether lines carry review numbers and project codes as often as in life; without them names, units and amounts must do */
    public GeneratedYear(List<RealRow> rows, long seed, boolean numbered) {
        random = new Random(seed);
        noise = new Noise(random);
        this.numbered = numbered;
        var shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        for (RealRow row : shuffled) {
            unitCodes.computeIfAbsent(row.unit(), unit -> String.format("%06d", 100_000 + unitCodes.size()));
        }
        int outside = Math.max(1, shuffled.size() * NEVER_REVIEWED / 100);
        shuffled.subList(outside, shuffled.size()).forEach(row -> projects.add(project(row)));
        shuffled.subList(0, outside).forEach(row -> line(Kind.NOBODY, List.of(), dated(row.name()), row.unit(), amount(row)));
        budget();
        int others = lines.size() * NOT_IT / (100 - NOT_IT);
        var units = new ArrayList<>(new TreeMap<>(unitCodes).keySet());
        for (int i = 0; i < others; i++) {
            line(Kind.NOT_IT, List.of(), OTHER[random.nextInt(OTHER.length)], noise.one(units), Money.ofYuan(500 + random.nextInt(300_000)));
        }
        mix();
    }

    public List<LedgerProject> projects() {
        return projects;
    }

    public List<BudgetLine> lines() {
        return lines;
    }

    /** By line. */
    public Map<UUID, Truth> truth() {
        return truth;
    }

    private LedgerProject project(RealRow row) {
        int no = projects.size() + 1;
        Money approved = amount(row);
        boolean operation = OPERATIONS.matcher(row.name()).find();
        List<FundShare> funds = List.of();
        if (noise.in(25) && !operation) {
            Money first = Money.ofFen(approved.fen() / 10_000 * (30 + random.nextInt(50)) / 100 * 10_000);
            funds = List.of(new FundShare(YEAR, FundKind.GENERAL_BUDGET, first, null), new FundShare(YEAR + 1, FundKind.GENERAL_BUDGET, approved.minus(first), null));
        }
        return new LedgerProject(new UUID(1, no), true, String.format("LS-330500-%d-%04d", YEAR - 1, no), dated(row.name()), noise.in(30) ? unitCodes.get(row.unit()) : "",
                row.unit(), "", operation ? "OPS" : "APP", operation ? "OPERATION" : "NEW", "CITY", YEAR - 1, approved, approved, State.APPROVED,
                LocalDate.of(YEAR - 1, 6, 1), LocalDate.of(YEAR + 1, 5, 31), funds, noise.in(60) ? String.format("330500%02dT%012d", (YEAR - 1) % 100, no) : "", false,
                List.of(), "", List.of(), Map.of());
    }

    /** Years in the name as a project of this budget would have them. */
    private static String dated(String name) {
        Matcher years = YEARS.matcher(name);
        int last = 0;
        while (years.find()) {
            last = Math.max(last, Integer.parseInt(years.group()));
        }
        int shift = YEAR - last;
        return last == 0 ? name : YEARS.matcher(name).replaceAll(year -> String.valueOf(Integer.parseInt(year.group()) + shift));
    }

    /** The real amount; where the source has none, one between 30,000 and 6 million yuan in whole hundreds. */
    private Money amount(RealRow row) {
        return row.amount() != null && row.amount().isPositive() ? row.amount() : Money.ofYuan(Math.round(30_000 * Math.pow(200, random.nextDouble()) / 100) * 100);
    }

    private void budget() {
        Map<String, List<LedgerProject>> waiting = new TreeMap<>();
        for (LedgerProject project : projects) {
            if (noise.in(SECOND_PHASE) && !project.name().contains("期")) {
                line(Kind.NOBODY, List.of(), project.name().replaceAll("(?:建设|采购)?项目$", "") + "（二期）", project.unit(), project.approved());
            }
            if (noise.in(OPERATION) && BUILT.matcher(project.name()).find()) {
                line(Kind.NOBODY, List.of(), project.name().replaceAll("(?:建设|采购)?(?:项目)?$", "") + (noise.in(50) ? "运维" : "运行维护服务"), project.unit(),
                        Money.ofFen(project.approved().fen() / 10_000 / 10 * 10_000));
            }
            int fate = random.nextInt(100);
            if (fate < NOT_BUDGETED) {
                continue;
            }
            if (fate < NOT_BUDGETED + SPLIT) {
                split(project);
            } else if (fate < NOT_BUDGETED + SPLIT + 3 * MERGED) {
                waiting.computeIfAbsent(project.unit(), unit -> new ArrayList<>()).add(project);
            } else {
                whole(project);
            }
        }
        waiting.values().forEach(this::merged);
    }

    private void whole(LedgerProject project) {
        Money share = project.funds().isEmpty() ? project.approved() : project.funds().getFirst().amount();
        int habit = random.nextInt(100);
        Money amount = habit < 70 ? share
                : habit < 82 ? Money.ofWan(share.wan().setScale(noise.in(50) ? 2 : 1, RoundingMode.HALF_UP))
                        : habit < 94 ? Money.ofFen(share.fen() / 10_000 * (75 + random.nextInt(24)) / 100 * 10_000) : Money.ofFen(share.fen() / 10_000 * 3 / 10 * 10_000);
        line(Kind.WHOLE, List.of(project), project.name(), project.unit(), amount);
    }

    /** Two or three lines for this year's money, by what is bought, by source or by economic code; their sum is right to the fen. */
    private void split(LedgerProject project) {
        Money rest = project.funds().isEmpty() ? project.approved() : project.funds().getFirst().amount();
        int parts = 2 + random.nextInt(2);
        String[] words = PARTS[random.nextInt(PARTS.length)];
        for (int i = 0; i < parts; i++) {
            Money part = i == parts - 1 ? rest : Money.ofFen(rest.fen() / 10_000 * (25 + random.nextInt(45)) / 100 * 10_000);
            rest = rest.minus(part);
            line(Kind.SPLIT, List.of(project), project.name() + words[i], project.unit(), part);
        }
    }

    /** Two or three projects of a unit in one line: A及B, A等3个项目, or only 信息化项目. */
    private void merged(List<LedgerProject> of) {
        var rest = new ArrayList<>(of);
        while (rest.size() > 1 && noise.in(60)) {
            int count = Math.min(rest.size(), 2 + random.nextInt(2));
            List<LedgerProject> together = List.copyOf(rest.subList(0, count));
            rest.subList(0, count).clear();
            Money sum = Money.sum(together.stream().map(project -> project.funds().isEmpty() ? project.approved() : project.funds().getFirst().amount()).toList());
            String first = together.getFirst().name().replaceAll("(?:建设|采购)?项目$", "");
            String name = switch (random.nextInt(3)) {
                case 0 -> together.stream().map(project -> project.name().replace(project.unit(), "").replaceAll("(?:建设|采购)?项目$", "")).collect(Collectors.joining("及"));
                case 1 -> first + "等" + count + "个项目";
                default -> "信息化建设项目";
            };
            line(Kind.MERGED, together, name, together.getFirst().unit(), sum);
        }
        rest.forEach(this::whole);
    }

    private void line(Kind kind, List<LedgerProject> to, String name, String unit, Money amount) {
        Map<BudgetField, String> values = new EnumMap<>(BudgetField.class);
        boolean it = kind != Kind.NOT_IT;
        values.put(BudgetField.AGENCY_CODE, unitCodes.get(unit));
        values.put(BudgetField.AGENCY_NAME, noise.unit(unit, unitCodes.keySet()));
        values.put(BudgetField.PROJECT_NAME, it ? noise.name(name, unit, YEAR) : name);
        values.put(BudgetField.INITIAL, amount.toString());
        String[] codes = OPERATIONS.matcher(name).find() || name.contains("服务") ? SERVICE_CODES : BUILD_CODES;
        String code = it ? codes[random.nextInt(codes.length)] : "302" + (10 + random.nextInt(20));
        if (!code.isEmpty()) {
            values.put(BudgetField.ECONOMIC_CODE, code);
        }
        values.put(BudgetField.FUND_TYPE, noise.in(85) ? "一般公共预算资金" : "政府性基金");
        if (numbered && to.size() == 1) {
            if (noise.in(40)) {
                values.put(BudgetField.REVIEW_NO, to.getFirst().reviewNo());
            }
            if (noise.in(50) && !to.getFirst().projectCode().isEmpty()) {
                values.put(BudgetField.PROJECT_CODE, to.getFirst().projectCode());
            }
        }
        var line = new BudgetLine(new UUID(2, lines.size() + 1), BATCH, YEAR, SheetKind.ANNUAL, "预算表", lines.size() + 5, values, Map.of());
        lines.add(line);
        truth.put(line.id(), new Truth(kind, to.stream().map(LedgerProject::id).collect(Collectors.toUnmodifiableSet())));
    }

    /** Sheets come unit by unit, not project by project. */
    private void mix() {
        lines.sort(java.util.Comparator.comparing((BudgetLine line) -> line.text(BudgetField.AGENCY_CODE)).thenComparing(BudgetLine::project));
        for (int i = 0; i < lines.size(); i++) {
            BudgetLine line = lines.get(i);
            lines.set(i, new BudgetLine(line.id(), line.batch(), line.year(), line.kind(), line.sheet(), i + 5, line.values(), line.raw()));
        }
    }
}
