package org.lianshen.service.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.identity.Permission;
import org.lianshen.model.paper.PaperKey;
import org.lianshen.model.paper.PaperKind;
import org.lianshen.model.proposal.Attachment;
import org.lianshen.service.Changes;
import org.lianshen.service.DocumentService;
import org.lianshen.service.Progress;
import org.lianshen.service.document.DossierMaker.Filed;
import org.lianshen.service.document.PaperBatch.Named;
import org.lianshen.service.document.PaperWriter.Format;
import org.lianshen.service.session.Desk;
import org.lianshen.service.store.Tx;
import org.lianshen.service.wording.Wording;
import org.lianshen.service.wording.Wordings;

/** Paper of the joint review. */
public final class DocumentDesk implements DocumentService {

    private final Desk desk;
    private final List<PaperWriter> writers;
    private final List<PaperReader> readers;
    private final Map<PaperKind, PaperComposer> composers;

    /** @param writers one for each format; {@code readers} likewise */
    public DocumentDesk(Desk desk, List<PaperWriter> writers, List<PaperReader> readers) {
        this.desk = desk;
        this.writers = List.copyOf(writers);
        this.readers = List.copyOf(readers);
        composers = composers(desk, Wordings.kept());
    }

    static Map<PaperKind, PaperComposer> composers(Desk desk, Wordings wordings) {
        return Stream.<PaperComposer>of(new ProposalComposer(desk), new ReturnNoticeComposer(desk, wordings), new ReturnAnswerComposer(desk), new CountersignComposer(desk, wordings),
                new ExpertPapers(desk, PaperKind.DRAW_LOG), new ExpertPapers(desk, PaperKind.EXPERT_SHEET), new ExpertPapers(desk, PaperKind.EXPERT_GROUP),
                new SummaryComposer(desk, wordings), new MinutesComposer(desk, wordings), new OpinionComposer(desk, wordings)).collect(Collectors.toMap(PaperComposer::kind, Function.identity()));
    }

    private Issuing issuing(Tx tx, PaperKind kind) {
        return new Issuing(desk, tx, composers.get(kind));
    }

    @Override
    public List<Listed> papers(UUID subject) {
        return desk.read(tx -> {
            Stream<PaperKey> signed = tx.papers().of(subject).stream().map(IssuedPaper::key);
            Stream<PaperKey> possible = composers.values().stream().flatMap(composer -> composer.keys(tx, subject).stream());
            return Stream.concat(possible, signed).distinct().filter(key -> may(tx, key)).sorted(Comparator.comparing(PaperKey::kind)).map(key -> issuing(tx, key.kind()).listed(key)).toList();
        });
    }

    @Override
    public Composed compose(PaperKey key) {
        return reading(key, tx -> issuing(tx, key.kind()).current(key));
    }

    /** Whoever may have the paper may have its versions too. */
    private <T> T reading(PaperKey key, Function<Tx, T> work) {
        return desk.read(tx -> {
            if (!may(tx, key)) {
                desk.require(Permission.PRINT);
            }
            return work.apply(tx);
        });
    }

    private boolean may(Tx tx, PaperKey key) {
        return desk.actor().may(Permission.PRINT) || composers.get(key.kind()).owns(tx, key, desk.actor());
    }

    @Override
    public OfficialPaper sample(PaperKind kind, String wording) {
        desk.require(Permission.EDIT_WORDING);
        return desk.read(tx -> new WordingSample(desk, tx, kind, Wording.read(wording)).paper());
    }

    @Override
    public List<Message> write(PaperKey key, List<Path> targets) {
        List<PaperWriter> chosen = writers(targets);
        Composed composed = compose(key);
        Set<Message> notices = new LinkedHashSet<>(composed.notices());
        write(composed.paper(), chosen, targets, notices);
        return List.copyOf(notices);
    }

    /** Who has the content was let have it. */
    @Override
    public List<Message> write(OfficialPaper paper, List<Path> targets) {
        Set<Message> notices = new LinkedHashSet<>();
        write(paper, writers(targets), targets, notices);
        return List.copyOf(notices);
    }

    private List<PaperWriter> writers(List<Path> targets) {
        return targets.stream().map(target -> PaperWriter.of(writers, Format.of(target))).toList();
    }

    private static void write(OfficialPaper paper, List<PaperWriter> chosen, List<Path> targets, Set<Message> notices) {
        for (int i = 0; i < targets.size(); i++) {
            notices.addAll(chosen.get(i).write(paper, targets.get(i)));
        }
    }

    @Override
    public Signing signing(PaperKey key) {
        desk.require(Permission.PRINT);
        return desk.read(tx -> issuing(tx, key.kind()).signing(key));
    }

