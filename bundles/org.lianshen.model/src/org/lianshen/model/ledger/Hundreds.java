package org.lianshen.model.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.Nature;
import org.lianshen.model.proposal.ProjectClass;

/**
 * The three 百分之百 (domain.md §7): on the cloud, in pooled operation, sharing data. Counted are systems that were approved; a system without an entry counts as
 * missing and is named, unless nobody has an entry, for then nothing is known.
 */
public final class Hundreds {

    private static final Set<String> YES = Set.of("是", "y", "yes", "已上云", "√", "1");
    private static final Set<String> EXEMPT = Set.of("不适用", "免", "无需", "/");
    private static final Set<String> NO_SYSTEM = Set.of(ProjectClass.OPS.name(), ProjectClass.SVC.name());

    private Hundreds() {
    }

    public enum Kind {
        /** 上云率 */ CLOUD,
        /** 集中运维率 */ POOLED,
        /** 数据共享率 */ SHARING
    }

    /** @param missing names of the systems that fall short */
    public record Ratio(Kind kind, int have, int should, List<String> missing) {
        public Ratio {
            missing = List.copyOf(missing);
        }
    }

    public static List<Ratio> of(List<LedgerProject> projects, RulePack pack) {
        List<LedgerProject> systems = projects.stream().filter(Hundreds::system).toList();
        List<String> pooled = pack.list("ops.pooledWords");
        return List.of(count(Kind.CLOUD, systems, LedgerColumn.ON_CLOUD, text -> YES.contains(text.toLowerCase(Locale.ROOT))),
                count(Kind.POOLED, systems.stream().filter(LedgerProject::operating).toList(), LedgerColumn.PROCUREMENT_MODE,
                        text -> pooled.stream().anyMatch(text::contains)),
                count(Kind.SHARING, systems, LedgerColumn.SHARING_RATE, Hundreds::whole));
    }

    private static boolean system(LedgerProject project) {
        return project.state().decidedFor() && !NO_SYSTEM.contains(project.projectClass() == null ? "" : project.projectClass())
                && !Nature.OPERATION.name().equals(project.nature()) && !Nature.SERVICE.name().equals(project.nature());
    }

    private static Ratio count(Kind kind, List<LedgerProject> systems, LedgerColumn column, java.util.function.Predicate<String> reached) {
        List<LedgerProject> counted = systems.stream().filter(system -> !EXEMPT.contains(system.more(column).strip())).toList();
        if (counted.stream().allMatch(system -> system.more(column).isBlank())) {
            return new Ratio(kind, 0, 0, List.of());
        }
        var missing = new ArrayList<String>();
        counted.stream().filter(system -> !reached.test(system.more(column).strip())).map(LedgerProject::name).forEach(missing::add);
        return new Ratio(kind, counted.size() - missing.size(), counted.size(), missing);
    }

    /** A rate of 1, or 100 %. */
    private static boolean whole(String text) {
        return LedgerText.share(text).filter(share -> share.compareTo(BigDecimal.ONE) >= 0).isPresent();
    }
}
