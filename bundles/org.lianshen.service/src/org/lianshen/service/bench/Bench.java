package org.lianshen.service.bench;

import java.io.PrintStream;
import java.util.List;

/** A benchmark that the command {@code bench NAME} runs: it measures the program and, in the same run, what it is compared with. A declarative service. */
public interface Bench {

    /** Short word, such as {@code import}. */
    String name();

    /**
     * Prints figures with their units; {@code args} may change sizes.
     *
     * @return false where something that it checked does not hold
     */
    boolean run(List<String> args, PrintStream out);
}
