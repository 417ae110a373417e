package org.lianshen.service.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;

/** Every message of every area in both languages. */
class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern SUCCESS = Pattern.compile("成功|[!！]$");

    static List<String> areas() {
        return List.of("bench", "budget", "calendar", "catalogue", "cli", "common", "demo", "exchange", "expert", "finding", "form", "identity", "intake", "ledger", "letter", "linkage", "meeting", "office", "official", "pack", "paper", "performance", "proposal", "review", "session", "similarity", "store", "summary", "table", "template", "todo", "usage", "words");
    }

    @Test
    void everyAreaIsListedAbove() throws IOException {
        assertEquals(areas(), files().map(name -> name.substring(name.lastIndexOf('/') + 1).replace("_zh.properties", "")).sorted().toList());
    }

    /** Where the framework runs it knows what the bundle holds; on a plain class path the folder does. */
    private static Stream<String> files() throws IOException {
        Bundle bundle = FrameworkUtil.getBundle(Texts.class);
        if (bundle != null) {
            return bundle.adapt(BundleWiring.class).listResources("/org/lianshen/service/text", "*_zh.properties", BundleWiring.LISTRESOURCES_LOCAL).stream();
        }
        URI found = URI.create(Texts.class.getResource("common_zh.properties").toString());
        try (Stream<Path> files = Files.list(Path.of(found).getParent())) {
            return files.map(Path::toString).filter(name -> name.endsWith("_zh.properties")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void bothLanguagesHaveTheSameKeysAndPlaceholders(String area) throws IOException {
        Properties chinese = load(area, "zh");
        Properties english = load(area, "en");
        assertEquals(new TreeSet<>(chinese.stringPropertyNames()), new TreeSet<>(english.stringPropertyNames()));
        for (String key : chinese.stringPropertyNames()) {
            if (!key.equals("bodyName") && !key.equals("itemName")) {
                assertEquals(placeholders(chinese.getProperty(key)), placeholders(english.getProperty(key)), area + "." + key);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("areas")
    void everyMessageIsFormattedWithoutGaps(String area) throws IOException {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            String language = locale.getLanguage();
            Properties texts = load(area, language);
            for (String key : texts.stringPropertyNames()) {
                String pattern = texts.getProperty(key);
                var asked = placeholders(pattern);
                Object[] args = new Object[asked.isEmpty() ? 0 : asked.last() + 1];
                java.util.Arrays.setAll(args, i -> "<" + i + ">");
                String said = new Texts(locale).get(area + "." + key, args);
                asked.forEach(i -> assertTrue(said.contains("<" + i + ">"), area + "." + key + ": " + said));
                assertFalse(said.contains("{"), said);
                assertFalse(SUCCESS.matcher(said).find(), area + "." + key + ": " + said);
            }
        }
    }

    @Test
    void moneyListsAndMessagesAreSaidInTheLanguage() {
        var message = Message.of("review.refuse.aboveApplied", Money.ofWan(101), Money.ofWan(100));
        assertEquals("核定额 101.00 万元 超过申报额 100.00 万元。请改为不超过申报额。", new Texts(Locale.CHINESE).format(message));
        assertEquals("The approved amount of 101.00 ×10,000 yuan is above the 100.00 ×10,000 yuan applied for. Lower it.", new Texts(Locale.ENGLISH).format(message));
        var list = Message.of("review.refuse.opinionsMissing", List.of(Message.of("review.bodyName", "财政", "Finance")), java.time.LocalDate.of(2026, 11, 9));
        assertTrue(new Texts(Locale.CHINESE).format(list).startsWith("财政的意见"));
        assertTrue(new Texts(Locale.ENGLISH).format(list).startsWith("Opinions of Finance"));
    }

    private static TreeSet<Integer> placeholders(String pattern) {
        new MessageFormat(pattern);
        var found = new TreeSet<Integer>();
        var matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) {
            found.add(Integer.parseInt(matcher.group(1)));
        }
        return found;
    }

    private static Properties load(String area, String language) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(Texts.class.getResourceAsStream(area + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
