package org.lianshen.service.expert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lianshen.model.UserProblem;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.identity.Role;
import org.lianshen.model.review.Overall;
import org.lianshen.service.Changes;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.ExpertService.Pooled;
import org.lianshen.service.memory.World;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.search.SearchDesk;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.PoolTable;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.todo.TodoDesk;

/**
 * Hidden means hidden: until all sheets of a panel with a second assessor are in, no score, no word and no conclusion of any of them is in anything that a service gives to
 * anybody but its author. Every channel is walked after each sheet, for every reader; then all are in, and the same channels show them.
 */
class HiddenScoresTest {

    /** Totals that occur nowhere else, and one word of each expert's sheet. */
    private static final List<String> TOTALS = List.of("71.7", "93.3", "67.9", "88.1");
    private static final List<String> WORDS = List.of("暗号甲甲", "暗号乙乙", "暗号丙丙", "暗号丁丁");

    /** Takes what is exported as it would stand in the cells. */
    private static final class Cells implements TableWriter {

        private final StringBuilder written = new StringBuilder();

        @Override
        public void write(Path target, List<Sheet<?>> sheets, Locale locale) {
            sheets.forEach(this::sheet);
        }

        private <T> void sheet(Sheet<T> sheet) {
            sheet.rows().forEach(row -> sheet.spec().columns().forEach(column -> written.append(column.value().apply(row)).append('\t')));
        }
    }

    /** All that somebody can get to read. */
    private static String everything(ExpertWorld it, Desk reader) {
        UUID id = it.proposal.id();
        var cells = new Cells();
        var experts = it.desk(reader, cells);
        var reviews = new ReviewDesk(reader, cells, ExpertWorld.TEXTS);
        var said = new StringBuilder();
        said.append(experts.board(id));
        List<Pooled> pool = experts.pool();
        said.append(pool);
        var spec = new PoolTable(ExpertWorld.TEXTS).spec(true);
        experts.export(spec, pool, Path.of("pool.xlsx"));
        said.append(cells.written);
        said.append(reviews.get(id)).append(reviews.queue()).append(reviews.held()).append(reviews.look(id));
        said.append(new TodoDesk(reader).items()).append(new TodoDesk(reader).counts());
        WORDS.forEach(word -> said.append(new SearchDesk(reader).find(word, 50)));
        TOTALS.forEach(total -> said.append(new SearchDesk(reader).find(total, 50)));
        said.append(experts.verify(id));
        refusals(it, reader, said);
        said.append(it.audit());
        return said.toString();
    }

    /** What refusals say, for acts that are refused for everybody while sheets are missing. */
    private static void refusals(ExpertWorld it, Desk reader, StringBuilder said) {
        UUID id = it.proposal.id();
        var experts = it.desk(reader, null);
        for (Runnable act : List.<Runnable>of(() -> experts.conclude(id, Overall.AGREE, "综合", List.of(), null), () -> experts.discuss(id, "讨论"), () -> experts.draw(id))) {
            try {
                act.run();
            } catch (UserProblem refused) {
                refused.messages().forEach(message -> said.append(ExpertWorld.TEXTS.format(message)));
            }
        }
    }

    /** In which order the list of experts stands, by anything that can be computed from a sheet. */
    private static List<UUID> sorted(ExpertWorld it, Desk reader) {
        return it.desk(reader, null).pool().stream()
                .sorted(Comparator.comparing((Pooled row) -> row.history().stream().map(served -> String.valueOf(served.score())).toList().toString()).thenComparing(row -> row.expert().no()))
                .map(row -> row.expert().id()).toList();
    }

    @Test
    void nothingOfASheetIsAnywhereBeforeAllAreIn() {
        var it = new ExpertWorld(true);
        Board board = it.accepted();
        List<Member> members = board.panel().in();
        assertEquals(4, members.size());
        List<Desk> office = List.of(it.secretary, it.lead, it.world.oneself(), it.world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)),
                it.world.desk(World.person("chair", "DATA", "市数据局", Role.CHAIR)), it.world.desk(World.person("audit", null, null, Role.AUDITOR)));
        var told = new ArrayList<Changes.Change>();
        var order = sorted(it, it.secretary);
        for (int in = 0; in < members.size(); in++) {
            Desk author = it.person(members.get(in));
            author.changes().listen(told::add);
            it.desk(author, null).saveSheet(it.proposal.id(), ExpertWorld.sheet(TOTALS.get(in), WORDS.get(in), null));
            for (Desk reader : office) {
                hides(it, reader, -1);
            }
            it.desk(author, null).sign(it.proposal.id(), ExpertWorld.sheet(TOTALS.get(in), WORDS.get(in), Overall.DISAGREE));
            if (in == members.size() - 1) {
                break;
            }
            for (Desk reader : office) {
                hides(it, reader, -1);
                assertTrue(it.desk(reader, null).board(it.proposal.id()).panel().sealed());
            }
            assertEquals(order, sorted(it, it.secretary), "no order tells who gave how much");
            for (int reader = 0; reader < members.size(); reader++) {
                hides(it, it.person(members.get(reader)), reader);
            }
        }
        assertFalse(told.isEmpty());
        assertTrue(told.stream().allMatch(change -> change.id().equals(it.proposal.id())), "an event says that something changed, not what");
        String open = everything(it, it.secretary);
        for (int i = 0; i < TOTALS.size(); i++) {
            assertTrue(open.contains(WORDS.get(i)), "all are in: all are seen");
        }
        assertTrue(it.desk().board(it.proposal.id()).panel().scores().isPresent());
    }

    private static void hides(ExpertWorld it, Desk reader, int own) {
        String said = everything(it, reader);
        for (int i = 0; i < TOTALS.size(); i++) {
            if (i != own) {
                assertFalse(said.contains(WORDS.get(i)), reader.actor().name() + " reads words of expert " + i);
                assertFalse(said.contains(TOTALS.get(i)), reader.actor().name() + " reads the score of expert " + i);
            }
        }
        assertTrue(it.desk(reader, null).board(it.proposal.id()).panel().scores().isEmpty());
    }

    /** Without a second assessor those who arrange experts see the sheets as they come, and nobody else before all are in: whoever was not drawn may replace somebody yet. */
    @Test
    void withoutASecondAssessorExpertsDoNotSeeEachOther() {
        var it = new ExpertWorld(false);
        List<Member> members = it.accepted().panel().in();
        it.of(members.getFirst()).sign(it.proposal.id(), ExpertWorld.sheet(TOTALS.getFirst(), WORDS.getFirst(), Overall.AGREE));
        assertTrue(everything(it, it.secretary).contains(WORDS.getFirst()));
        hides(it, it.person(members.get(1)), 1);
        var panel = it.desk().board(it.proposal.id()).panel();
        Expert notDrawn = it.desk().pool().stream().map(Pooled::expert).filter(expert -> panel.member(expert.id()).isEmpty()).findFirst().orElseThrow();
        hides(it, it.world.desk(World.person(notDrawn.account(), null, null, Role.EXPERT)), -1);
        hides(it, it.world.desk(World.person("edu", null, "市教育局", Role.UNIT_REVIEWER)), -1);
        hides(it, it.world.desk(World.person("fin", "FIN", "市财政局", Role.BODY_SIGNER)), -1);
        it.desk().avoid(it.proposal.id(), members.getLast().id(), "利害关系");
        hides(it, it.person(members.getLast()), -1);
    }
}
