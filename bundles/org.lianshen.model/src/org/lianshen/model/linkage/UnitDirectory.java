package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;

/**
 * Knows when two names mean the same unit: by the pack's unit table with its aliases and earlier names, by the usual abbreviations (市卫健委 is 市卫生健康委员会), and
 * with or without the place in front (湖州市财政局 is 市财政局). Units of two named places are never the same.
 */
public final class UnitDirectory {

    private static final Pattern PLACE = Pattern.compile(
            "^(?:[\\p{IsHan}]{2,3}(?:省|自治区))?(?:[\\p{IsHan}]{2,6}?(?:市|自治州|盟))?(?:[\\p{IsHan}]{2,4}?(?:区|县|旗))?(?=[\\p{IsHan}]{2})");
    /** The province in front of a city or county, which names the unit no further. */
    private static final Pattern PROVINCE = Pattern.compile("^\\p{IsHan}{2,3}(?:省|自治区)(?=\\p{IsHan}{2,6}(?:市|州|盟|区|县|旗))");
    private static final Pattern CONNECTOR = Pattern.compile("(?<=.)[和与及](?=.)");
    private static final Pattern NOT_NUMERAL = Pattern.compile("[^一二三四五六七八九十0-9东西南北中]");
    private static final double ALIKE = 0.6;
    private static final Pattern INNER = Pattern.compile("\\(([^()]*)\\)");

    private final List<String[]> abbreviations;
    private final Map<String, UnitRecord> byKey = new HashMap<>();
    private final Map<String, UnitRecord> byCode = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final String ownPlace;
    /** First key of a name → what officers said is the same unit. */
    private final Map<String, String> learnt = new HashMap<>();
    private final Map<String, Identity> known = new ConcurrentHashMap<>();

    public UnitDirectory(RulePack pack) {
        this(pack, List.of());
    }

    /** @param said officers' words, oldest first; the newest of each alias counts, before what the pack says */
    public UnitDirectory(RulePack pack, List<UnitAlias> said) {
        abbreviations = pack.lists().getOrDefault("unit.abbreviations", List.of()).stream().map(entry -> entry.split("=", 2)).toList();
        ownPlace = pack.divisionCode().isEmpty() ? "" : pack.name();
        for (UnitRecord unit : pack.units()) {
            byCode.put(unit.code(), unit);
            enter(unit.name(), unit);
            unit.aliases().forEach(alias -> enter(alias, unit));
        }
        ambiguous.forEach(byKey::remove);
        for (UnitAlias word : said) {
            String alias = keys(word.alias()).getFirst();
            learnt.remove(alias);
            if (!word.revoked() && !namesOfUnit(word.unit()).getFirst().equals(alias)) {
                learnt.put(alias, word.unit());
            }
        }
    }

    private void enter(String name, UnitRecord unit) {
        for (String key : keys(name)) {
            UnitRecord other = byKey.putIfAbsent(key, unit);
            if (other != null && other != unit) {
                ambiguous.add(key);
            }
        }
    }

    /** What is known of a name. {@code bare} is without the place but with its level: 市财政局. */
    private record Identity(List<String> keys, String bare, boolean placed, String place, UnitRecord unit) {
    }

    private Identity identity(String name) {
        Identity found = known.get(name);
        return found == null ? known.computeIfAbsent(name, this::make) : found;
    }

    /** The keys of a name, or of what officers said is the same unit. Words in a circle were not learnt. */
    private List<String> namesOfUnit(String name) {
        List<String> keys = keys(name);
        while (learnt.containsKey(keys.getFirst())) {
            keys = keys(learnt.get(keys.getFirst()));
        }
        return keys;
    }

    private Identity make(String name) {
        List<String> keys = namesOfUnit(name);
        String first = keys.getFirst();
        String place = place(first);
        String bare = place.isEmpty() ? first : place.charAt(place.length() - 1) + first.substring(place.length());
        UnitRecord unit = keys.stream().map(byKey::get).filter(java.util.Objects::nonNull).findFirst().orElse(null);
        return new Identity(keys, bare, !place.isEmpty(), place, unit);
    }

