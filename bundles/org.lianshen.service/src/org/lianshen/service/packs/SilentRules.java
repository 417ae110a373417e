package org.lianshen.service.packs;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.lianshen.model.linkage.rule.Rules;
import org.lianshen.model.linkage.rule.Silence;
import org.lianshen.model.pack.RulePack;
import org.lianshen.service.text.Texts;

/** Says which rules judge nothing, or not all, because the place has not set what they judge by; so that no finding is not taken for nothing wrong. */
public final class SilentRules {

    private SilentRules() {
    }

    /** One sentence for each, in the order of the rules. */
    public static List<String> say(RulePack pack, Texts texts) {
        return Rules.silent(pack).stream().map(silence -> say(silence, pack, texts)).toList();
    }

    public static String say(Silence silence, RulePack pack, Texts texts) {
        boolean chinese = Locale.CHINESE.getLanguage().equals(texts.locale().getLanguage());
        return say(silence, texts, rule -> chinese ? pack.rule(rule).title() : pack.rule(rule).titleEn(),
                key -> !pack.params().containsKey(key) ? list(key, texts) : chinese ? pack.param(key).title() : pack.param(key).titleEn());
    }

    /** @param ruleTitle of a rule's id, {@code unsetTitle} of the key of a parameter or a list */
    public static String say(Silence silence, Texts texts, UnaryOperator<String> ruleTitle, UnaryOperator<String> unsetTitle) {
        return texts.get(silence.whole() ? "pack.silent.whole" : "pack.silent.part", silence.rule(), ruleTitle.apply(silence.rule()), silence.unset().stream().map(unsetTitle).toList());
    }

    private static String list(String key, Texts texts) {
        return texts.has("pack.list." + key) ? texts.get("pack.list." + key) : key;
    }
}
