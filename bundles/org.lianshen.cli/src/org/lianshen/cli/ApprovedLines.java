package org.lianshen.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianshen.model.review.LineApproval;
import picocli.CommandLine;

/** What is approved of single estimate lines, as options of a command. */
final class ApprovedLines {

    @CommandLine.Option(names = "--line", paramLabel = "LINE=YUAN", description = "approved of one estimate line; may be repeated; of all others the whole")
    private Map<Integer, String> amounts = new LinkedHashMap<>();
    @CommandLine.Option(names = "--line-reason", paramLabel = "LINE=TEXT", description = "why less is approved of that line; may be repeated")
    private Map<Integer, String> reasons = new LinkedHashMap<>();

    List<LineApproval> read() {
        return amounts.entrySet().stream().map(line -> new LineApproval(line.getKey(), ReviewCommands.amount(line.getValue()), reasons.getOrDefault(line.getKey(), ""))).toList();
    }
}
