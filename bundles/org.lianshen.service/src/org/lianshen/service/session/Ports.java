package org.lianshen.service.session;

import java.util.List;
import org.lianshen.service.demo.SampleSource;
import org.lianshen.service.document.PaperReader;
import org.lianshen.service.document.PaperWriter;
import org.lianshen.service.exchange.PackageSeal;
import org.lianshen.service.identity.PasswordHasher;
import org.lianshen.service.intake.AppraisalFiles;
import org.lianshen.service.intake.OpinionFiles;
import org.lianshen.service.intake.ProposalFiles;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.packs.PackForms;
import org.lianshen.service.packs.RulePacks;
import org.lianshen.service.similarity.SimilarityIndex;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.table.WorkbookMarker;

/** What the desk services of a session need from outside: rule packs, files in and out, the index, password hashes, sample data, seals. */
record Ports(RulePacks packs, PackForms forms, SourceFiles sources, ProposalFiles proposals, AppraisalFiles appraisals, TableWriter tables, WorkbookMarker marker,
        List<PaperWriter> papers, List<PaperReader> readers, SimilarityIndex index, PasswordHasher hasher, SampleSource samples, PackageSeal seal, OpinionFiles opinions) {

    Ports {
        papers = List.copyOf(papers);
        readers = List.copyOf(readers);
    }
}
