package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.lianshen.service.text.Texts;

class PackTextsTest {

    @Test
    void everyMessageExistsInBothLanguagesAndFormats() throws IOException {
        Properties chinese = texts("pack_zh.properties");
        Properties english = texts("pack_en.properties");
        assertEquals(chinese.keySet(), english.keySet());
        for (Locale locale : new Locale[] { Locale.CHINESE, Locale.ENGLISH }) {
            var texts = new Texts(locale);
            for (String key : chinese.stringPropertyNames()) {
                String text = texts.get("pack." + key, "a", "b", "c", "d");
                assertFalse(text.isBlank() || text.contains("{"), key);
            }
        }
    }

    private static Properties texts(String file) throws IOException {
        var properties = new Properties();
        try (var in = new InputStreamReader(Texts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
