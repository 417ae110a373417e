package org.lianshen.workbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
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
    void whatIsNotEnglishSpeaksChinese() {
        assertEquals(Language.CHINESE, Language.of(Locale.CHINA));
        assertEquals(Language.CHINESE, Language.of(Locale.ROOT));
        assertEquals(Language.ENGLISH, Language.of(Locale.UK));
    }
}
