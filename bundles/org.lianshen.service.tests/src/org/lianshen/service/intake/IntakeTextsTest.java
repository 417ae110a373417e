package org.lianshen.service.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianshen.service.text.Texts;

/** Every message of reading files can be said in both languages, with the same placeholders. */
class IntakeTextsTest {

    private static Properties load(String file) throws IOException {
        var properties = new Properties();
        try (var in = Texts.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "office", "budget"})
    void bothLanguagesSayTheSame(String area) throws IOException {
        Properties zh = load(area + "_zh.properties");
        Properties en = load(area + "_en.properties");
        assertEquals(zh.keySet(), en.keySet());
        Object[] args = {"a0", "a1", "a2", "a3", "a4", "a5"};
        for (Object key : zh.keySet()) {
            String inChinese = new Texts(Locale.CHINESE).get(area + "." + key, args);
            String inEnglish = new Texts(Locale.ENGLISH).get(area + "." + key, args);
            assertFalse(inChinese.contains("{") || inEnglish.contains("{"), key.toString());
            for (Object arg : args) {
                assertEquals(inChinese.contains(arg.toString()), inEnglish.contains(arg.toString()), key + " " + arg);
            }
        }
    }
}
