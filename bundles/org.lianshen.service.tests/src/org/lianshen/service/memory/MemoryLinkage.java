package org.lianshen.service.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetLayout;
import org.lianshen.model.finding.FindingAct;
import org.lianshen.model.finding.FindingTurn;
import org.lianshen.model.finding.RunHead;
import org.lianshen.model.finding.RunPatch;
import org.lianshen.model.ceiling.Pin;
import org.lianshen.model.letter.Letter;
import org.lianshen.model.linkage.CheckRun;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.service.store.Tx;

/** Budget lines and what was found about them: sheets, words of officers, checks, findings, letters, pins. */
final class MemoryLinkage {

    private final MemoryTx tx;
    private final MemoryState state;

    MemoryLinkage(MemoryTx tx) {
        this.tx = tx;
        state = tx.state();
    }

    private void writing() {
        tx.writing();
    }

    Tx.Budgets budgets() {
        return new Tx.Budgets() {
            @Override
            public List<BudgetBatch> batches() {
                return List.copyOf(state.batches.values());
            }

            @Override
            public Optional<BudgetBatch> batch(UUID id) {
                return Optional.ofNullable(state.batches.get(id));
            }

            @Override
            public Tx.Adding adding(UUID id) {
                writing();
                var kept = new ArrayList<BudgetLine>();
                return new Tx.Adding() {
                    @Override
                    public void line(BudgetLine line) {
                        kept.add(line);
                    }

                    @Override
                    public void finish(BudgetBatch batch) {
                        state.batches.put(id, batch);
                        state.lines.put(id, List.copyOf(kept));
                    }
                };
            }

            @Override
            public void eachLineOf(UUID batch, Consumer<BudgetLine> consumer) {
                state.lines.getOrDefault(batch, List.of()).forEach(consumer);
            }

            @Override
            public void undo(UUID batch, Instant at) {
                writing();
                state.batches.computeIfPresent(batch, (id, b) -> new BudgetBatch(b.id(), b.file(), b.sha256(), b.year(), b.kind(), b.sheets(), b.lines(),
                        b.replaces(), b.importedAt(), b.importedBy(), at));
            }

            @Override
            public List<BudgetLine> lines(int year) {
                return seen().filter(line -> line.year() == year).toList();
            }

            @Override
            public void eachLine(Consumer<BudgetLine> consumer) {
                seen().forEach(consumer);
            }

            @Override
            public Optional<BudgetLine> line(UUID id) {
                return state.lines.values().stream().flatMap(List::stream).filter(line -> line.id().equals(id)).findFirst();
            }

            private Stream<BudgetLine> seen() {
                var standing = state.batches.values().stream().filter(batch -> batch.undoneAt() == null).toList();
                var replaced = standing.stream().map(BudgetBatch::replaces).filter(Objects::nonNull).toList();
                return standing.stream().filter(batch -> !replaced.contains(batch.id())).flatMap(batch -> state.lines.get(batch.id()).stream());
            }
        };
    }

    Tx.Layouts layouts() {
        return new Tx.Layouts() {
            @Override
            public List<SheetLayout> all() {
                return List.copyOf(state.layouts);
            }

            @Override
            public Optional<SheetLayout> of(String key) {
                return state.layouts.reversed().stream().filter(layout -> layout.key().equals(key)).findFirst().filter(layout -> !layout.forgotten());
            }

            @Override
            public void add(SheetLayout layout) {
                writing();
                state.layouts.add(layout);
            }
        };
    }

    Tx.Links links() {
        return new Tx.Links() {
            @Override
            public List<LinkDecision> all() {
                return List.copyOf(state.links);
            }

            @Override
            public void add(LinkDecision decision) {
                writing();
                state.links.add(decision);
            }

            @Override
            public List<ItWord> itWords() {
                return List.copyOf(state.itWords);
            }

            @Override
            public void add(ItWord word) {
                writing();
                state.itWords.add(word);
            }

            @Override
            public List<UnitAlias> unitAliases() {
                return List.copyOf(state.unitAliases);
            }

            @Override
            public void add(UnitAlias alias) {
                writing();
                state.unitAliases.add(alias);
            }
        };
    }

    Tx.Checks checks() {
        return new Tx.Checks() {
            @Override
            public Optional<CheckRun> last(int year) {
                return lastHead(year).flatMap(head -> find(head.id()));
            }

            @Override
            public Optional<RunHead> lastHead(int year) {
                return state.heads.stream().filter(head -> head.year() == year).reduce((first, second) -> second);
            }

            @Override
            public Optional<CheckRun> find(UUID run) {
                return Optional.ofNullable(state.checks.get(run));
            }

            @Override
            public List<RunHead> heads(int year) {
                return state.heads.reversed().stream().filter(head -> head.year() == year).map(h -> new RunHead(h.id(), h.year(), h.asOf(), h.pack(), h.at(), h.by(),
                        h.cause(), h.basedOn(), h.counts(), state.checks.containsKey(h.id()))).toList();
            }

            @Override
            public void add(RunHead head, CheckRun run) {
                writing();
                state.heads.add(head);
                state.checks.put(run.id(), run);
            }

            @Override
            public void add(RunHead head, RunPatch patch) {
                add(head, patch.applied(state.checks.get(head.basedOn()), head));
            }

            @Override
            public void thin(Collection<UUID> runs) {
                writing();
                state.checks.keySet().removeAll(runs);
            }
        };
    }

    Tx.Findings findings() {
        return new Tx.Findings() {
            @Override
            public List<FindingAct> acts(int year) {
                return state.findingActs.stream().filter(act -> act.year() == year).toList();
            }

            @Override
            public void add(FindingAct act) {
                writing();
                state.findingActs.add(act);
            }

            @Override
            public List<FindingTurn> turns(int year) {
                return state.findingTurns.stream().filter(turn -> turn.year() == year).toList();
            }

            @Override
            public void add(Collection<FindingTurn> turns) {
                writing();
                state.findingTurns.addAll(turns);
            }
        };
    }

    Tx.Letters letters() {
        return new Tx.Letters() {
            @Override
            public List<Letter> of(int year) {
                return state.letters.stream().filter(letter -> letter.year() == year).toList();
            }

            @Override
            public void add(Letter letter) {
                writing();
                state.letters.add(letter);
            }
        };
    }

    Tx.Pins pins() {
        return new Tx.Pins() {
            @Override
            public List<Pin> of(int year) {
                return state.pins.stream().filter(pin -> pin.year() == year).toList();
            }

            @Override
            public void add(Pin pin) {
                writing();
                state.pins.add(pin);
            }
        };
    }
}
