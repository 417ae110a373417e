package org.lianshen.model.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Money;
import org.lianshen.model.pack.CheckItem;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.review.ActDetail;

/** 会签意见表 as a workbook for those who have nothing but a spreadsheet program: one page for each project. */
public record OpinionForm(Code code, String bodyName, LocalDate validUntil, List<Page> pages) {

    public OpinionForm {
        pages = List.copyOf(pages);
    }

    /** One project. */
    public record Page(UUID proposal, String reviewNo, String name, String unit, Money applied, int versionNo, LocalDate due, List<CheckItem> items, List<EstimateLine> lines) {
        public Page {
            items = List.copyOf(items);
            lines = List.copyOf(lines);
        }
    }

    /** What the hidden sheet says, and what has to come back as it was. */
    public record Code(UUID form, String place, String body, List<Entry> entries) {
        public Code {
            entries = List.copyOf(entries);
        }

        /** SHA-256, lower-case hex. */
        public String digest() {
            var text = new StringBuilder("lianshen-opinion-form-1\n").append(form).append('\n').append(place).append('\n').append(body).append('\n');
            entries.forEach(entry -> text.append(entry.sheet()).append('\t').append(entry.proposal()).append('\t').append(entry.versionNo()).append('\t').append(entry.digest()).append('\n'));
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }

    /** @param digest of the version */
    public record Entry(String sheet, UUID proposal, int versionNo, String digest) {
    }

    /** A form that came back. */
    public record Filled(Code code, List<FilledPage> pages) {
        public Filled {
            pages = List.copyOf(pages);
        }
    }

    /** A page on which something was filled in. @param signer as written, never blank */
    public record FilledPage(UUID proposal, String sheet, String signer, ActDetail.Opinion opinion) {
    }
}
