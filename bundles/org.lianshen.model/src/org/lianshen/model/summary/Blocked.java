package org.lianshen.model.summary;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.Severity;

/**
 * Which budget lines are 不得纳入预算: those at which a blocking finding stands. A finding about a project as a whole blocks every line that it names; one about a line
 * blocks that line, and not the other line that it is compared with.
 */
public final class Blocked {

    private Blocked() {
    }

    public static Set<UUID> lines(Collection<Finding> findings) {
        Set<UUID> lines = new LinkedHashSet<>();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.E && !finding.lines().isEmpty()) {
                lines.addAll(wholeProject(finding) ? finding.lines() : finding.lines().subList(0, 1));
            }
        }
        return lines;
    }

    /** Whether a finding is about a project and not about one line or item of it. */
    public static boolean wholeProject(Finding finding) {
        return finding.key().startsWith("project:");
    }
}
