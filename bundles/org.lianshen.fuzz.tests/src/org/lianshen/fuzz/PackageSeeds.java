package org.lianshen.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.lianshen.exchange.PackageText;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.exchange.PackageContent;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.pack.PackChange;
import org.lianshen.model.pack.PackEdit;
import org.lianshen.model.pack.PackEdits;
import org.lianshen.model.pack.PackPath;
import org.lianshen.model.pack.PackValue;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.model.proposal.EstimateCode;
import org.lianshen.model.proposal.EstimateLine;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.model.proposal.ProposalVersion;
import org.lianshen.model.review.ActDetail;
import org.lianshen.model.review.Batch;
import org.lianshen.model.review.CheckAnswer;
import org.lianshen.model.review.Cut;
import org.lianshen.model.review.Overall;
import org.lianshen.model.review.ReviewAct;

/** Small sound packages and cards, of each thing one. */
final class PackageSeeds {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final String HEADER = """
            {"id":"019aaaaa-0000-7000-8000-000000000001","kind":"REVIEW","place":"huzhou","packId":"huzhou@2026.1","packDigest":"%s","store":"019aaaaa-0000-7000-8000-000000000002",\
            "sender":"%s","receiver":"%s","body":"FIN","created":"2026-11-22T04:00:00Z","validUntil":"2026-12-22"}""".formatted("ab".repeat(32), "cd".repeat(32), "ef".repeat(32));
    private static final String CARD = """
            {"format":"lianshen-key-card","formatVersion":1,"card":{"fingerprint":"%s","publicKey":"04%s","place":"huzhou","store":"019aaaaa-0000-7000-8000-000000000002","body":"FIN",\
            "holder":"王芳","madeAt":"2026-11-22T04:00:00Z"},"signature":"3044022100%s"}""".formatted("ab".repeat(32), "cd".repeat(64), "ef".repeat(31));

    private PackageSeeds() {
    }

    static List<byte[]> all() {
        try {
            byte[] inside = inside();
            return List.of(with(PackageFuzz.OUTSIDE, outside()), with(PackageFuzz.CARD, CARD.getBytes(StandardCharsets.UTF_8)), with(PackageFuzz.INSIDE, inside),
                    with(PackageFuzz.PROJECTS, projects(inside)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] with(byte way, byte[] rest) {
        byte[] input = new byte[rest.length + 1];
        input[0] = way;
        System.arraycopy(rest, 0, input, 1, rest.length);
        return input;
    }

    private static byte[] outside() throws IOException {
        byte[] header = HEADER.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(new byte[] {'L', 'S', 'P', 'K', '\r', '\n', 0x1A, (byte) 0x89});
            out.writeShort(1);
            out.writeInt(header.length);
            out.write(header);
            out.writeShort(112);
            out.write(new byte[112 + 12 + 40 + 70]);
            out.writeShort(70);
        }
        return bytes.toByteArray();
    }

    private static byte[] inside() throws IOException {
        var form = ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, "智慧水务平台").withEstimate(List.of(new EstimateLine(1, EstimateCode.values()[0], "开发", "", new BigDecimal("1.50"), "套",
                Money.ofFen(12_345), null, Money.ofFen(1), ""))).withAttachments(List.of(new Attachment("建设方案", "方案.pdf", "ab".repeat(32), 7)));
        UUID id = new UUID(1, 1);
        UUID expert = new UUID(2, 2);
        var version = new ProposalVersion(1, form, FormDigest.of(form), NOON, "edu", List.of(), "huzhou@2026.1");
        var proposal = new Proposal(id, "LS-330500-2026-0042", form, List.of(), "edu", NOON, "edu", List.of(version), 0);
        var acts = List.of(new ReviewAct(new UUID(3, 1), id, 1, 1, "DATA", "张三", "zhang", false, null, NOON, new ActDetail.Acceptance(LocalDate.of(2026, 11, 30), Batch.URGENT)),
                new ReviewAct(new UUID(3, 2), id, 2, 1, "FIN", "王芳", "li@12345678", false, null, NOON, new ActDetail.Opinion(1, List.of(new CheckAnswer("C1", org.lianshen.model.review.Verdict.FAIL, "问题", "", "")),
                        Overall.DISAGREE, List.of(new Cut(1, Money.ofFen(100), "偏高")), "", "")));
        var sheet = new ScoreSheet(1, Map.of("plan", new BigDecimal("12.5")), "方案", "", "", "", Overall.AGREE, true);
        var panel = List.of(new ExpertAct(new UUID(4, 1), id, 1, 1, "sec", NOON, new ExpertStep.Annulment(Message.of("expert.pool.lacks", 3, Money.ofFen(1), new BigDecimal("1.5"), List.of("x")))),
                new ExpertAct(new UUID(4, 2), id, 2, 1, "ZJ0001@12345678", NOON, new ExpertStep.Scoring(expert, sheet, new ExpertStep.Signature("赵教授", false, null))));
        var edits = new PackEdits(List.of(new PackEdit(new PackChange(PackPath.of("params", "x"), new PackValue.Flag(true), PackValue.Items.of(List.of("云"))), "因为", "wang", NOON)));
        var rules = new PackVersion("huzhou", 1, "2026.1", "cd".repeat(32), LocalDate.of(2026, 11, 1), edits, "理由", NOON, "wang", "ef".repeat(32));
        var who = new Expert(expert, "ZJ0001", "赵教授", "大学", List.of(), "教授", Set.of(Expertise.COST), "", "", "", true, "", Expert.Interests.NONE, "", 1);
        var out = new ByteArrayOutputStream();
        PackageText.write(new PackageContent(List.of(new PackageContent.Project(proposal, acts, panel)), List.of(rules),
                List.of(new PackageContent.Returned(id, proposal.reviewNo(), 1, version.digest(), acts, panel)), who), out);
        return out.toByteArray();
    }

    private static byte[] projects(byte[] inside) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(inside))) {
            zip.getNextEntry();
            zip.getNextEntry();
            return zip.readAllBytes();
        }
    }
}
