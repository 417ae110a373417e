package org.lianshen.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every reader that takes files from outside, with its target, its seeds, and how long its inputs may get. */
enum Reader {
    XLSX(XlsxFuzz.class, XlsxFuzz::fuzzerTestOneInput, Seeds::xlsx, 16_384),
    XLS(XlsFuzz.class, XlsFuzz::fuzzerTestOneInput, Seeds::xls, 32_768),
    CSV(CsvFuzz.class, CsvFuzz::fuzzerTestOneInput, Seeds::csv, 4_096),
    BUDGET(BudgetFuzz.class, BudgetFuzz::fuzzerTestOneInput, Seeds::budget, 8_192),
    LEDGER(LedgerFuzz.class, LedgerFuzz::fuzzerTestOneInput, Seeds::ledger, 8_192),
    PROPOSAL_JSON(ProposalJsonFuzz.class, ProposalJsonFuzz::fuzzerTestOneInput, Seeds::proposalJson, 8_192),
    PROPOSAL_SHEET(ProposalSheetFuzz.class, ProposalSheetFuzz::fuzzerTestOneInput, Seeds::proposalSheet, 8_192),
    APPRAISAL(AppraisalFuzz.class, AppraisalFuzz::fuzzerTestOneInput, Seeds::appraisal, 8_192),
    RULE_PACK(RulePackFuzz.class, RulePackFuzz::fuzzerTestOneInput, Seeds::rulePack, 32_768),
    PACK_EXCHANGE(PackExchangeFuzz.class, PackExchangeFuzz::fuzzerTestOneInput, Seeds::packExchange, 8_192),
    PACKAGE(PackageFuzz.class, PackageFuzz::fuzzerTestOneInput, PackageSeeds::all, 16_384);

    private final Class<?> type;
    private final Consumer<byte[]> target;
    private final Supplier<List<byte[]>> seeds;
    private final int longest;

    Reader(Class<?> type, Consumer<byte[]> target, Supplier<List<byte[]>> seeds, int longest) {
        this.type = type;
        this.target = target;
        this.seeds = seeds;
        this.longest = longest;
    }

    /** As the command names it: {@code proposal-json}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The class that the fuzzer calls. */
    Class<?> type() {
        return type;
    }

    void read(byte[] input) {
        target.accept(input);
    }

    List<byte[]> seeds() {
        return seeds.get();
    }

    int longest() {
        return longest;
    }
}
