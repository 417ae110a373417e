package org.lianshen.workbench.kit;

import java.util.List;
import org.lianshen.workbench.look.Tone;

/**
 * The answer to 为什么, asked of a verdict: a finding, a score, a duplicate, a blocked button.
 *
 * @param verdict  what was found, one sentence
 * @param tone     of the verdict
 * @param rule     id and name of the rule: "B01 未经联审，不得纳入预算"; may be empty
 * @param clauses  what the rule rests on
 * @param compared what was compared, each value with where it came from
 */
public record Why(String verdict, Tone tone, String rule, List<Clause> clauses, List<Value> compared) {

    public Why {
        clauses = List.copyOf(clauses);
        compared = List.copyOf(compared);
    }

    /** @param verified whether the wording was checked against the source; shown as 条款已核实 or 待核实 */
    public record Clause(String document, String place, String quote, boolean verified) {
    }

    /** @param source where the value came from: "卫健委2026.xlsx ▸ 项目支出表 ▸ D5"; may be empty */
    public record Value(String name, String value, String source) {
    }
}
