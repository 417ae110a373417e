package org.lianshen.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.lianshen.model.UserProblem;
import org.lianshen.service.bench.Bench;
import picocli.CommandLine;

@CommandLine.Command(name = "bench", description = "a benchmark with what it is compared with in the same run  性能测量")
final class BenchCommand implements Callable<Integer> {

    private final Run run;

    @CommandLine.Parameters(index = "0", paramLabel = "NAME")
    String name;
    @CommandLine.Parameters(index = "1..*", paramLabel = "ARG", arity = "0..*")
    List<String> args = List.of();

    BenchCommand(Run run) {
        this.run = run;
    }

    @Override
    public Integer call() {
        List<Bench> benches = run.services.benches();
        Bench bench = benches.stream().filter(known -> known.name().equals(name)).findFirst()
                .orElseThrow(() -> UserProblem.of("cli.noBench", name, benches.stream().map(Bench::name).sorted().toList()));
        return bench.run(args, run.out) ? Exit.OK : Exit.SHORT;
    }
}
