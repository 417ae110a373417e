package org.lianshen.model.linkage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.pack.RulePack;

/**
 * Brings project names to the form in which they are compared (domain.md §4.4): width and case folded; year and phase taken out and kept beside; unit, place and noise
 * words dropped. So 2026年湖州市数据局公共数据平台(二期)建设项目 and 公共数据平台二期 are the same name of one unit, and 一期 is another.
 */
public final class NameReader {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(20\\d\\d)(?:[-至到](?:20)?\\d\\d)?(?!\\d)(?:年度|财年|年)?");
    /** 二期, 第2阶段, 三标段; a bare 标, 包 or 批 only after 第 or a digit, so that 统一标准 and 统一期限 name none. */
    private static final Pattern PHASE = Pattern.compile("(?:第(?<nth>[一二三四五六七八九十]{1,3}|\\d{1,2})(?<what>期|阶段|批次|批|标段|标|包)"
            + "|(?<number>[一二三四五六七八九十]{1,3}|(?<!\\d)\\d{1,2})(?<kind>期|阶段|批次|标段)|(?<digit>(?<!\\d)\\d{1,2})(?<lot>标|包))(?![限间待货望准识志])");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d*");
    private static final Pattern LEVEL = Pattern.compile("^(?:全|我|本)?(?:市级|区级|县级|省级|市(?!场|民|政|容|域)|区(?!域|块)|县)");
    private static final String NUMERALS = "一二三四五六七八九";

    private final UnitDirectory units;
    private final List<String> noise;
    private final List<String> everyday;
    private final List<String> operationWords;
    /** By unit; asked far more often than made. */
    private final Map<String, List<String>> prefixes = new ConcurrentHashMap<>();

    public NameReader(RulePack pack, UnitDirectory units) {
        this.units = units;
        this.noise = longestFirst(pack.list("match.noiseWords"));
        this.everyday = longestFirst(pack.list("similarity.stopWords"));
        this.operationWords = longestFirst(pack.list("kind.operations"));
    }

    private static List<String> longestFirst(List<String> words) {
        return words.stream().map(PlainText::folded).sorted(java.util.Comparator.comparingInt(String::length).reversed()).toList();
    }

    public NameKey read(String name, String unit) {
        String text = PlainText.folded(name);
        int year = 0;
        Matcher years = text.contains("20") ? YEAR.matcher(text) : null;
        if (years != null && years.find()) {
            year = Integer.parseInt(years.group(1));
            text = years.replaceAll("");
        }
        String phase = "";
        Matcher phases = mayNamePhase(text) ? PHASE.matcher(text) : null;
        if (phases != null && phases.find()) {
            String kind = firstOf(phases, "what", "kind", "lot");
            phase = (kind.startsWith("标") || kind.startsWith("批") || kind.equals("包") ? "l" : "p") + number(firstOf(phases, "nth", "number", "digit"));
            text = text.substring(0, phases.start()) + text.substring(phases.end());
        }
        String whole = PlainText.letters(text);
        String core = without(noise, PlainText.letters(withoutPrefixes(text, unit)));
        core = core.length() < 2 ? whole : core;
        return new NameKey(core, essence(core), phase, year, operations(text), numbers(core));
    }

    private static List<String> numbers(String core) {
        for (int i = 0; i < core.length(); i++) {
            if (Character.isDigit(core.charAt(i))) {
                return NUMBER.matcher(core).results().map(MatchResult::group).toList();
            }
        }
        return List.of();
    }

    /** The name of the system that an operation line is about: the core without 运维, 维护 and the like. */
    public NameKey systemOf(NameKey key) {
        String core = without(operationWords, key.core());
        core = core.endsWith("服务") ? core.substring(0, core.length() - 2) : core;
        return new NameKey(core, essence(core), key.phase(), 0, false, key.numbers());
    }

    private String essence(String core) {
        String rest = without(everyday, core);
        return rest.length() < 2 ? core : rest;
    }

    public boolean operations(String text) {
        String folded = PlainText.folded(text);
        return operationWords.stream().anyMatch(folded::contains);
    }

    private String withoutPrefixes(String text, String unit) {
        List<String> known = prefixes.get(unit);
        if (known == null) {
            known = prefixes.computeIfAbsent(unit, units::prefixes);
        }
        String rest = text;
        boolean cut = true;
        while (cut) {
            cut = false;
            for (String prefix : known) {
                if (rest.startsWith(prefix) && rest.length() > prefix.length()) {
                    rest = rest.substring(prefix.length());
                    cut = true;
                    break;
                }
            }
            Matcher level = LEVEL.matcher(rest);
            if (!cut && level.find() && level.end() < rest.length()) {
                rest = rest.substring(level.end());
                cut = true;
            }
        }
        return rest;
    }

    private static String without(List<String> words, String text) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    private static String firstOf(Matcher matcher, String... groups) {
        for (String group : groups) {
            if (matcher.group(group) != null) {
                return matcher.group(group);
            }
        }
        throw new IllegalStateException("no phase in " + matcher.group());
    }

    /** Spares most names the search for a phase. */
    private static boolean mayNamePhase(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("期阶批标包".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int number(String numeral) {
        if (Character.isDigit(numeral.charAt(0))) {
            return Integer.parseInt(numeral);
        }
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return NUMERALS.indexOf(numeral.charAt(numeral.length() - 1)) + 1;
        }
        int tens = ten == 0 ? 1 : NUMERALS.indexOf(numeral.charAt(0)) + 1;
        int ones = ten == numeral.length() - 1 ? 0 : NUMERALS.indexOf(numeral.charAt(numeral.length() - 1)) + 1;
        return tens * 10 + ones;
    }
}
