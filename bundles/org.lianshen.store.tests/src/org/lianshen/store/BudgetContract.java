package org.lianshen.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.AmountUnit;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingId;
import org.lianshen.model.finding.FindingStep;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunPatch;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LineResult;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.UnitAlias;

/** What every store promises about budgets and what is said of them: layouts, lines, words, checks, findings, letters; runs on H2 and on PostgreSQL. */
abstract class BudgetContract extends StoreFixture {

    BudgetBatch budgetBatch(UUID replaces, int year, Anything anything) {
        var b = anything.of(BudgetBatch.class);
        return new BudgetBatch(ids.next(), "预算.xlsx", "cd".repeat(32), year, SheetKind.ANNUAL, b.sheets(), 7, replaces, clock.instant(), b.importedBy(), null);
    }

    List<BudgetLine> lines(UUID batch, int year, int count, Anything anything) {
        var lines = new ArrayList<BudgetLine>();
        for (int i = 0; i < count; i++) {
            var l = anything.of(BudgetLine.class);
            lines.add(new BudgetLine(ids.next(), batch, year, SheetKind.QUOTA, "表" + i % 2, count - i, l.values(), l.raw(), l.rules()));
        }
        return lines;
    }

    @Test
    void whatWasLearntLastAboutALayoutCounts() {
        var first = new SheetLayout(ids.next(), "a", "项目表", Map.of(BudgetField.PROJECT_NAME, "C", BudgetField.REMARK, ""), AmountUnit.WAN, SheetKind.QUOTA, false, clock.instant(), "li");
        var second = new SheetLayout(ids.next(), "a", "项目表", Map.of(BudgetField.PROJECT_NAME, "D"), null, null, false, clock.instant(), "li");
        var gone = new SheetLayout(ids.next(), "a", "项目表", Map.of(), null, null, true, clock.instant(), "li");
        write(tx -> tx.layouts().add(first));
        assertEquals(Optional.of(first), read(tx -> tx.layouts().of("a")));
        assertEquals(Optional.empty(), read(tx -> tx.layouts().of("b")));
        write(tx -> tx.layouts().add(second));
        assertEquals(Optional.of(second), read(tx -> tx.layouts().of("a")));
        write(tx -> tx.layouts().add(gone));
        assertEquals(Optional.empty(), read(tx -> tx.layouts().of("a")));
        assertEquals(List.of(first, second, gone), read(tx -> tx.layouts().all()));
    }

    @Test
    void linesAreStoredOneByOneAndSeenWithTheirBatchOnly() {
        var anything = new Anything(7);
        var batch = budgetBatch(null, 2026, anything);
        var lines = lines(batch.id(), 2026, 2500, anything);
        assertThrows(IllegalStateException.class, () -> write(tx -> {
            lines.forEach(tx.budgets().adding(batch.id())::line);
            throw new IllegalStateException("turned away");
        }));
        assertEquals(List.of(), read(tx -> tx.budgets().lines(2026)));
        assertEquals(List.of(), read(tx -> {
            var left = new ArrayList<BudgetLine>();
            tx.budgets().eachLineOf(batch.id(), left::add);
            return left;
        }), "nothing stays of what was not finished");
        write(tx -> {
            var adding = tx.budgets().adding(batch.id());
            lines.forEach(adding::line);
            adding.finish(batch);
        });
        assertEquals(lines, read(tx -> tx.budgets().lines(2026)));
        var of = new ArrayList<BudgetLine>();
        read(tx -> {
            tx.budgets().eachLineOf(batch.id(), of::add);
            return null;
        });
        assertEquals(lines, of);
    }

    @Test
    void budgetLinesComeBackAsTheyWereInTheirOrder() {
        var anything = new Anything(5, 20);
        var batch = budgetBatch(null, 2026, anything);
        var lines = lines(batch.id(), 2026, 2345, anything);
        var later = budgetBatch(null, 2027, anything);
        var laterLines = lines(later.id(), 2027, 3, anything);
        write(tx -> tx.budgets().add(batch, lines));
        write(tx -> tx.budgets().add(later, laterLines));
        reopen();
        assertEquals(List.of(batch, later), read(tx -> tx.budgets().batches()));
        assertEquals(Optional.of(later), read(tx -> tx.budgets().batch(later.id())));
        assertEquals(lines, read(tx -> tx.budgets().lines(2026)));
        assertEquals(laterLines, read(tx -> tx.budgets().lines(2027)));
        assertEquals(Optional.of(lines.get(1000)), read(tx -> tx.budgets().line(lines.get(1000).id())));
        var each = new ArrayList<BudgetLine>();
        read(tx -> {
            tx.budgets().eachLine(each::add);
            return null;
        });
        lines.addAll(laterLines);
        assertEquals(lines, each);
    }

