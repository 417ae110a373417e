package org.lianshen.model.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.pack.UnitRecord;

/**
 * Which operation a place buys together (集约化运维, domain.md §1.3), by the pack's lists: {@code ops.pooledCategories} names the kinds, {@code ops.pooledCategoryWords}
 * ({@code 网络安全=等级保护|防火墙}) the words beside the name that tell one, {@code ops.pooledWords} what a line in the pool says of itself.
 */
public final class PooledOperation {

    private final List<Category> categories;
    private final List<String> poolWords;
    private final UnitDirectory units;
    private final String buyer;

    /** @param word that told it */
    public record Category(String name, String word) {
    }

    public PooledOperation(RulePack pack, UnitDirectory units) {
        var found = new ArrayList<Category>();
        List<String[]> words = pack.list("ops.pooledCategoryWords").stream().map(entry -> entry.split("=", 2)).toList();
        for (String name : pack.list("ops.pooledCategories")) {
            found.add(new Category(name, PlainText.folded(name)));
            words.stream().filter(pair -> pair[0].equals(name)).flatMap(pair -> List.of(pair[1].split("\\|")).stream())
                    .forEach(word -> found.add(new Category(name, PlainText.folded(word))));
        }
        categories = List.copyOf(found);
        poolWords = pack.list("ops.pooledWords").stream().map(PlainText::folded).toList();
        this.units = units;
        buyer = pack.bodies().stream().filter(body -> body.lead() && body.kind() == ReviewBody.Kind.DATA).findFirst().map(body -> name(pack, body)).orElse("");
    }

    private static String name(RulePack pack, ReviewBody body) {
        return pack.units().stream().filter(unit -> unit.code().equals(body.unitCode())).findFirst().map(UnitRecord::name).orElse(body.name());
    }

    /** The kind that a line is of, by its name, else by its remark; in the pack's order where it is of several. Empty for what the place does not pool. */
    public Optional<Category> category(CheckedLine line) {
        return category(line.line().project()).or(() -> category(line.line().text(BudgetField.REMARK)));
    }

    private Optional<Category> category(String text) {
        String folded = PlainText.folded(text);
        return categories.stream().filter(category -> folded.contains(category.word())).findFirst();
    }

    /** Whether a line says that it is bought in the pool, or is asked for by the body that leads it and buys for all. */
    public boolean pooled(CheckedLine line) {
        String text = PlainText.folded(line.line().project() + " " + line.line().text(BudgetField.REMARK));
        return poolWords.stream().anyMatch(text::contains) || units.same(line.line().unit(), buyer);
    }
}
