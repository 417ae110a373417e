package org.lianshen.office.in;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianshen.model.UserProblem;
import org.lianshen.office.out.OfdPaper;
import org.lianshen.service.document.OfficialPaper;
import org.lianshen.service.document.OfficialPaper.Block.Paragraph;

/** Papers in OFD read back, and files that are none. */
class OfdWordsTest {

    @TempDir
    Path folder;

    private Path paper() {
        Path file = folder.resolve("paper.ofd");
        new OfdPaper().write(OfficialPaper.working("内部工作表", "", List.of(new Paragraph("甲 < 乙 & 丙")), List.of(), "", LocalDate.of(2026, 11, 20), false, false, "9F3C-21D0-77AB"), file);
        return file;
    }

    @Test
    void whatWasWrittenIsRead() {
        String text = new OfdWords().text(paper());
        assertTrue(text.startsWith("内部工作表\n"), text);
        assertTrue(text.contains("甲 < 乙 & 丙"), text);
        assertTrue(text.contains("审计记录校验码：9F3C-21D0-77AB"), text);
    }

    @Test
    void aFileCutOffIsRefused() throws IOException {
        Path file = paper();
        byte[] bytes = Files.readAllBytes(file);
        for (int length : new int[] {0, 1, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThrows(UserProblem.class, () -> new OfdWords().text(file), length + " bytes");
        }
    }

    private Path archive(String document, String page) throws IOException {
        Path file = folder.resolve("other.ofd");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("OFD.xml"));
            zip.write("<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Doc_0/Document.xml"));
            zip.write(document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Doc_0/Pages/Page_0/Content.xml"));
            zip.write(page.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return file;
    }

    @Test
    void doctypesAndPagesThatAreNotThereAreRefused() throws IOException {
        String page = "<Page><TextObject><TextCode>甲</TextCode></TextObject></Page>";
        Path good = archive("<Document><Pages><Page BaseLoc='Pages/Page_0/Content.xml'/></Pages></Document>", page);
        assertEquals("甲\n", new OfdWords().text(good));
        Path missing = archive("<Document><Pages><Page BaseLoc='Pages/Page_1/Content.xml'/></Pages></Document>", page);
        assertThrows(UserProblem.class, () -> new OfdWords().text(missing));
        Path outside = archive("<Document><Pages><Page BaseLoc='../../../../etc/passwd'/></Pages></Document>", page);
        assertThrows(UserProblem.class, () -> new OfdWords().text(outside));
        Path entity = archive("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document><Pages><Page BaseLoc='Pages/Page_0/Content.xml'/></Pages></Document>", page);
        assertThrows(UserProblem.class, () -> new OfdWords().text(entity));
    }
}
