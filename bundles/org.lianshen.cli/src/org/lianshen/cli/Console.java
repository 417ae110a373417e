package org.lianshen.cli;

import java.io.PrintStream;
import java.util.List;
import org.lianshen.service.Restorer;
import org.lianshen.service.Sessions;
import org.lianshen.service.bench.Bench;
import org.lianshen.service.demo.SampleSource;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.table.TableWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The command line over the services of the program. One run, one exit code (see {@link Exit}). */
@Component(service = Console.class)
public final class Console {

    private final Services services;

    @Activate
    public Console(@Reference Sessions sessions, @Reference RulePacks packs, @Reference TableWriter tables, @Reference SampleSource samples,
            @Reference Restorer restorer, @Reference(policyOption = ReferencePolicyOption.GREEDY) List<Bench> benches) {
        this.services = new Services(sessions, packs, tables, samples, restorer, List.copyOf(benches));
    }

    public int run(String[] args, PrintStream out, PrintStream err) {
        return new Run(services, out, err).execute(args);
    }

    /** What commands may use. */
    record Services(Sessions sessions, RulePacks packs, TableWriter tables, SampleSource samples, Restorer restorer, List<Bench> benches) {
    }
}
