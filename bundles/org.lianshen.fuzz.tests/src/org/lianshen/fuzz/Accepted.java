package org.lianshen.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.lianshen.model.pack.PerformanceTemplate;
import org.lianshen.model.pack.RulePack;
import org.lianshen.model.performance.Appraisal;
import org.lianshen.model.performance.ScoreSheet;
import org.lianshen.model.performance.Scoring;
import org.lianshen.model.price.PriceMemory;
import org.lianshen.model.proposal.FormCheck;
import org.lianshen.model.proposal.FormDigest;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.office.form.ProposalFormFiles;
import org.lianshen.rulepacks.BuiltInRulePacks;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.text.Texts;

/** What the program does next with what a reader accepted: it must not be the first to stumble over it. */
final class Accepted {

    static final RulePack PACK = new BuiltInRulePacks().all().getFirst();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Texts ZH = new Texts(Locale.CHINESE);
    private static final SourceFiles NO_WORKBOOKS = (file, progress) -> {
        throw new IllegalStateException("JSON needs no workbook");
    };

    private Accepted() {
    }

    /** Checks it, takes its digest, and writes it as JSON, which reads back as the same form. */
    static void form(ProposalForm form) {
        FormCheck.refusalToKeep(form).ifPresent(Verdict::readable);
        FormCheck.check(form, PACK, TODAY, PriceMemory.NONE).forEach(finding -> ZH.format(finding.message()));
        String digest = FormDigest.of(form);
        try {
            Path copy = Files.createTempFile("lianshen-fuzz", ".json");
            var files = new ProposalFormFiles(NO_WORKBOOKS);
            files.write(form, copy);
            String again = FormDigest.of(files.read(copy, Progress.NONE));
            Files.delete(copy);
            if (!digest.equals(again)) {
                throw new IllegalStateException("the form reads back as another");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scores it and says how. */
    static void appraisal(Appraisal appraisal, List<PerformanceTemplate> templates) {
        ScoreSheet scores = Scoring.score(appraisal, templates.stream().filter(template -> template.id().equals(appraisal.template())).findFirst().orElseThrow());
        scores.warnings().forEach(warning -> ZH.format(warning.message()));
        scores.total().toPlainString();
    }
}
