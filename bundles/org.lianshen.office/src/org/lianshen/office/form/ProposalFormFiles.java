package org.lianshen.office.form;

import java.nio.file.Path;
import java.util.Locale;
import org.lianshen.model.UserProblem;
import org.lianshen.model.proposal.ProposalForm;
import org.lianshen.office.out.WholeFile;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.ProposalFiles;
import org.lianshen.service.intake.SourceFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Application forms as JSON or workbooks. A blank text reads back as blank: empty, or null where the model has no text then. */
@Component(service = ProposalFiles.class)
public final class ProposalFormFiles implements ProposalFiles {

    private final SourceFiles files;

    @Activate
    public ProposalFormFiles(@Reference SourceFiles files) {
        this.files = files;
    }

    @Override
    public ProposalForm read(Path file, Progress progress) {
        progress.check();
        return isJson(file) ? new ProposalJson(file.getFileName().toString()).read(file) : new ProposalSheets(files).read(file, progress);
    }

    @Override
    public void write(ProposalForm form, Path target) {
        String name = target.getFileName().toString();
        if (!isJson(target) && !name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            throw UserProblem.of("office.form.extension", name);
        }
        WholeFile.write(target, out -> {
            if (isJson(target)) {
                new ProposalJson(name).write(form, out);
            } else {
                new ProposalWorkbook().write(form, out);
            }
        });
    }

    private static boolean isJson(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json");
    }
}
