package org.lianshen.cli;

import java.nio.file.Path;
import java.util.List;
import org.lianshen.exchange.SealedPackages;
import org.lianshen.office.form.AppraisalFormFiles;
import org.lianshen.office.form.OpinionFormFiles;
import org.lianshen.office.form.ProposalFormFiles;
import org.lianshen.office.in.DocxWords;
import org.lianshen.office.in.OfficeSources;
import org.lianshen.office.in.OfdWords;
import org.lianshen.office.in.OfdWords;
import org.lianshen.office.in.PdfWords;
import org.lianshen.office.out.CellComments;
import org.lianshen.office.out.DocxPaper;
import org.lianshen.office.out.OfdPaper;
import org.lianshen.office.out.PdfPaper;
import org.lianshen.office.out.TableFiles;
import org.lianshen.rulepacks.BuiltInRulePacks;
import org.lianshen.rulepacks.Samples;
import org.lianshen.search.LuceneIndex;
import org.lianshen.service.session.StoreSessions;
import org.lianshen.store.Argon2Hasher;
import org.lianshen.store.H2StoreProvider;
import org.lianshen.store.PostgresStoreProvider;
import org.lianshen.store.StoreRestorer;

/** The real services put together by hand, as declarative services do in the product. */
final class Wiring {

    /** Keys that the account keeps, away from those of whoever runs the tests. */
    private static final Path KEYS = Path.of(System.getProperty("java.io.tmpdir"), "lianshen-test-keys-" + ProcessHandle.current().pid());

    private Wiring() {
    }

    static Console console() {
        var packs = new BuiltInRulePacks();
        var sources = new OfficeSources();
        var tables = new TableFiles();
        var samples = new Samples();
        var sessions = new StoreSessions(List.of(new H2StoreProvider(), new PostgresStoreProvider()), packs, packs, sources, new ProposalFormFiles(sources),
                new AppraisalFormFiles(sources), tables, new CellComments(sources), List.of(new DocxPaper(), new PdfPaper(), new OfdPaper()), List.of(new DocxWords(), new PdfWords(), new OfdWords()), new LuceneIndex(), new Argon2Hasher(), samples, new SealedPackages(KEYS), new OpinionFormFiles(sources));
        return new Console(sessions, packs, tables, samples, new StoreRestorer(List.of(new H2StoreProvider(), new PostgresStoreProvider())), List.of());
    }

    /** The command line over the wired services: for trying things out of an IDE. */
    public static void main(String[] args) {
        System.exit(console().run(args, System.out, System.err));
    }
}
