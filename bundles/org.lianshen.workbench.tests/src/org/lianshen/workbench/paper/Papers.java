package org.lianshen.workbench.paper;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.DocumentService;
import org.lianshen.service.Progress;
import org.lianshen.service.document.IssuedPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block;
import org.lianshen.service.document.PagePictures;
import org.lianshen.service.document.PaperDifference;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.document.Verification;
import org.lianshen.service.document.Verification.Check;

/** Papers of one meeting, and pages with a black square at a known place of each. */
final class Papers implements DocumentService, PagePictures {

    static final UUID MEETING = new UUID(1, 2);
    static final PaperKey MINUTES = new PaperKey(PaperKind.MINUTES, MEETING);
    static final PaperKey OPINION = new PaperKey(PaperKind.OPINION, MEETING, "3/财政");
    static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    /** Millimetres of the page on which the square of {@link #SIDE} begins. */
    static final double LEFT = 28;
    static final double TOP = 37;
    static final double SIDE = 20;

    final List<String> acts = new ArrayList<>();
    final List<IssuedPaper> signed = new ArrayList<>();
    int open;
    int count = 5;
    boolean landscape;
    boolean numberTaken;
    boolean none;
    boolean ofProject;

    static OfficialPaper paper(String words, boolean draft) {
        return OfficialPaper.minutes("湖州市政务信息化项目联审联席会议纪要", "2026年第3次", "", List.of(new Block.Paragraph(words)), List.of(), DAY, "各成员单位。", "市数据局", DAY, draft, "9F3C-21D0-77AB");
    }

    static IssuedPaper version(int no, String words) {
        return new IssuedPaper(new UUID(3, no), MINUTES, no, paper(words, false), "ab".repeat(32), 41, "9F3C-21D0-77AB", "李四", Instant.parse("2026-11-21T02:00:00Z"));
    }

    @Override
    public List<Listed> papers(UUID subject) {
        if (none) {
            return List.of();
        }
        Listed minutes = signed.isEmpty() ? new Listed(MINUTES, Message.of("paper.name.MINUTES", "2026-03"), Standing.DRAFT, null)
                : new Listed(MINUTES, Message.of("paper.name.MINUTES", "2026-03"), signed.size() > 1 ? Standing.CHANGED : Standing.SIGNED, signed.getLast());
        Listed opinion = new Listed(OPINION, Message.of("paper.name.OPINION", "LS-330500-2026-0042", "同意"), Standing.DRAFT, null);
        return ofProject ? List.of(new Listed(new PaperKey(PaperKind.PROPOSAL, MEETING, "1"), Message.of("paper.name.PROPOSAL", "LS-330500-2026-0042", "1"), Standing.WORKING, null), opinion) : List.of(minutes, opinion);
    }

    @Override
    public Composed compose(PaperKey key) {
        if (key.kind() == PaperKind.PROPOSAL) {
            return new Composed(paper("申报书。", false), Standing.WORKING, null, List.of());
        }
        return signed.isEmpty() ? new Composed(paper("核定380.00万元。", true), Standing.DRAFT, null, List.of())
                : signed.size() == 1 ? new Composed(signed.getLast().content(), Standing.SIGNED, signed.getLast(), List.of())
                        : new Composed(paper("核定340.00万元。", true), Standing.CHANGED, signed.getLast(), List.of(Message.of("paper.factsChanged", 2, DAY)));
    }

    @Override
    public OfficialPaper sample(PaperKind kind, String wording) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public List<Message> write(PaperKey key, List<Path> targets) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public List<Message> write(OfficialPaper paper, List<Path> targets) {
        acts.add("write " + targets.stream().map(target -> target.getFileName().toString()).toList());
        return List.of();
    }

    @Override
    public Message dossierName(UUID proposal) {
        return Message.of("paper.name.DOSSIER", "LS-330500-2026-0042", "智慧水务监测平台/二期");
    }

    @Override
    public Written dossier(UUID proposal, Path target, Progress progress) {
        acts.add("dossier " + target.getFileName());
        return new Written(List.of(target), 28, List.of(Message.of("paper.fontReplaced", "仿宋_GB2312", "宋体")));
    }

    @Override
    public Written write(List<PaperKey> keys, PaperWriter.Format format, Path target, Progress progress) {
        acts.add("write " + keys.size() + " " + format + " " + target.getFileName());
        return new Written(List.of(target), keys.size(), List.of());
    }

    @Override
    public Signing signing(PaperKey key) {
        return new Signing("湖联审〔2026〕7号", key.kind() == PaperKind.OPINION, DAY, signed.size() + 1);
    }

    @Override
    public IssuedPaper sign(PaperKey key, String number, LocalDate date) {
        if (numberTaken) {
            numberTaken = false;
            throw UserProblem.of("paper.sign.numberTaken", number, DAY);
        }
        acts.add("sign " + key.kind() + " " + number + " " + date);
        IssuedPaper kept = version(signed.size() + 1, "核定380.00万元。");
        signed.add(kept);
        return kept;
    }

    @Override
    public List<IssuedPaper> versions(PaperKey key) {
        return List.copyOf(signed);
    }

    @Override
    public PaperDifference compare(PaperKey key, int older, int newer) {
        acts.add("compare " + older + " " + newer);
        return PaperDifference.between(paper("会议听取了申报单位汇报。核定380.00万元。", false), paper("会议听取了申报单位汇报。核定360.00万元，分两年安排。", false));
    }

    @Override
    public OfficialPaper changeNote(PaperKey key, int older, int newer) {
        acts.add("note " + older + " " + newer);
        return paper("修改对照表", false);
    }

    @Override
    public Verification verify(String number, String code) {
        acts.add("verify " + number + " " + code);
        return new Verification(code, null, null, List.of(new Check(true, Message.of("paper.verify.chainHolds", 41)), new Check(false, Message.of("paper.verify.otherDigest", number, 1))));
    }

    @Override
    public Verification verify(Path file) {
        throw UserProblem.of("office.truncated", file.getFileName().toString());
    }

    @Override
    public Pages open(List<OfficialPaper> papers) {
        open++;
        return new Pages() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public Size size(int page) {
                return landscape ? new Size(297, 210) : new Size(210, 297);
            }

            @Override
            public Picture picture(int page, int dpi, int top, int rows) {
                int width = size(page).columns(dpi);
                int[] rgb = new int[width * rows];
                Arrays.fill(rgb, 0xFFFFFF);
                for (int row = 0; row < rows; row++) {
                    double y = (top + row) * 25.4 / dpi;
                    for (int column = 0; column < width; column++) {
                        double x = column * 25.4 / dpi;
                        if (y >= TOP && y < TOP + SIDE && x >= LEFT && x < LEFT + SIDE) {
                            rgb[row * width + column] = 0;
                        }
                    }
                }
                return new Picture(width, rows, rgb);
            }

            @Override
            public List<Message> notices() {
                return List.of();
            }

            @Override
            public void close() {
                open--;
            }
        };
    }
}
