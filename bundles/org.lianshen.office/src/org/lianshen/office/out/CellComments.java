package org.lianshen.office.out;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lianshen.model.UserProblem;
import org.lianshen.service.intake.SourceFiles;
import org.lianshen.service.table.WorkbookMarker;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Puts notes into a copy of a workbook as cell comments with a fill. What kind of file it is, its content says and not its name. Such a copy has to be held in memory
 * as a whole; a workbook too large for that is refused before it is opened.
 */
@Component(service = WorkbookMarker.class)
public final class CellComments implements WorkbookMarker {

    /** A workbook takes about this many times the bytes of its sheets in memory. */
    private static final int GROWTH = 16;

    private final SourceFiles sources;
    private final long mostBytes;

    @Activate
    public CellComments(@Reference SourceFiles sources) {
        this(sources, Runtime.getRuntime().maxMemory() / GROWTH);
    }

    /** @param mostBytes size of all sheets after inflation that is still opened */
    CellComments(SourceFiles sources, long mostBytes) {
        this.sources = sources;
        this.mostBytes = mostBytes;
    }

    @Override
    public void mark(Path source, Path target, List<Note> notes, List<RowWord> words) {
        try (Workbook workbook = open(source)) {
            grouped(notes).forEach((sheet, cells) -> {
                Sheet found = workbook.getSheet(sheet);
                if (found == null) {
                    throw UserProblem.of("table.noSuchSheet", source.getFileName().toString(), sheet);
                }
                new SheetMarks(found).put(cells);
            });
            words.stream().collect(Collectors.groupingBy(RowWord::sheet, LinkedHashMap::new, Collectors.toList())).forEach((name, rows) -> {
                Sheet sheet = workbook.getSheet(name);
                if (sheet != null) {
                    new RowWords(sheet).put(rows);
                }
            });
            WholeFile.write(target, workbook::write);
        } catch (IOException | InvalidFormatException e) {
            throw UserProblem.because(e, "table.cannotMark", source.getFileName().toString());
        }
    }

    /** Sheet → cell → notes, in the order given. */
    private static Map<String, Map<CellReference, List<Note>>> grouped(List<Note> notes) {
        Map<String, Map<CellReference, List<Note>>> sheets = new LinkedHashMap<>();
        for (Note note : notes) {
            sheets.computeIfAbsent(note.sheet(), sheet -> new LinkedHashMap<>()).computeIfAbsent(new CellReference(note.cell()), cell -> new ArrayList<>()).add(note);
        }
        return sheets;
    }

    private Workbook open(Path source) throws IOException, InvalidFormatException {
        File file = source.toFile();
        try {
            return switch (FileMagic.valueOf(file)) {
                case OOXML -> xlsx(source);
                case OLE2 -> {
                    small(source, file.length());
                    yield xls(file);
                }
                default -> {
                    small(source, file.length());
                    yield TextWorkbook.of(sources, source);
                }
            };
        } catch (org.apache.poi.EncryptedDocumentException | org.apache.poi.ooxml.POIXMLException | org.apache.poi.util.RecordFormatException e) {
            throw UserProblem.because(e, "table.cannotMark", source.getFileName().toString());
        }
    }

    private static Workbook xls(File file) throws IOException {
        POIFSFileSystem parts = new POIFSFileSystem(file, true);
        try {
            return new HSSFWorkbook(parts, true);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Looked at before it is read: POI can add parts only to a package that it may write to, and that would be the source itself unless read as a stream. */
    private Workbook xlsx(Path source) throws IOException, InvalidFormatException {
        try (OPCPackage parts = OPCPackage.open(source.toFile(), PackageAccess.READ)) {
            long bytes = 0;
            for (PackagePart part : parts.getParts()) {
                if (part.getPartName().getName().startsWith("/xl/") && part.getPartName().getExtension().equals("xml")) {
                    bytes += Math.max(0, part.getSize());
                }
            }
            small(source, bytes);
        }
        try (InputStream in = Files.newInputStream(source)) {
            return new XSSFWorkbook(in);
        }
    }

    private void small(Path source, long bytes) {
        if (bytes > mostBytes) {
            throw UserProblem.of("table.tooLargeToMark", source.getFileName().toString(), bytes >> 20, mostBytes >> 20);
        }
    }
}
