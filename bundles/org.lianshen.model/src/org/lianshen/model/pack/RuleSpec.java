package org.lianshen.model.pack;

import java.util.Map;

/**
 * What a linkage rule (B01 … B53) is called, how heavy it is and what to do about a finding. The test itself is code; the words and limits are the pack's.
 *
 * @param id       B01 … B53
 * @param severity severity of a finding
 * @param remedy   what the unit or the officer does next
 * @param clauseId clause that the rule rests on; may be empty
 * @param basis    basis in words
 * @param verified false: shown as 依据待核实
 * @param params   parameters of this rule by key
 * @param active   whether the rule runs; a rule that is not active is not shown as a check that was made
 */
public record RuleSpec(String id, Severity severity, String title, String titleEn, String remedy, String remedyEn, String clauseId, String basis,
        boolean verified, Map<String, Param> params, boolean active) {

    public RuleSpec {
        params = Ordered.copy(params);
    }
}