    @Override
    public IssuedPaper sign(PaperKey key, String number, LocalDate date) {
        IssuedPaper signed = desk.write(Permission.SIGN_PAPER, Changes.Kind.PAPER, key.subject(), tx -> issuing(tx, key.kind()).sign(key, number, date));
        if (key.kind() == PaperKind.OPINION) {
            desk.changes().tell(new Changes.Change(Changes.Kind.REVIEW, key.subject()));
        }
        return signed;
    }

    @Override
    public List<IssuedPaper> versions(PaperKey key) {
        return reading(key, tx -> issuing(tx, key.kind()).versions(key));
    }

    @Override
    public PaperDifference compare(PaperKey key, int older, int newer) {
        return reading(key, tx -> PaperDifference.between(version(tx, key, older).content(), content(tx, key, newer)));
    }

    @Override
    public OfficialPaper changeNote(PaperKey key, int older, int newer) {
        return reading(key, tx -> new ChangeNote(version(tx, key, older), newer == 0 ? null : version(tx, key, newer), content(tx, key, newer), desk.clock().getZone()).paper(desk.today()));
    }

    private IssuedPaper version(Tx tx, PaperKey key, int version) {
        return issuing(tx, key.kind()).versions(key).stream().filter(issued -> issued.version() == version).findFirst()
                .orElseThrow(() -> UserProblem.of("paper.noVersion", version));
    }

    private OfficialPaper content(Tx tx, PaperKey key, int version) {
        return version == 0 ? composers.get(key.kind()).compose(tx, key, notice -> { }) : version(tx, key, version).content();
    }

    @Override
    public Verification verify(String number, String code) {
        requireReading();
        return desk.read(tx -> new Verifier(tx, desk.clock().getZone()).typed(number, code).result());
    }

    @Override
    public Verification verify(Path file) {
        requireReading();
        Format format = Format.of(file);
        String text = PaperReader.of(readers, format).text(file);
        Verification known = desk.read(tx -> new Verifier(tx, desk.clock().getZone()).read(text).result());
        return known.paper() == null ? known : Verifier.against(known, file, stored(known.paper().content(), format), text);
    }

    /** The text of a fresh file of the same format, so that both went the same way. */
    private String stored(OfficialPaper paper, Format format) {
        try {
            Path folder = Files.createTempDirectory("lianshen-verify");
            Path fresh = folder.resolve("paper" + format.ending());
            try {
                PaperWriter.of(writers, format).write(paper, fresh);
                return PaperReader.of(readers, format).text(fresh);
            } finally {
                Files.deleteIfExists(fresh);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Auditors check papers without printing any. */
    private void requireReading() {
        if (!desk.actor().may(Permission.VERIFY_AUDIT)) {
            desk.require(Permission.PRINT);
        }
    }

    private ProposalCase project(UUID proposal) {
        return desk.read(tx -> Optional.ofNullable(ProposalCase.find(desk, tx, proposal))).orElseThrow(() -> UserProblem.of("review.noProposal"));
    }

    @Override
    public Message dossierName(UUID proposal) {
        var of = project(proposal).proposal();
        return Message.of("paper.name.DOSSIER", of.reviewNo(), of.form().name());
    }

    @Override
    public Written dossier(UUID proposal, Path target, Progress progress) {
        desk.require(Permission.PRINT);
        List<Filed> papers = new ArrayList<>();
        for (Listed each : papers(proposal).stream().filter(each -> desk.read(tx -> composers.get(each.key().kind()).filed(tx, each.key()))).toList()) {
            progress.check();
            Composed composed = desk.read(tx -> issuing(tx, each.key().kind()).filed(each.key()));
            if (!composed.paper().draft()) {
                papers.add(new Filed(each.name(), desk.read(tx -> composers.get(each.key().kind()).author(tx, each.key())), composed));
            }
        }
        ProposalCase project = project(proposal);
        Map<String, Attachment> attachments = new LinkedHashMap<>();
        project.proposal().versions().forEach(version -> version.form().attachments().forEach(each -> attachments.putIfAbsent(each.sha256(), each)));
        return new DossierMaker(PaperWriter.of(writers, Format.PDF), desk.store().files(), progress)
                .bind(new DossierText(project, desk.today()), papers, List.copyOf(attachments.values()), target);
    }

    @Override
    public Written write(List<PaperKey> keys, Format format, Path target, Progress progress) {
        if (keys.isEmpty()) {
            throw UserProblem.of("official.nothingToWrite");
        }
        List<Named> papers = new ArrayList<>();
        for (PaperKey key : keys) {
            progress.check();
            papers.add(new Named(desk.read(tx -> composers.get(key.kind()).name(tx, key)), compose(key)));
        }
        return new PaperBatch(writers, progress).write(papers, format, target);
    }
}