    /** Whether both names mean one unit. Blank names mean none. */
    public boolean same(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return false;
        }
        if (one.equals(other)) {
            return true;
        }
        Identity a = identity(one);
        Identity b = identity(other);
        if (a.unit != null && b.unit != null) {
            return a.unit == b.unit;
        }
        return !java.util.Collections.disjoint(a.keys, b.keys) || a.bare.equals(b.bare) && !(a.placed && b.placed);
    }

    /** The unit of the pack that a name means; empty for one that the pack does not know. */
    public java.util.Optional<UnitRecord> find(String name) {
        return name.isBlank() ? java.util.Optional.empty() : java.util.Optional.ofNullable(identity(name).unit);
    }

    /** Whether two names may well mean one unit although nothing says so: alike in their characters, the same numbers in them, and not of two places. */
    public boolean alike(String one, String other) {
        Identity a = identity(one);
        Identity b = identity(other);
        if (a.unit != null && b.unit != null || a.placed && b.placed && !a.place.equals(b.place) || !numerals(a.bare).equals(numerals(b.bare))) {
            return false;
        }
        int[] mine = Grams.of(a.bare);
        int[] theirs = Grams.of(b.bare);
        long shared = java.util.Arrays.stream(mine).filter(gram -> java.util.Arrays.binarySearch(theirs, gram) >= 0).count();
        return 2.0 * shared / (mine.length + theirs.length) >= ALIKE;
    }

    private static String numerals(String name) {
        return NOT_NUMERAL.matcher(name).replaceAll("");
    }

    /** Names of one unit have equal buckets; the opposite need not hold. For indexes. */
    public String bucket(String name) {
        Identity identity = identity(name);
        return identity.unit == null ? identity.bare : identity(identity.unit.name()).bare;
    }

    /** The competent unit 主管部门 of a unit that the pack knows; empty if it is not known or its own. */
    public String competent(String name) {
        UnitRecord unit = identity(name).unit;
        UnitRecord above = unit == null ? null : byCode.get(unit.competentUnit());
        return above == null ? "" : above.name();
    }

    /** Every way that a project name may name its unit or place in front: longest first. */
    List<String> prefixes(String name) {
        var found = new HashSet<String>();
        Identity identity = identity(name);
        var names = new ArrayList<String>();
        names.add(name);
        if (identity.unit != null) {
            names.add(identity.unit.name());
            names.addAll(identity.unit.aliases());
        }
        for (String each : names) {
            String folded = PlainText.folded(each);
            found.add(folded);
            found.add(INNER.matcher(folded).replaceAll(""));
            Matcher inner = INNER.matcher(folded);
            while (inner.find()) {
                found.add(inner.group(1));
            }
            addPlace(place(folded), found);
            int place = place(folded).length();
            if (place > 0) {
                found.add(folded.substring(place));
            }
        }
        addPlace(ownPlace, found);
        found.removeIf(prefix -> prefix.length() < 2);
        return found.stream().sorted(java.util.Comparator.comparingInt(String::length).reversed().thenComparing(java.util.Comparator.naturalOrder())).toList();
    }

    private static void addPlace(String place, Set<String> found) {
        String rest = place;
        while (rest.length() > 2) {
            found.add(rest);
            found.add(rest.substring(0, rest.length() - 1));
            int next = 0;
            while (next < rest.length() - 1 && "省市州区县".indexOf(rest.charAt(next)) < 0) {
                next++;
            }
            found.add(rest.substring(0, next + 1));
            found.add(rest.substring(0, next));
            rest = rest.substring(next + 1);
        }
    }

    /** A name and, where it has another in brackets, that one too, each in its short form. */
    private List<String> keys(String name) {
        String folded = PlainText.folded(name);
        var keys = new ArrayList<String>();
        keys.add(shortened(INNER.matcher(folded).replaceAll("")));
        Matcher inner = INNER.matcher(folded);
        while (inner.find()) {
            if (inner.group(1).length() >= 3) {
                keys.add(shortened(inner.group(1)));
            }
        }
        return keys;
    }

    private String shortened(String name) {
        String text = PlainText.letters(name).replace("中国共产党", "").replace("人民政府", "政府").replace("委员会", "委").replace("办公室", "办");
        if (text.startsWith("中共")) {
            text = text.substring(2);
        }
        text = CONNECTOR.matcher(PROVINCE.matcher(text).replaceFirst("")).replaceAll("");
        for (String[] pair : abbreviations) {
            text = text.replace(pair[1], pair[0]);
        }
        return text;
    }

    private static String place(String name) {
        Matcher matcher = PLACE.matcher(name);
        return matcher.find() ? matcher.group() : "";
    }
}
