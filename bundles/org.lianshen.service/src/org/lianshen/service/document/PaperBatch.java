package org.lianshen.service.document;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lianshen.model.Message;
import org.lianshen.service.DocumentService.Composed;
import org.lianshen.service.DocumentService.Written;
import org.lianshen.service.Progress;
import org.lianshen.service.document.PaperWriter.Format;

/** Many papers into one folder or one file, all or none. */
final class PaperBatch {

    private final List<PaperWriter> writers;
    private final Progress progress;
    private final Set<Message> notices = new LinkedHashSet<>();

    PaperBatch(List<PaperWriter> writers, Progress progress) {
        this.writers = writers;
        this.progress = progress;
    }

    /** @param name as it stands in lists and file names */
    record Named(Message name, Composed composed) {
    }

    Written write(List<Named> papers, Format format, Path target) {
        papers.forEach(paper -> notices.addAll(paper.composed().notices()));
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(Format.values()).filter(each -> name.endsWith(each.ending())).findFirst().map(single -> file(papers, PaperWriter.of(writers, single), target))
                .orElseGet(() -> PaperFiles.whole(target, part -> folder(papers, PaperWriter.of(writers, format), part, target)));
    }

    /** Each paper with its own page numbers, in one file to be printed at once. */
    private Written file(List<Named> papers, PaperWriter writer, Path target) {
        int pages = 0;
        for (Named paper : papers) {
            progress.check();
            pages += writer.pages(paper.composed().paper());
        }
        notices.addAll(writer.write(papers.stream().map(paper -> paper.composed().paper()).toList(), target));
        progress.at(papers.size(), papers.size());
        return new Written(List.of(target), pages, List.copyOf(notices));
    }

    private Written folder(List<Named> papers, PaperWriter writer, Path part, Path target) {
        Set<String> names = new LinkedHashSet<>();
        int pages = 0;
        List<Path> files = new ArrayList<>();
        for (Named paper : papers) {
            progress.check();
            String name = unused(PaperFiles.name(PaperTexts.format(paper.name())), names) + writer.format().ending();
            notices.addAll(writer.write(paper.composed().paper(), part.resolve(name)));
            pages += writer.pages(paper.composed().paper());
            files.add(target.resolve(name));
            progress.at(files.size(), papers.size());
        }
        return new Written(files, pages, List.copyOf(notices));
    }

    private static String unused(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + " (" + i + ")";
        }
        return free;
    }
}
