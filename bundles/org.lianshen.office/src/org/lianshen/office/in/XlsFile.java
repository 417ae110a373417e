package org.lianshen.office.in;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.service.Progress;
import org.lianshen.service.intake.SourceFile;
import org.lianshen.service.intake.SourceRow;
import org.lianshen.service.intake.SourceSheet;

/** A workbook of Excel 97–2003 or WPS, read record by record. */
final class XlsFile implements SourceFile {

    private static final String[] STREAMS = {"Workbook", "WORKBOOK", "BOOK", "Book"};

    private final String file;
    private final Limits limits;
    private final Progress progress;
    private final POIFSFileSystem container;
    private final String stream;
    private final List<Message> notices = new ArrayList<>();
    private final List<SourceSheet> sheets = new ArrayList<>();
    private XlsContents contents;

    XlsFile(Path path, Limits limits, Progress progress) {
        this.file = path.getFileName().toString();
        this.limits = limits;
        this.progress = progress;
        try {
            container = new POIFSFileSystem(path.toFile(), true);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // a directory of streams that holds itself ends in the last of these
            throw UserProblem.because(e, "office.truncated", file);
        }
        try {
            stream = stream();
            read();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private String stream() {
        DirectoryNode root = container.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw UserProblem.of("office.protected", file);
        }
        for (String name : STREAMS) {
            if (root.hasEntry(name)) {
                return name;
            }
        }
        if (root.hasEntryCaseInsensitive("WordDocument")) {
            throw UserProblem.of("office.otherFormat", file, "doc");
        }
        throw UserProblem.of("office.notWorkbook", file);
    }

    private void read() {
        contents = new XlsContents(file, limits);
        process(contents, XlsRecords.CONTENTS);
        for (int i = 0; i < contents.sheets().size(); i++) {
            sheets.add(new Sheet(i, contents.sheets().get(i)));
        }
        if (sheets.isEmpty()) {
            throw UserProblem.of("office.noSheet", file);
        }
        if (container.getRoot().hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            notices.add(Message.of("office.macrosIgnored"));
        }
        if (contents.links() > 0) {
            notices.add(Message.of("office.linksIgnored", contents.links()));
        }
    }

    private void process(AbortableHSSFListener listener, Set<Integer> records) {
        var request = new HSSFRequest();
        request.addListenerForAllRecords(listener);
        try (InputStream in = new XlsRecords(container.getRoot().createDocumentInputStream(stream), file, stream, records, limits, progress)) {
            new HSSFEventFactory().abortableProcessEvents(request, in);
        } catch (EncryptedDocumentException e) {
            throw UserProblem.because(e, "office.protected", file);
        } catch (HSSFUserException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw damaged(e);
        } catch (UserProblem | Progress.Cancelled e) {
            throw e;
        } catch (RuntimeException e) {
            // the library meets damaged records with whatever exception comes first; to the person it is one thing
            throw damaged(e);
        }
    }

    private UserProblem damaged(Exception e) {
        return UserProblem.because(e, "office.partDamaged", file, stream, PlainText.quoted(String.valueOf(e.getMessage())));
    }

    @Override
    public List<SourceSheet> sheets() {
        return List.copyOf(sheets);
    }

    @Override
    public List<Message> notices() {
        return List.copyOf(notices);
    }

    @Override
    public void close() {
        try {
            container.close();
        } catch (IOException e) {
            throw UserProblem.because(e, "office.unreadable", file, String.valueOf(e.getMessage()));
        }
    }

    private final class Sheet implements SourceSheet {
        private final int index;
        private final XlsContents.SheetFacts facts;

        Sheet(int index, XlsContents.SheetFacts facts) {
            this.index = index;
            this.facts = facts;
        }

        @Override
        public String name() {
            return facts.name();
        }

        @Override
        public boolean hidden() {
            return facts.hidden();
        }

        @Override
        public List<Merge> merges() {
            return List.copyOf(facts.merges());
        }

        @Override
        public Set<Integer> hiddenColumns() {
            return new TreeSet<>(facts.hiddenColumns());
        }

        @Override
        public void rows(Predicate<SourceRow> consumer) {
            var failure = new RuntimeException[1];
            // what the consumer throws must not be taken for a damaged record
            Predicate<SourceRow> guarded = row -> {
                try {
                    progress.check();
                    return consumer.test(row);
                } catch (RuntimeException e) {
                    failure[0] = e;
                    return false;
                }
            };
            var rows = new XlsRows(index, contents, file, limits, guarded);
            process(rows, XlsRecords.CELLS);
            if (failure[0] != null) {
                throw failure[0];
            }
            rows.finish();
            if (failure[0] != null) {
                throw failure[0];
            }
        }
    }
}
