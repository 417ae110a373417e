package org.lianshen.model.proposal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.lianshen.model.Money;

/**
 * SHA-256 of a form's canonical text. Each value is written as {@code length:value,} (length in characters; {@code -,} for null), each list with its name and size
 * before it, so that no two forms share a text; numbers without trailing zeros, amounts in fen, dates as ISO. The text begins with its own version.
 */
public final class FormDigest {

    private static final String VERSION = "lianshen-form-1";

    private final StringBuilder text = new StringBuilder();

    private FormDigest() {
    }

    /** Lower-case hex. */
    public static String of(ProposalForm form) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical(form).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String canonical(ProposalForm form) {
        var digest = new FormDigest();
        digest.put(VERSION);
        var fields = form.fields().keySet().stream().sorted(Comparator.comparing(ProposalField::name)).toList();
        digest.list("fields", fields, field -> digest.put(field.name()).put(form.text(field)));
        digest.list("basis", form.basis(), row -> digest.put(row.title()).put(row.issuer()).put(row.documentNo()).put(row.clause()).put(row.kind()));
        digest.list("goals", form.goals(), row -> digest.put(row.level1()).put(row.level2()).put(row.name()).put(row.sign()).put(row.target()).put(row.unit())
                .put(row.weight()));
        digest.list("functions", form.functions(), digest::function);
        digest.list("data", form.data(), row -> digest.put(row.name()).put(String.valueOf(row.needed())).put(row.fields()).put(row.shareType()).put(row.reason())
                .put(row.cycle()).put(row.grade()));
        digest.list("estimate", form.estimate(), digest::line);
        digest.list("funds", form.funds(), row -> digest.put(String.valueOf(row.year())).put(row.kind()).put(row.amount()).put(row.documentNo()));
        digest.list("milestones", form.milestones(), row -> digest.put(row.name()).put(row.date()));
        digest.list("attachments", form.attachments(), row -> digest.put(row.kind()).put(row.fileName()).put(row.sha256()).put(String.valueOf(row.size())));
        return digest.text.toString();
    }

    private void function(FunctionItem row) {
        put(row.path()).put(row.name()).put(row.change()).put(row.ilf()).put(row.eif()).put(row.ei()).put(row.eo()).put(row.eq()).put(row.months()).put(row.amount())
                .put(row.reuse()).put(row.description());
    }

    private void line(EstimateLine row) {
        put(String.valueOf(row.no())).put(row.code()).put(row.item()).put(row.specification()).put(row.quantity()).put(row.unit()).put(row.unitPrice())
                .put(row.factor()).put(row.amount()).put(row.note());
    }

    private <T> void list(String name, List<T> rows, Consumer<T> row) {
        put(name).put(String.valueOf(rows.size()));
        rows.forEach(row);
    }

    private FormDigest put(String value) {
        if (value == null) {
            text.append("-,");
        } else {
            text.append(value.length()).append(':').append(value).append(',');
        }
        return this;
    }

    private FormDigest put(Integer value) {
        return put(value == null ? null : value.toString());
    }

    private FormDigest put(Enum<?> value) {
        return put(value == null ? null : value.name());
    }

    private FormDigest put(BigDecimal value) {
        return put(value == null ? null : value.stripTrailingZeros().toPlainString());
    }

    private FormDigest put(Money value) {
        return put(value == null ? null : Long.toString(value.fen()));
    }

    private FormDigest put(LocalDate value) {
        return put(value == null ? null : value.toString());
    }
}
