package org.lianshen.model.exchange;

import java.util.List;
import java.util.UUID;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertAct;
import org.lianshen.model.pack.PackVersion;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.ReviewAct;

/**
 * What is in a package.
 *
 * @param projects on the way out; without the draft of whoever fills in the form, which nobody else sees
 * @param rules    what was published over the shipped rules, so that both sides judge alike
 * @param returned on the way back
 * @param expert   on the way to an expert: who it is, without what only the office sees; else null
 */
public record PackageContent(List<Project> projects, List<PackVersion> rules, List<Returned> returned, Expert expert) {

    public PackageContent {
        projects = List.copyOf(projects);
        rules = List.copyOf(rules);
        returned = List.copyOf(returned);
    }

    /**
     * A project with everything done to it so far.
     *
     * @param panel what an expert may see of the panel ({@link SentPanel}); empty for a body
     */
    public record Project(Proposal proposal, List<ReviewAct> acts, List<ExpertAct> panel) {
        public Project {
            acts = List.copyOf(acts);
            panel = List.copyOf(panel);
        }
    }

    /**
     * What the body or the expert did to a project.
     *
     * @param versionNo version that it had before it
     * @param digest    digest of that version
     */
    public record Returned(UUID proposal, String reviewNo, int versionNo, String digest, List<ReviewAct> acts, List<ExpertAct> panel) {
        public Returned {
            acts = List.copyOf(acts);
            panel = List.copyOf(panel);
        }
    }
}
