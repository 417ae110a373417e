package org.lianshen.service.bench;

import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The habits of people who write budget sheets, one method each. They were written down from budget sheets and notices before the linker was measured on them, and
 * none looks at what the linker does.
 */
final class Noise {

    /** What a name ends in where somebody turns a project into a line, or back. */
    private static final String[] TAILS = { "项目", "建设项目", "采购项目", "建设", "经费", "专项", "" };
    private static final Pattern TAIL = Pattern.compile("(?:建设项目|采购项目|项目|采购|建设)$");
    /** Words exchanged without a thought. */
    private static final String[][] EXCHANGED = { { "系统", "平台" }, { "平台", "系统" }, { "管理系统", "系统" }, { "信息化", "信息" }, { "数字化", "数字" }, { "一体化", "一体" },
        { "运行维护", "运维" }, { "运维", "运行维护" }, { "维保", "维护" }, { "升级改造", "升级" }, { "购置", "采购" }, { "服务项目", "服务" } };
    /** Short names of everyday use: long form, short form. */
    private static final String[][] SHORT = { { "卫生健康委员会", "卫健委" }, { "卫生健康局", "卫健局" }, { "发展和改革委员会", "发改委" }, { "发展和改革局", "发改局" },
        { "人力资源和社会保障局", "人社局" }, { "住房和城乡建设局", "住建局" }, { "市场监督管理局", "市场监管局" }, { "自然资源和规划局", "资规局" }, { "综合行政执法局", "综合执法局" },
        { "文化广电和旅游局", "文广旅局" }, { "文化和旅游厅", "文旅厅" }, { "文化和旅游局", "文旅局" }, { "文化广电旅游体育局", "文广旅体局" }, { "教育和体育局", "教体局" }, { "人民政府", "政府" },
        { "委员会", "委" }, { "办公室", "办" }, { "医科大学", "医大" }, { "附属第一医院", "附一院" }, { "附属医院", "附院" } };
    /** 机构改革: the name before, the name after. */
    private static final String[][] RENAMED = { { "大数据局", "数据局" }, { "大数据发展管理局", "数据局" }, { "数据资源管理局", "数据局" }, { "卫生和计划生育委员会", "卫生健康委员会" },
        { "文化广电新闻出版局", "文化广电和旅游局" }, { "城市管理行政执法局", "城市管理局" }, { "食品药品监督管理局", "市场监督管理局" }, { "国土资源局", "自然资源和规划局" }, { "经济和信息化委员会", "经济和信息化局" } };
    private static final Pattern PROVINCE = Pattern.compile("^(?:\\p{IsHan}{2,3}省|\\p{IsHan}{2,7}自治区)(?=\\p{IsHan}{2,6}(?:市|州|盟|区|县|旗)\\p{IsHan}{2})");
    private static final Pattern CITY = Pattern.compile("^(\\p{IsHan}{2,4})(市|县|区)(?=\\p{IsHan}{3,})");
    private static final Pattern DISTRICT = Pattern.compile("^\\p{IsHan}{2,3}[区县市旗]\\p{IsHan}{3}");
    private static final Pattern PHASE = Pattern.compile("[（(]?(一|二|三|四)期[）)]?");

    private final Random random;

    Noise(Random random) {
        this.random = random;
    }

    boolean in(int hundred) {
        return random.nextInt(100) < hundred;
    }

    <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String one(String[] some) {
        return some[random.nextInt(some.length)];
    }

    /**
     * The province in front is left out, or the city shortened to 市 as people inside it write; short names; the name after a reform.
     *
     * @param others every other unit: what would then be two units keeps its city, as it would where both hand in budgets
     */
    String unit(String unit, Collection<String> others) {
        String changed = unit;
        if (in(30)) {
            changed = PROVINCE.matcher(changed).replaceFirst("");
        }
        if (in(25)) {
            String without = shortCity(changed);
            changed = others.stream().anyMatch(other -> !other.equals(unit) && shortCity(other).equals(without)) ? changed : without;
        }
        if (in(35)) {
            changed = exchanged(changed, SHORT);
        }
        if (in(15)) {
            changed = renamed(changed);
        }
        return changed;
    }

    private static String shortCity(String unit) {
        Matcher city = CITY.matcher(PROVINCE.matcher(unit).replaceFirst(""));
        if (!city.find() || !city.group(2).equals("市")) {
            return unit;
        }
        String rest = unit.substring(unit.indexOf(city.group()) + city.end());
        return DISTRICT.matcher(rest).find() ? rest : "市" + rest;
    }

    private static String exchanged(String text, String[][] pairs) {
        for (String[] pair : pairs) {
            if (text.contains(pair[0])) {
                return text.replace(pair[0], pair[1]);
            }
        }
        return text;
    }

    private static String renamed(String unit) {
        for (String[] pair : RENAMED) {
            if (unit.endsWith(pair[0])) {
                return unit.substring(0, unit.length() - pair[0].length()) + pair[1];
            }
        }
        return unit;
    }

    /** A line's name for a project. */
    String name(String name, String unit, int year) {
        String changed = name;
        if (changed.startsWith(unit) && changed.length() > unit.length() + 3) {
            changed = in(70) ? changed.substring(unit.length()) : changed;
        } else if (in(10)) {
            changed = unit + changed;
        } else if (in(10)) {
            changed = (in(50) ? "市" : "区") + changed;
        }
        if (in(40)) {
            Matcher tail = TAIL.matcher(changed);
            String without = tail.replaceFirst("");
            changed = (without.length() > 3 ? without : changed) + one(TAILS);
        }
        if (in(25)) {
            String[] pair = EXCHANGED[random.nextInt(EXCHANGED.length)];
            changed = changed.contains(pair[0]) ? changed.replaceFirst(pair[0], pair[1]) : exchanged(changed, EXCHANGED);
        }
        changed = phaseWritten(changed);
        if (in(20)) {
            changed = in(50) ? year + "年" + changed : changed + "（" + year + "年）";
        }
        return typed(changed);
    }

    /** (二期), 二期, 第二期, Ⅱ期: one phase, written in other ways; a first phase is often not named at all, or named where the ledger does not. */
    private String phaseWritten(String name) {
        Matcher phase = PHASE.matcher(name);
        if (!phase.find()) {
            return in(3) && !name.contains("期") ? name + "（一期）" : name;
        }
        String no = phase.group(1);
        String written = switch (random.nextInt(5)) {
            case 0 -> "（" + no + "期）";
            case 1 -> "第" + no + "期";
            case 2 -> no.equals("一") ? "" : "(" + no + "期)";
            case 3 -> "一二三四".indexOf(no) + 1 + "期";
            default -> phase.group();
        };
        return phase.replaceFirst(written);
    }

    /** What typing and systems do: brackets of the other width, quotes lost, blanks, names cut at a field's length, a character left out or taken for another. */
    private String typed(String name) {
        String changed = name;
        if (in(30)) {
            changed = changed.replace('（', '(').replace('）', ')');
        }
        if (in(30)) {
            changed = changed.replaceAll("[“”\"《》]", "");
        }
        if (in(5)) {
            int at = random.nextInt(changed.length());
            changed = changed.substring(0, at) + " " + changed.substring(at);
        }
        if (in(4) && changed.length() > 8) {
            int at = 2 + random.nextInt(changed.length() - 4);
            changed = changed.substring(0, at) + (in(50) ? "" : one(new String[] { "的", "及", "与", "和" })) + changed.substring(at + 1);
        }
        return in(3) && changed.length() > 25 ? changed.substring(0, 25) : changed;
    }
}
