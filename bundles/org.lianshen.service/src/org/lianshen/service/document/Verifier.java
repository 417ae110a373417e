package org.lianshen.service.document;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.audit.AuditRecord;
import org.lianshen.model.audit.AuditVerdict;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.Verification.Check;
import org.lianshen.service.store.Tx;

/** Checks paper against log: which audit record a code stands for, whether the chain holds up to it, whether the signed version is what was signed, and whether a file says the same. */
final class Verifier {

    private static final Pattern NUMBER = Pattern.compile("[\\p{IsHan}A-Za-z]{1,20}〔\\d{4}〕\\d+号");
    /** The record of a signing follows the one whose code was printed, behind those of acts that it made. */
    private static final int NEAR = 20;

    private final Tx tx;
    private final ZoneId zone;
    private final List<Check> checks = new ArrayList<>();
    private String code = "";
    private AuditRecord entry;
    private IssuedPaper paper;

    Verifier(Tx tx, ZoneId zone) {
        this.tx = tx;
        this.zone = zone;
    }

    Verification result() {
        return new Verification(code, entry, paper, checks);
    }

    private void holds(String key, Object... args) {
        checks.add(new Check(true, Message.of(key, args)));
    }

    private void fails(String key, Object... args) {
        checks.add(new Check(false, Message.of(key, args)));
    }

    /** @param number as printed, or empty; {@code typed} the code as printed, or empty where the number is given */
    Verifier typed(String number, String typed) {
        String bears = number == null ? "" : number.strip();
        boolean coded = typed != null && !typed.isBlank();
        if (coded) {
            code = AuditCode.read(typed).orElse("");
        }
        if (coded && code.isEmpty()) {
            fails("paper.verify.noCode", typed.strip());
        } else if (!coded && bears.isEmpty()) {
            fails("paper.verify.nothing");
        } else {
            guarded(() -> {
                if (code.isEmpty()) {
                    byNumber(bears);
                } else {
                    byCode(bears);
                }
            });
        }
        return this;
    }

    /** @param text of a file */
    Verifier read(String text) {
        code = AuditCode.in(text).orElse("");
        guarded(() -> {
            if (!code.isEmpty()) {
                byCode("");
            } else {
                numberIn(text.replaceAll("\\s+", "")).ifPresentOrElse(this::byNumber, () -> fails("paper.verify.noneInFile"));
            }
            if (paper == null && !code.isEmpty() && entry != null) {
                fails("paper.verify.draft", code);
            }
        });
        return this;
    }

    /** A signed paper that was changed in the store cannot be read. */
    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (IssuedPaper.Damaged changed) {
            changed.messages().forEach(message -> checks.add(new Check(false, message)));
        }
    }

    private void byCode(String number) {
        find(AuditCode.beginning(code));
        List<IssuedPaper> carrying = tx.papers().coded(code);
        List<IssuedPaper> named = number.isEmpty() ? carrying : carrying.stream().filter(each -> each.number().equals(number)).toList();
        if (!named.isEmpty()) {
            paper(named.getFirst());
        } else if (!number.isEmpty()) {
            List<IssuedPaper> others = tx.papers().numbered(number);
            if (others.isEmpty()) {
                fails("paper.verify.unknownNumber", number);
            } else {
                fails("paper.verify.otherCode", number, code, others.getLast().code());
            }
        }
    }

    /** What stands before the year may be part of the number or of the line above it. */
    private Optional<String> numberIn(String text) {
        Matcher printed = NUMBER.matcher(text);
        while (printed.find()) {
            for (String number = printed.group(); !number.startsWith("〔"); number = number.substring(1)) {
                if (!tx.papers().numbered(number).isEmpty()) {
                    return Optional.of(number);
                }
            }
        }
        return Optional.empty();
    }

    private void byNumber(String number) {
        List<IssuedPaper> versions = tx.papers().numbered(number);
        if (versions.isEmpty()) {
            fails("paper.verify.unknownNumber", number);
            return;
        }
        code = versions.getLast().code();
        find(AuditCode.beginning(code));
        paper(versions.getLast());
    }

    private void find(String beginning) {
        AuditVerdict chain = tx.audit().verify();
        List<AuditRecord> found = tx.audit().beginning(beginning);
        if (found.isEmpty()) {
            fails("paper.verify.unknownCode", code);
        } else {
            entry = found.getFirst();
            holds("paper.verify.record", code, entry.seq(), time(entry.at()), entry.actor());
        }
        long upTo = entry == null ? chain.records() : entry.seq();
        if (chain.firstBroken() != null && (entry == null || chain.firstBroken() <= upTo)) {
            fails("paper.verify.chain", chain.firstBroken());
        } else if (entry != null) {
            holds("paper.verify.chainHolds", upTo);
        }
    }

    private void paper(IssuedPaper issued) {
        paper = issued;
        String name = issued.content().name();
        Message called = name.contains(issued.number()) ? Message.of("paper.verify.named", name) : Message.of("paper.verify.namedNumbered", name, issued.number());
        holds("paper.verify.paper", called, issued.version(), time(issued.at()), issued.by());
        boolean signed = tx.audit().from(issued.auditSeq() + 1, NEAR).stream()
                .anyMatch(each -> each.action().equals(Issuing.SIGNED) && each.object().equals("paper " + issued.id()) && each.note().endsWith(issued.digest()));
        boolean follows = entry != null && entry.seq() == issued.auditSeq();
        if (signed && follows) {
            holds("paper.verify.digest", issued.digest());
        } else {
            fails("paper.verify.otherDigest", issued.number(), issued.version());
        }
        tx.papers().of(issued.key().subject()).stream().filter(each -> each.key().equals(issued.key()) && each.version() > issued.version()).reduce((older, newer) -> newer)
                .ifPresent(newer -> holds("paper.verify.newer", newer.version(), time(newer.at())));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone).format(at);
    }

    /** The file's text against that of a fresh file of the signed version. */
    static Verification against(Verification known, Path file, String stored, String given) {
        List<Check> checks = new ArrayList<>(known.checks());
        List<String> heads = heads(known.paper().content());
        String kept = plain(stored, heads);
        String shown = plain(given, heads);
        if (kept.equals(shown)) {
            checks.add(new Check(true, Message.of("paper.verify.sameText", file.getFileName().toString(), known.paper().version())));
        } else {
            int at = 0;
            while (at < kept.length() && at < shown.length() && kept.charAt(at) == shown.charAt(at)) {
                at++;
            }
            checks.add(new Check(false, Message.of("paper.verify.otherText", file.getFileName().toString(), known.paper().version(), around(kept, at), around(shown, at))));
        }
        return new Verification(known.code(), known.record(), known.paper(), checks);
    }

    /** Without what depends on where lines and pages break: a table has its head again on each page. */
    private static String plain(String text, List<String> heads) {
        String plain = unspaced(text).replaceAll("[—–－-]\\d+[—–－-]", "");
        for (String head : heads) {
            plain = plain.replace(head, "");
        }
        return plain;
    }

    private static String unspaced(String text) {
        return text.replaceAll("[\\s\\u00a0\\u200b\\ufeff\\u3000]+", "");
    }

    private static List<String> heads(OfficialPaper paper) {
        return Stream.concat(paper.blocks().stream(), paper.enclosures().stream().flatMap(enclosure -> enclosure.blocks().stream())).filter(Block.Table.class::isInstance)
                .map(block -> unspaced(String.join("", ((Block.Table) block).head()))).filter(head -> !head.isEmpty()).distinct().toList();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 8), Math.min(text.length(), at + 16));
    }
}
