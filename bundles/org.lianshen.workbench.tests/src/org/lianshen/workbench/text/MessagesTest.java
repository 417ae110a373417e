package org.lianshen.workbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianshen.workbench.testing.MessageCheck;

class MessagesTest {

    @Test
    void everyTextIsThereInBothLanguages() {
        assertEquals(List.of(), MessageCheck.problems(WorkbenchMessages.class));
    }

    @Test
    void placeholdersAreFilledInTheLanguage() {
        WorkbenchMessages messages = new WorkbenchMessages(Language.CHINESE);
        assertEquals("显示 12 行，共 1,058 行", messages.format(messages.rowsFiltered, 12, 1058));
        messages = new WorkbenchMessages(Language.ENGLISH);
        assertEquals("12 of 1,058 rows", messages.format(messages.rowsFiltered, 12, 1058));
    }

    @Test
    void aUnixWithoutALanguageSpeaksChinese() {
        assertEquals(Language.CHINESE, Language.ofPlatform(Map.of(), true, Locale.ENGLISH));
        assertEquals(Language.CHINESE, Language.ofPlatform(Map.of("LANG", "C.UTF-8"), true, Locale.ENGLISH));
        assertEquals(Language.CHINESE, Language.ofPlatform(Map.of("LANG", "zh_CN.UTF-8"), true, Locale.ENGLISH));
        assertEquals(Language.ENGLISH, Language.ofPlatform(Map.of("LC_ALL", "en_GB.UTF-8", "LANG", "zh_CN.UTF-8"), true, Locale.CHINA));
        assertEquals(Language.ENGLISH, Language.ofPlatform(Map.of(), false, Locale.UK));
        assertEquals(Language.CHINESE, Language.ofPlatform(Map.of(), false, Locale.CHINA));
    }
}
