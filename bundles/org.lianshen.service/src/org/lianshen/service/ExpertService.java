package org.lianshen.service;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.ExpertReading;
import org.lianshen.model.expert.ExpertRules;
import org.lianshen.model.expert.ExpertStep;
import org.lianshen.model.expert.Panel;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.expert.Tie;
import org.lianshen.model.review.Overall;
import org.lianshen.service.table.TableSpec;

/**
 * Experts: the pool, the draw from a published seed, invitations, score sheets, the group's opinion (domain.md §3.5). Score sheets that are not open yet are nowhere in
 * what these methods give: neither themselves nor anything computed from them.
 */
public interface ExpertService {

    /** By number. Phone, identity and bank only for those who may see them. */
    List<Pooled> pool();

    /** Adds or changes an entry; without a number it gets the next. */
    Expert save(Expert expert);

    /** 停用: not drawn until resumed. */
    Expert suspend(UUID expert, String reason);

    Expert resume(UUID expert);

    /** Reads a workbook; all or nothing, unless {@code partial}. Who comes again by number, or by name and unit, takes the new content. */
    Outcome take(Path file, boolean dryRun, boolean partial, Progress progress);

    /** Writes the pool as shown. */
    void export(TableSpec<Pooled> columns, List<Pooled> rows, Path target);

    /** How the experts of the round under review stand, and who could be drawn now. */
    Board board(UUID proposal);

    /** States who stands on the project's side beside those whom form and ledger name; before the draw. */
    Board state(UUID proposal, List<Tie> ties);

    /**
     * Publishes the seed of the draw. The pool and the rules are those of this moment.
     *
     * @param seed   null: one is made
     * @param source where the seed comes from; null for one that is made
     * @param size   how many experts the group has; null: as few as the rules allow
     * @param second whether an independent second assessor is drawn; null: as the rules say
     */
    Board publish(UUID proposal, String seed, String source, Integer size, Boolean second);

    /** Draws with the published seed. */
    Board draw(UUID proposal);

    /** The next of the same order takes the place of one who is out. */
    Board replace(UUID proposal, UUID out);

    /** @param experts those drawn who are invited. @param words time and place, or how the papers come */
    Board invite(UUID proposal, List<UUID> experts, String words);

    /** The expert's own answer, or what was answered by telephone. @param reason for a refusal */
    Board answer(UUID proposal, UUID expert, boolean accepts, String reason);

    /** 申明回避. */
    Board avoid(UUID proposal, UUID expert, String reason);

    Board absent(UUID proposal, UUID expert, String reason);

    Board lead(UUID proposal, UUID expert);

    /** The actor's own sheet: the draft, else the signed one, else a blank one. */
    ScoreSheet sheet(UUID proposal);

    /** Keeps a draft; only the expert sees it, and it counts for nothing. */
    void saveSheet(UUID proposal, ScoreSheet sheet);

    /** Signs as the actor's own expert. */
    Board sign(UUID proposal, ScoreSheet sheet);

    /** 代录: enters an expert's sheet from paper. @param scan the scanned paper; null only where the store is one person's and none exists */
    Board record(UUID proposal, UUID expert, ScoreSheet sheet, Path scan);

    /** What the group said of scores that lie far apart. */
    Board discuss(UUID proposal, String words);

    /**
     * The group's opinion: signed by its leader, or entered from paper. It enters the review with the average of the sheets.
     *
     * @param changes 修改清单, one each
     * @param scan    null where the leader signs, or the store is one person's
     */
    Board conclude(UUID proposal, Overall conclusion, String summary, List<String> changes, Path scan);

    /** Repeats every draw of the project from what was published. @return what does not come out again; empty where all does */
    List<Message> verify(UUID proposal);

    /** @param load panels on which the person is and has not signed. @param history newest first */
    record Pooled(Expert expert, int load, List<Served> history) {

        /** How often the person handed in a sheet. */
        public int served() {
            return (int) history.stream().filter(served -> served.standing() == Panel.Standing.SCORED).count();
        }
    }

    /** @param score null where there is none, or where it is not open yet */
    record Served(UUID proposal, String reviewNo, String project, int round, Panel.Standing standing, BigDecimal score, LocalDate day) {
    }

    /**
     * @param panel      as the actor may see it
     * @param rules      of the panel, or those that a seed published now would have
     * @param ties       all that stands on the project's side
     * @param candidates who could be drawn now, by number
     * @param excluded   who could not, with every reason
     * @param obstacle   the rule that these candidates cannot meet; null where a draw is possible
     * @param me         the actor's own expert on this panel, or null
     * @param proof      what does not come out again of the draws; empty where all does
     * @param vacant     whose seat the last draw can still fill, which comes before a new seed; or null
     * @param accepting  why nothing about experts can be entered now, or null
     */
    record Board(UUID proposal, String reviewNo, String name, String unit, Panel panel, ExpertRules rules, List<Tie> ties, List<Expert> candidates,
            List<ExpertStep.Exclusion> excluded, Message obstacle, UUID me, List<Message> proof, UUID vacant, Message accepting) {
        public Board {
            ties = List.copyOf(ties);
            candidates = List.copyOf(candidates);
            excluded = List.copyOf(excluded);
            proof = List.copyOf(proof);
        }
    }

    /** @param sheets how they were understood. @param added how many were new, 0 where nothing was stored */
    record Outcome(String file, String sha256, List<ExpertReading> sheets, boolean stored, int added) {
        public Outcome {
            sheets = List.copyOf(sheets);
        }
    }
}
