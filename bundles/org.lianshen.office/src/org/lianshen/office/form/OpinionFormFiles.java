package org.lianshen.office.form;

import java.nio.file.Path;
import org.lianshen.model.exchange.OpinionForm;
import org.lianshen.office.out.WholeFile;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.OpinionFiles;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opinion forms as workbooks. */
@Component(service = OpinionFiles.class)
public final class OpinionFormFiles implements OpinionFiles {

    private final SourceFiles files;

    @Activate
    public OpinionFormFiles(@Reference SourceFiles files) {
        this.files = files;
    }

    @Override
    public void write(OpinionForm form, Path target) {
        WholeFile.write(target, out -> new OpinionWorkbook().write(form, out));
    }

    @Override
    public OpinionForm.Filled read(Path file, Progress progress) {
        try (SourceFile source = files.open(file, progress)) {
            return new OpinionReader().read(source, file.getFileName().toString());
        }
    }
}