    @Test
    void replacedAndUndoneBatchesAreNotSeen() {
        var anything = new Anything(6);
        var first = budgetBatch(null, 2026, anything);
        var second = budgetBatch(first.id(), 2026, anything);
        var third = budgetBatch(second.id(), 2026, anything);
        var batches = List.of(first, second, third);
        var lines = batches.stream().map(batch -> lines(batch.id(), 2026, 2, anything)).toList();
        for (int i = 0; i < 3; i++) {
            int index = i;
            write(tx -> tx.budgets().add(batches.get(index), lines.get(index)));
            assertEquals(lines.get(i), read(tx -> tx.budgets().lines(2026)), "the last one counts");
        }
        write(tx -> tx.budgets().undo(second.id(), clock.instant()));
        assertEquals(lines.get(2), read(tx -> tx.budgets().lines(2026)), "the first stays replaced while the third stands");
        write(tx -> tx.budgets().undo(third.id(), clock.instant()));
        assertEquals(lines.get(0), read(tx -> tx.budgets().lines(2026)), "with both taken back the first counts again");
        assertEquals(clock.instant(), read(tx -> tx.budgets().batch(third.id())).orElseThrow().undoneAt());
    }

    @Test
    void decisionsOnLinksComeBackOldestFirst() {
        var decisions = new ArrayList<LinkDecision>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var anything = new Anything(seed);
            var d = anything.of(LinkDecision.class);
            var decision = new LinkDecision(ids.next(), anything.text(), d.line(), anything.id(), LinkDecision.Answer.values()[seed % 3], d.share(), d.by(), Instant.ofEpochSecond(1000 - seed), d.note());
            decisions.addFirst(decision);
            write(tx -> tx.links().add(decision));
        }
        assertEquals(decisions, read(tx -> tx.links().all()));
    }

    @Test
    void wordsOnItLinesAndUnitsComeBackOldestFirst() {
        var words = new ArrayList<ItWord>();
        var aliases = new ArrayList<UnitAlias>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var anything = new Anything(seed);
            var any = anything.of(ItWord.class);
            var at = Instant.ofEpochSecond(1000 - seed);
            var word = new ItWord(ids.next(), anything.text(), any.line(), ItWord.Answer.values()[seed % 3], any.by(), at, any.note());
            words.addFirst(word);
            var alias = new UnitAlias(ids.next(), anything.text(), anything.text(), seed % 2 == 0, any.by(), at, any.note());
            aliases.addFirst(alias);
            write(tx -> {
                tx.links().add(word);
                tx.links().add(alias);
            });
        }
        reopen();
        assertEquals(words, read(tx -> tx.links().itWords()));
        assertEquals(aliases, read(tx -> tx.links().unitAliases()));
    }

    @Test
    void aRunKeptAsWhatItChangesComesBackWhole() {
        var run = new Anything(3, 6).of(CheckRun.class);
        var base = new CheckRun(ids.next(), 2026, run.asOf(), run.pack(), clock.instant(), run.by(), distinct(run.lines(), LineResult::line),
                List.of(finding("B11", new Anything(4)), finding("B12", new Anything(5))));
        write(tx -> tx.checks().add(base));
        CheckRun last = base;
        for (int step = 1; step <= 5; step++) {
            var anything = new Anything(100 + step);
            LineResult any = anything.of(LineResult.class);
            List<LineResult> lines = last.lines().isEmpty() ? List.of()
                    : List.of(new LineResult(last.lines().getFirst().line(), any.it(), any.verdict(), any.project(), any.reviewNo(), any.matchedBy(), any.score(), any.candidates()));
            List<FindingId> gone = last.findings().isEmpty() ? List.of() : List.of(FindingId.of(last.findings().getFirst()));
            var patch = new RunPatch(lines, gone, List.of(finding("B0" + step, anything)));
            var head = new RunHead(ids.next(), 2026, any.score() == null ? null : base.asOf(), base.pack(), clock.instant().plusSeconds(step), "li", RunHead.Cause.WORD, last.id(),
                    new RunHead.Counts(1, 2, 3, 4, 5, 6), true);
            last = patch.applied(last, head);
            write(tx -> tx.checks().add(head, patch));
            assertEquals(Optional.of(head), read(tx -> tx.checks().lastHead(2026)));
        }
        reopen();
        CheckRun expected = last;
        assertEquals(Optional.of(expected), read(tx -> tx.checks().last(2026)));
        assertEquals(Optional.of(expected), read(tx -> tx.checks().find(expected.id())));
        assertEquals(Optional.of(base), read(tx -> tx.checks().find(base.id())));
        assertEquals(6, read(tx -> tx.checks().heads(2026)).size());
        assertEquals(expected.id(), read(tx -> tx.checks().heads(2026)).getFirst().id());
    }

    private static Finding finding(String rule, Anything anything) {
        Finding any = anything.of(Finding.class);
        return new Finding(rule, any.severity(), anything.text(), any.lines(), any.unit(), any.projectName(), any.project(), any.reviewNo(), any.amount(), any.approved(),
                any.difference(), any.message(), any.matchedBy(), any.score(), any.evidence());
    }

    private static <T> List<T> distinct(List<T> items, java.util.function.Function<T, Object> key) {
        var seen = new java.util.HashSet<Object>();
        return items.stream().filter(item -> seen.add(key.apply(item))).toList();
    }

    @Test
    void thinnedRunsKeepTheirHeadsAlone() {
        for (int seed = 0; seed < 3; seed++) {
            var r = new Anything(seed).of(CheckRun.class);
            var run = new CheckRun(ids.next(), 2026, r.asOf(), r.pack(), clock.instant().plusSeconds(seed), r.by(), r.lines(), r.findings());
            write(tx -> tx.checks().add(run));
        }
        List<RunHead> heads = read(tx -> tx.checks().heads(2026));
        write(tx -> tx.checks().thin(List.of(heads.get(1).id(), heads.get(2).id())));
        assertEquals(List.of(true, false, false), read(tx -> tx.checks().heads(2026)).stream().map(RunHead::kept).toList());
        assertEquals(Optional.empty(), read(tx -> tx.checks().find(heads.get(2).id())));
        assertTrue(read(tx -> tx.checks().last(2026)).isPresent());
    }

    @Test
    void theLifeOfFindingsComesBackAsItWas() {
        var acts = new ArrayList<FindingAct>();
        var turns = new ArrayList<FindingTurn>();
        for (Class<?> kind : FindingStep.class.getPermittedSubclasses()) {
            for (int seed = 0; seed < 5; seed++) {
                var anything = new Anything(seed);
                var any = anything.of(FindingAct.class);
                var id = new FindingId("B01", anything.text());
                var at = clock.instant().plusSeconds(acts.size());
                var act = new FindingAct(ids.next(), 2026, id, any.run(), any.body(), any.signedBy(), any.recordedBy(), any.onBehalf(), seed % 2 == 0 ? null : "ab".repeat(32), at,
                        (FindingStep) anything.of(kind));
                acts.add(act);
                var turn = new FindingTurn(ids.next(), 2026, id, at, seed % 2 == 0, seed % 2 == 0 ? null : finding("B01", anything));
                var second = new FindingTurn(turn.run(), 2026, new FindingId("B02", "x"), at, true, null);
                turns.add(turn);
                turns.add(second);
                write(tx -> {
                    tx.findings().add(act);
                    tx.findings().add(List.of(turn, second));
                });
            }
        }
        reopen();
        assertEquals(acts, read(tx -> tx.findings().acts(2026)));
        assertEquals(turns, read(tx -> tx.findings().turns(2026)));
        assertEquals(List.of(), read(tx -> tx.findings().acts(2025)));
    }

    @Test
    void lettersAndPinsComeBackByYearOldestFirst() {
        var letters = new ArrayList<Letter>();
        var pins = new ArrayList<Pin>();
        for (int seed = 0; seed < SEEDS; seed++) {
            var anything = new Anything(seed);
            var at = Instant.ofEpochSecond(1000 - seed);
            var any = anything.of(Letter.class);
            var letter = new Letter(ids.next(), 2027, any.number(), anything.text(), any.date(), any.due(), List.of(new Letter.Told("B01", anything.text())), any.signatory(), List.of(anything.text()),
                    any.by(), at);
            letters.addFirst(letter);
            var pin = new Pin(ids.next(), 2027, anything.id(), Pin.Kind.values()[seed % 3], anything.text(), anything.text(), at);
            pins.addFirst(pin);
            write(tx -> {
                tx.letters().add(letter);
                tx.pins().add(pin);
            });
        }
        reopen();
        assertEquals(letters, read(tx -> tx.letters().of(2027)));
        assertEquals(pins, read(tx -> tx.pins().of(2027)));
        assertEquals(List.of(), read(tx -> tx.letters().of(2026)));
        assertEquals(List.of(), read(tx -> tx.pins().of(2026)));
    }

    @Test
    void checkRunsComeBackAsTheyWereAndTheLastOneCounts() {
        for (int seed = 0; seed < 3; seed++) {
            var r = new Anything(seed, 40).of(CheckRun.class);
            var run = new CheckRun(ids.next(), 2026, r.asOf(), r.pack(), clock.instant().plusSeconds(seed), r.by(), r.lines(), r.findings());
            write(tx -> tx.checks().add(run));
            assertEquals(Optional.of(run), read(tx -> tx.checks().last(2026)));
        }
        assertEquals(Optional.empty(), read(tx -> tx.checks().last(2025)));
    }
}
