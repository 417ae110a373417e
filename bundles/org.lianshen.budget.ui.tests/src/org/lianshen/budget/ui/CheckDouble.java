package org.lianshen.budget.ui;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.lianshen.model.Message;
import org.lianshen.model.Money;
import org.lianshen.model.UserProblem;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.linkage.Candidate;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItVerdict;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LineVerdict;
import org.lianshen.model.linkage.MatchedBy;
import org.lianshen.model.linkage.OfficerWords;
import org.lianshen.model.linkage.RunDifference;
import org.lianshen.model.pack.Severity;
import org.lianshen.service.LinkageService;
import org.lianshen.service.Progress;

/** The check: one line, to which two projects are near, and one finding about it, unless a test says otherwise. */
final class CheckDouble implements LinkageService {

    static final UUID NEAR = new UUID(3, 1);
    static final UUID FAR = new UUID(3, 2);

    /** What it was told, in order. */
    final List<String> words = new ArrayList<>();
    /** Of the one line, best first. */
    List<Candidate> candidates = List.of(
            new Candidate(NEAR, "LS-330500-2025-0031", "区域医学影像云平台", "市卫生健康委员会", Money.ofWan(230), new BigDecimal("0.8100"), List.of("区域", "影像云平台"), true, true),
            new Candidate(FAR, "LS-330500-2025-0017", "影像数据归集服务", "市中医院", Money.ofWan(88), new BigDecimal("0.4400"), List.of("影像"), false, false));
    List<Finding> findings = List.of(finding("B01", Severity.E, "B01|x", "区域影像云平台"));
    /** Kept runs beside the last one. */
    final Map<UUID, CheckRun> kept = new LinkedHashMap<>();
    List<RunHead> heads = List.of();
    UserProblem problem;
    boolean checked;
    boolean outdated;
    /** Whole checks, and runs that brought the last one to the facts. */
    int checks;
    int renewals;
    /** What a whole check waits for. */
    CountDownLatch done = new CountDownLatch(0);

    static Finding finding(String rule, Severity severity, String key, String project) {
        return new Finding(rule, severity, key, List.of(FinanceDouble.LINE), "市卫生健康委员会", project, null, null, Money.ofWan(230), null, null, Message.of("demo.budget"), MatchedBy.NONE,
                new BigDecimal("0.8100"), new LinkedHashMap<>(Map.of("最接近", "0.81")));
    }

    CheckRun run(UUID id, int year, List<Finding> found) {
        var result = new LineResult(FinanceDouble.LINE, new ItVerdict(ItVerdict.Answer.YES, List.of()), LineVerdict.UNREVIEWED, null, null, MatchedBy.NONE, new BigDecimal("0.8100"), candidates);
        return new CheckRun(id, year, BudgetWorld.TODAY, "huzhou@2026.1", Instant.EPOCH, "x", List.of(result), found);
    }

    @Override
    public CheckRun check(int year, LocalDate asOf, Progress progress) {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        checks++;
        checked = true;
        outdated = false;
        return last(year).orElseThrow();
    }

    @Override
    public Optional<CheckRun> last(int year) {
        return checked ? Optional.of(run(new UUID(9, checks), year, findings)) : Optional.empty();
    }

    @Override
    public CheckRun renew(int year, Progress progress) {
        renewals++;
        outdated = false;
        return last(year).orElseThrow();
    }

    @Override
    public boolean outdated(int year) {
        return outdated;
    }

    @Override
    public void prepare(int year, Progress progress) {
        // nothing is waited for in these tests
    }

    @Override
    public List<RunHead> runs(int year) {
        if (problem != null) {
            throw problem;
        }
        return heads;
    }

    @Override
    public Optional<CheckRun> run(UUID run) {
        return Optional.ofNullable(kept.get(run));
    }

    @Override
    public Optional<RunDifference> difference(UUID run) {
        throw new AssertionError("not asked for in these tests");
    }

    @Override
    public Optional<RunDifference> difference(UUID earlier, UUID later) {
        return run(earlier).flatMap(before -> run(later).map(after -> RunDifference.between(before, after)));
    }

    private Renewed said(String word) {
        words.add(word);
        return new Renewed(UUID.randomUUID(), last(2027).orElse(null));
    }

    @Override
    public Renewed confirm(UUID line, UUID project, String note) {
        return said("confirm " + project);
    }

    @Override
    public Renewed confirmShare(UUID line, UUID project, Money share, String note) {
        return said("share " + share + " of " + line + " " + project);
    }

    @Override
    public Renewed reject(UUID line, UUID project, String note) {
        return said("reject " + project);
    }

    @Override
    public Renewed revokeLink(UUID line, UUID project, String note) {
        return said("revoke " + project);
    }

    @Override
    public Renewed sayIt(UUID line, ItWord.Answer answer, String note) {
        return said("it " + answer);
    }

    @Override
    public Renewed sameUnit(int year, String alias, String unit, String note) {
        return said("unit " + alias + " = " + unit);
    }

    @Override
    public Renewed revokeUnit(int year, String alias, String unit, String note) {
        return said("no unit " + alias + " = " + unit);
    }

    @Override
    public OfficerWords words() {
        return OfficerWords.NONE;
    }

    @Override
    public void exportFindings(CheckRun run, Path target) {
        words.add("export " + target.getFileName());
    }

    @Override
    public List<Path> mark(CheckRun run, Path target) {
        throw new AssertionError("not asked for in these tests");
    }
}
