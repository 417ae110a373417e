package org.lianshen.store.bench;

import java.io.IOException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.lianshen.model.Ids;
import org.lianshen.model.audit.AuditEntry;
import org.lianshen.model.budget.BudgetBatch;
import org.lianshen.model.budget.BudgetField;
import org.lianshen.model.budget.BudgetLine;
import org.lianshen.model.budget.SheetKind;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.proposal.ProposalField;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.service.Sessions.StoreState;
import org.lianshen.service.store.Store;
import org.lianshen.service.store.StoreLocation;
import org.lianshen.service.store.Tx;
import org.lianshen.store.H2StoreProvider;

/**
 * Writes to a store until it is killed, and says each number only when its transaction was acknowledged. Every tenth also keeps a file and every fifth imports some
 * hundred budget lines, so that kills meet small and large transactions.
 */
public final class CrashWriter {

    static final String NUMBER = "number";
    private static final int LINES = 400;
    private final Ids ids = new Ids(Clock.systemUTC());
    private final Store store;
    private final Path folder;

    private CrashWriter(Store store, Path folder) {
        this.store = store;
        this.folder = folder;
    }

    /** @param args the store's folder, created when there is none */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var provider = new H2StoreProvider(Clock.systemUTC());
        var location = new StoreLocation.Folder(folder);
        boolean fresh = provider.look(location) == StoreState.NONE;
        Store store = fresh ? provider.create(location) : provider.open(location);
        // The pipe to the process that will kill this one; nothing else may write into it.
        var said = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        said.println("open");
        var writer = new CrashWriter(store, folder);
        for (int number = fresh ? 1 : last(store) + 1;; number++) {
            writer.write(number);
            said.println(number);
        }
    }

    /** The highest number stored. */
    static int last(Store store) {
        return store.read(tx -> tx.settings().get(NUMBER)).map(Integer::valueOf).orElse(0);
    }

    private void write(int number) throws IOException {
        String sha256 = number % 10 == 0 ? store.files().keep(Files.writeString(folder.resolveSibling("attachment"), "content " + number)) : "";
        store.write("writer", "", tx -> {
            proposal(tx, number);
            if (number % 5 == 0) {
                tx.budgets().add(batch(number), lines(number));
            }
            tx.settings().put("kind", "ONE_PERSON");
            tx.settings().put(NUMBER, String.valueOf(number));
            tx.settings().put("file " + number, sha256);
            tx.audit().append(AuditEntry.of("write", String.valueOf(number)));
            return null;
        });
    }

    private void proposal(Tx tx, int number) {
        var form = ProposalForm.EMPTY.with(ProposalField.PROJECT_NAME, "项目 " + number);
        tx.proposals().save(new Proposal(ids.next(), "LS-" + number, form, List.of(), "writer", null, "writer", List.of(), 0));
    }

    private static UUID batchId(int number) {
        return new UUID(1, number);
    }

    private static BudgetBatch batch(int number) {
        return new BudgetBatch(batchId(number), number + ".xlsx", "00".repeat(32), 2026, SheetKind.ANNUAL, List.of(), LINES, null, null, "writer", null);
    }

    private List<BudgetLine> lines(int number) {
        var lines = new ArrayList<BudgetLine>();
        for (int row = 1; row <= LINES; row++) {
            lines.add(new BudgetLine(ids.next(), batchId(number), 2026, SheetKind.ANNUAL, "表", row,
                    Map.of(BudgetField.PROJECT_NAME, "项目 " + number + "-" + row, BudgetField.INITIAL, "10.00"), Map.of()));
        }
        return lines;
    }

    /** What is not there of all that was acknowledged up to a number, in words. */
    static List<String> missing(Store store, int acknowledged) {
        var missing = new ArrayList<String>();
        store.read(tx -> {
            int lines = tx.budgets().lines(2026).size();
            int stored = last(store);
            if (stored < acknowledged) {
                missing.add("acknowledged " + acknowledged + ", stored " + stored);
            }
            var proposals = tx.proposals().all().stream().map(Proposal::reviewNo).collect(Collectors.toSet());
            for (int number = 1; number <= acknowledged; number++) {
                if (!proposals.contains("LS-" + number)) {
                    missing.add("proposal " + number);
                }
            }
            for (int number = 10; number <= acknowledged; number += 10) {
                if (!store.files().has(tx.settings().get("file " + number).orElse(""))) {
                    missing.add("file " + number);
                }
            }
            if (lines != stored / 5 * LINES) {
                missing.add("budget lines " + lines + " of " + stored / 5 * LINES);
            }
            if (proposals.size() != stored) {
                missing.add("proposals beyond the last transaction");
            }
            var audit = tx.audit().verify();
            if (!audit.ok() || audit.records() != stored) {
                missing.add("audit " + audit);
            }
            return null;
        });
        return missing;
    }
}
