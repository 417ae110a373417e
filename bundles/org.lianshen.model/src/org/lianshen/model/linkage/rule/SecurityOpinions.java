package org.lianshen.model.linkage.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.linkage.CheckContext;
import org.lianshen.model.linkage.CheckedLine;
import org.lianshen.model.linkage.Finding;
import org.lianshen.model.pack.ReviewBody;
import org.lianshen.model.review.BodyStatus;

/**
 * B31: an approved project whose bodies of 三位一体 (list {@code security.bodyKinds}) have not all given their opinion. A body that abstains 回避 or has no duty has
 * spoken; a kind that is no reviewing body of the place is not asked for. Needs the opinions of this store: an imported project is not judged.
 */
final class SecurityOpinions implements Rule {

    @Override
    public String id() {
        return "B31";
    }

    @Override
    public Scope scope() {
        return Scope.PROJECT;
    }

    @Override
    public void check(CheckContext context, Consumer<Finding> found) {
        List<String> kinds = context.pack().list("security.bodyKinds");
        List<ReviewBody> asked = context.pack().bodies().stream().filter(body -> kinds.contains(body.kind().name())).toList();
        for (List<CheckedLine> all : context.projectsOfYear().values()) {
            LedgerProject project = all.getFirst().project();
            Dossier dossier = context.dossier(project).orElse(null);
            if (dossier != null && project.state().decidedFor()) {
                judge(context, context.firstOfYear(all), project, dossier, asked, found);
            }
        }
    }

    private void judge(CheckContext context, CheckedLine line, LedgerProject project, Dossier dossier, List<ReviewBody> asked, Consumer<Finding> found) {
        var missing = new ArrayList<String>();
        Map<String, List<String>> standings = new LinkedHashMap<>();
        for (ReviewBody body : asked) {
            BodyStatus status = dossier.review().bodies().stream().filter(each -> each.body().equals(body.code())).findFirst().orElse(null);
            BodyStatus.Standing standing = status == null ? BodyStatus.Standing.WAITING : status.standing();
            standings.computeIfAbsent("review.standing." + standing.name(), none -> new ArrayList<>(1)).add(body.name());
            if (standing == BodyStatus.Standing.WAITING || standing == BodyStatus.Standing.OVERDUE) {
                missing.add(body.name());
            }
        }
        if (!missing.isEmpty()) {
            Report report = Report.at(context, id(), line).aboutProject().showProject();
            standings.forEach((standing, bodies) -> report.showAs(standing, String.join("、", bodies)));
            found.accept(report.say("missing", project.name(), missing));
        }
    }
}
