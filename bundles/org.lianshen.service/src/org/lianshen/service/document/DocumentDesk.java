package org.lianshen.service.document;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.Message;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.service.DocumentService;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.session.Desk;

/** Paper of the joint review. */
public final class DocumentDesk implements DocumentService {

    private final Desk desk;
    private final List<PaperWriter> writers;
    private final Map<PaperKind, PaperComposer> composers = new EnumMap<>(PaperKind.class);

    /** @param writers one for each format */
    public DocumentDesk(Desk desk, List<PaperWriter> writers) {
        this.desk = desk;
        this.writers = List.copyOf(writers);
        for (PaperComposer composer : List.of(new ReturnNoticeComposer(desk), new MinutesComposer(desk), new OpinionComposer(desk))) {
            composers.put(composer.kind(), composer);
        }
    }

    @Override
    public List<Listed> papers(UUID subject) {
        desk.require(Permission.PRINT);
        return desk.read(tx -> composers.values().stream().sorted(Comparator.comparing(PaperComposer::kind))
                .flatMap(composer -> composer.keys(tx, subject).stream().map(key -> new Listed(key, composer.name(tx, key)))).toList());
    }

    @Override
    public Composed compose(PaperKey key) {
        desk.require(Permission.PRINT);
        Set<Message> notices = new LinkedHashSet<>();
        OfficialPaper paper = desk.read(tx -> composers.get(key.kind()).compose(tx, key, notices::add));
        return new Composed(paper, List.copyOf(notices));
    }

    @Override
    public List<Message> write(PaperKey key, List<Path> targets) {
        List<PaperWriter> chosen = targets.stream().map(target -> PaperWriter.of(writers, Format.of(target))).toList();
        Composed composed = compose(key);
        Set<Message> notices = new LinkedHashSet<>(composed.notices());
        for (int i = 0; i < targets.size(); i++) {
            notices.addAll(chosen.get(i).write(composed.paper(), targets.get(i)));
        }
        return List.copyOf(notices);
    }
}
