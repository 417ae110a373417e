package org.lianshen.service.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinInitialsTest {

    @ParameterizedTest
    @CsvSource({"湖州市数据局,hzssjj", "教育数据共享平台,jysjgxpt", "政务云IRS升级,zwyirssj", "阿波次得额发哥哈机卡啦妈那哦怕七日撒他挖西压杂,abcdefghjklmnopqrstwxyz", "啊座,az"})
    void initialsOfCommonCharacters(String text, String initials) {
        assertEquals(initials, PinyinInitials.of(text));
    }

    @Test
    void aRareCharacterMatchesAnyLetterButNotAlone() {
        assertEquals("z?x", PinyinInitials.of("诸暨县"));
        assertTrue(PinyinInitials.match("zjx", "诸暨县"));
        assertFalse(PinyinInitials.match("j", "暨"));
        assertFalse(PinyinInitials.match("zjs", "诸暨县"));
    }
}
