package org.lianshen.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianshen.model.Message;
import org.lianshen.model.UserProblem;
import org.lianshen.model.pack.RefCode;
import org.lianshen.service.packs.ReferenceTables;

class BuiltInReferenceTablesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final ReferenceTables TABLES = new BuiltInReferenceTables();
    private static final String HEAD = "code\tname\tparent\tvalidFrom\tvalidTo\tsource\tverified\n";

    static Stream<String> names() {
        return TABLES.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void codesAreUniqueAtAnyTimeAndParentsExist(String table) {
        List<RefCode> codes = TABLES.table(table);
        assertFalse(codes.isEmpty());
        Set<String> known = codes.stream().map(RefCode::code).collect(Collectors.toSet());
        Set<String> validToday = new HashSet<>();
        for (RefCode code : codes) {
            assertTrue(code.parent().isEmpty() || known.contains(code.parent()), code::toString);
            assertTrue(!code.validOn(TODAY) || validToday.add(code.code()), code::toString);
            assertFalse(code.source().isBlank(), code::toString);
            List<RefCode> path = TABLES.path(table, code.code(), TODAY);
            assertEquals(code, path.get(path.size() - 1));
            assertEquals("", path.get(0).parent());
        }
    }

    @ParameterizedTest
    @CsvSource({ "divisions, 330500, 湖州市", "divisions, 330603, 柯桥区", "divisions, 430300, 湘潭市", "economic-department, 31007, 信息网络及软件购置更新",
            "economic-department, 30213, 维修(护)费", "functional, 2010607, 信息化建设", "procurement, C16020000, 信息系统集成实施服务",
            "procurement, A08060300, 计算机软件", "fund-nature, 11, 一般公共预算资金", "indicator-types, 31, 服务对象满意度" })
    void findsACode(String table, String code, String name) {
        assertEquals(name, TABLES.find(table, code, TODAY).orElseThrow().name());
    }

    @Test
    void showsTheWayFromTheTop() {
        assertEquals(List.of("C", "C16000000", "C16020000"), TABLES.path("procurement", "C16020000", TODAY).stream().map(RefCode::code).toList());
        assertEquals(List.of(), TABLES.path("procurement", "Z", TODAY));
        assertFalse(TABLES.known("functional", "2999999", TODAY));
    }

    @Test
    void onlyOfficialPublicationsCountAsVerified() {
        assertTrue(TABLES.find("economic-department", "30201", TODAY).orElseThrow().verified(), "seen in a disclosed budget");
        assertFalse(TABLES.find("economic-department", "31007", TODAY).orElseThrow().verified(), "seen in a program only");
        assertFalse(TABLES.find("functional", "20141", TODAY).orElseThrow().verified());
        assertFalse(TABLES.find("divisions", "330500N1", TODAY).orElseThrow().verified());
        assertTrue(TABLES.table("economic-government").stream().noneMatch(RefCode::verified));
    }

    @Test
    void anUnknownTableIsAFaultOfTheProgram() {
        assertThrows(IllegalArgumentException.class, () -> TABLES.table("colours"));
    }

    @Test
    void aCodeMayChangeItsNameOverTime() {
        List<RefCode> codes = read(HEAD + "1\told\t\t\t2024-12-31\ts\ttrue\n1\tnew\t\t2025-01-01\t\ts\ttrue\n");
        assertEquals(List.of("old"), codes.stream().filter(code -> code.validOn(LocalDate.of(2024, 12, 31))).map(RefCode::name).toList());
        assertEquals(List.of("new"), codes.stream().filter(code -> code.validOn(LocalDate.of(2025, 1, 1))).map(RefCode::name).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "1;a;9;;;s;true | pack.tableParent | 2", "1;a;;;;s;true#1;b;;;;s;true | pack.tableTwice | 3",
            "1;a;;;2025-01-01;s;true#1;b;;2025-01-01;;s;true | pack.tableTwice | 3", "1;a;;;;t;true | pack.tableSource | 2",
            "1;a;;;;s;yes | pack.notAllowed | 2", "1;a;;2025-02-30;;s;true | pack.noSuchDay | 2", "1;a;;;s;true | pack.tableRow | 2",
            ";a;;;;s;true | pack.tableRow | 2" })
    void refusesAFaultyTableWithTheLine(String rows, String key, int line) {
        String text = HEAD + rows.replace(';', '\t').replace('#', '\n') + "\n";
        Message message = assertThrows(UserProblem.class, () -> read(text)).messages().get(0);
        assertEquals(key, message.key());
        assertEquals("mine.tsv", message.args().get(0));
        assertEquals(line, message.args().get(1));
    }

    @Test
    void refusesATableWithAnotherHead() {
        assertEquals("pack.tableHead", assertThrows(UserProblem.class, () -> read("code,name\n1,a\n")).messages().get(0).key());
        assertEquals("pack.tableHead", assertThrows(UserProblem.class, () -> read("")).messages().get(0).key());
    }

    private static List<RefCode> read(String text) {
        return new CodeTableReader(Map.of("s", "source")).read("mine", "mine.tsv", stream(text));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
