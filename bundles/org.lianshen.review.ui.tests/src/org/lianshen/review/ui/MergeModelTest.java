package org.lianshen.review.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.exchange.OpinionComparison.Side;
import org.lianshen.review.ui.MergeModel.Way;
import org.lianshen.service.ExchangeService.Choice;

class MergeModelTest {

    private final MergeModel model = new MergeModel(Parcels.incoming());
    private final UUID id = Reviews.PROPOSAL;

    @Test
    void nothingIsChosenForAnybody() {
        assertEquals("LS-330500-2026-0042", model.open().orElseThrow().reviewNo());
        assertTrue(model.choices().isEmpty());
    }

    @Test
    void whatWasSignedInBetweenWasNotSeen() {
        assertTrue(model.stillHolds(Parcels.incoming()));
        assertFalse(model.stillHolds(Parcels.incoming(new UUID(7, 7))));
    }

    @Test
    void aWholeOpinionIsChosen() {
        model.choose(id, Way.MINE);
        assertTrue(model.open().isEmpty());
        assertEquals(Map.of(id, new Choice.Whole(Side.MINE)), model.choices());
        model.choose(id, Way.THEIRS);
        assertEquals(Map.of(id, new Choice.Whole(Side.THEIRS)), model.choices());
        model.choose(id, Way.OPEN);
        assertTrue(model.open().isPresent());
    }

    @Test
    void fieldByFieldNeedsEveryContestedField() {
        model.choose(id, Way.FIELDS);
        assertTrue(model.open().isPresent());
        MergeModel.contested(Parcels.incoming().conflicts().getFirst()).forEach(field -> model.choose(id, field.key(), Side.THEIRS));
        assertTrue(model.open().isEmpty());
        assertEquals(Map.of(id, new Choice.Fields(Map.of("overall", Side.THEIRS, "item:C1", Side.THEIRS))), model.choices());
        model.choose(id, "overall", null);
        assertTrue(model.open().isPresent());
    }
}
