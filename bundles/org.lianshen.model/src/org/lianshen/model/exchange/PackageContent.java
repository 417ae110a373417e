package org.lianshen.model.exchange;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewAct;

/**
 * What is in a package.
 *
 * @param projects on the way out; without the draft of whoever fills in the form, which nobody else sees
 * @param rules    what was published over the shipped rules, so that both sides judge alike
 * @param returned on the way back
 */
public record PackageContent(List<Project> projects, List<PackVersion> rules, List<Returned> returned) {

    public PackageContent {
        projects = List.copyOf(projects);
        rules = List.copyOf(rules);
        returned = List.copyOf(returned);
    }

    /** A project with everything done to it so far. */
    public record Project(Proposal proposal, List<ReviewAct> acts) {
        public Project {
            acts = List.copyOf(acts);
        }
    }

    /**
     * What the body did to a project.
     *
     * @param versionNo version that it had before it
     * @param digest    digest of that version
     */
    public record Returned(UUID proposal, String reviewNo, int versionNo, String digest, List<ReviewAct> acts) {
        public Returned {
            acts = List.copyOf(acts);
        }
    }
}
