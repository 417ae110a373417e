package org.lianshen.model.ceiling;

import java.util.List;
import java.util.Optional;
import org.lianshen.model.Message;
import org.lianshen.model.ledger.Dossier;
import org.lianshen.model.ledger.LedgerProject;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.proposal.BasisDocument;
import org.lianshen.model.proposal.Level;
import org.lianshen.model.proposal.ProjectClass;
import org.lianshen.model.proposal.ProposalField;

/**
 * Says into which priority a project falls and why: by its class, the documents it stands on, its marks on the form, and words of its name. Which words those are is
 * the pack's: lists {@code ceiling.mandatoryBasis} for documents, {@code ceiling.mandatoryWords}, {@code ceiling.keyWords} and {@code ceiling.pilotWords} for names.
 */
public final class Ranking {

    private final List<String> mandatory;
    private final List<String> mandatoryBasis;
    private final List<String> key;
    private final List<String> pilot;

    public Ranking(RulePack pack) {
        mandatory = pack.lists().getOrDefault("ceiling.mandatoryWords", List.of());
        mandatoryBasis = pack.lists().getOrDefault("ceiling.mandatoryBasis", List.of());
        key = pack.lists().getOrDefault("ceiling.keyWords", List.of());
        pilot = pack.lists().getOrDefault("ceiling.pilotWords", List.of());
    }

    /** @param because which fact decided */
    public record Place(Priority priority, Message because) {
    }

    /** @param dossier null where the project came by import */
    public Place of(LedgerProject project, Dossier dossier) {
        if (ProjectClass.XC.name().equals(project.projectClass())) {
            return new Place(Priority.MANDATORY, Message.of("summary.because.class"));
        }
        if (dossier != null) {
            for (BasisDocument basis : dossier.form().basis()) {
                Optional<String> word = word(basis.kind() + " " + basis.title(), mandatoryBasis);
                if (word.isPresent()) {
                    return new Place(Priority.MANDATORY, Message.of("summary.because.basis", basis.title() == null || basis.title().isBlank() ? basis.kind() : basis.title(), word.get()));
                }
            }
        }
        Optional<String> inName = word(project.name(), mandatory);
        if (inName.isPresent()) {
            return new Place(Priority.MANDATORY, Message.of("summary.because.name", inName.get()));
        }
        if (dossier != null && dossier.form().yes(ProposalField.KEY_APPLICATION)) {
            return new Place(Priority.KEY, Message.of("summary.because.keyMark"));
        }
        Optional<String> keyName = word(project.name(), key);
        if (keyName.isPresent()) {
            return new Place(Priority.KEY, Message.of("summary.because.name", keyName.get()));
        }
        if (Level.PROVINCE.name().equals(project.level())) {
            if (dossier != null && dossier.form().yes(ProposalField.PILOT)) {
                return new Place(Priority.PILOT, Message.of("summary.because.pilotMark"));
            }
            Optional<String> pilotName = word(project.name(), pilot);
            if (pilotName.isPresent()) {
                return new Place(Priority.PILOT, Message.of("summary.because.pilotName", pilotName.get()));
            }
        }
        return new Place(Priority.OTHER, Message.of("summary.because.score"));
    }

    private static Optional<String> word(String text, List<String> words) {
        return words.stream().filter(text::contains).findFirst();
    }
}
