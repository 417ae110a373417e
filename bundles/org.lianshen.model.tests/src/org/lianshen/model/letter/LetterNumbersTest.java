package org.lianshen.model.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class LetterNumbersTest {

    @Test
    void theLastNumberIsCountedOnAndTheYearStays() {
        assertEquals("湖财信函〔2026〕15号", LetterNumbers.after("湖财信函〔2026〕15号", 0));
        assertEquals("湖财信函〔2026〕100号", LetterNumbers.after("湖财信函〔2026〕99号", 1));
        assertEquals("函-010", LetterNumbers.after("函-009", 1));
    }

    @Test
    void withoutANumberNothingCounts() {
        assertFalse(LetterNumbers.counts("湖财信函"));
        assertThrows(IllegalArgumentException.class, () -> LetterNumbers.after("湖财信函", 1));
    }
}
