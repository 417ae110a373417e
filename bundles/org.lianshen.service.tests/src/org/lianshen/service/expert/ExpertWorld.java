package org.lianshen.service.expert;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.lianshen.model.expert.Expert;
import org.lianshen.model.expert.Expert.Interests;
import org.lianshen.model.expert.Expertise;
import org.lianshen.model.expert.Panel.Member;
import org.lianshen.model.expert.ScoreSheet;
import org.lianshen.model.identity.Role;
import org.lianshen.model.proposal.Proposal;
import org.lianshen.model.review.Overall;
import org.lianshen.service.ExpertService.Board;
import org.lianshen.service.memory.FormFixture;
import org.lianshen.service.memory.PackFixture;
import org.lianshen.service.memory.World;
import org.lianshen.service.review.ReviewDesk;
import org.lianshen.service.session.Desk;
import org.lianshen.service.table.TableWriter;
import org.lianshen.service.text.Texts;

/** A world with a project under review, a pool of ten experts with accounts {@code e1 … e10}, and the people of the office. */
public final class ExpertWorld {

    static final Texts TEXTS = new Texts(java.util.Locale.CHINESE);
    public final World world;
    final Desk lead;
    final Desk secretary;
    public final Proposal proposal;

    public ExpertWorld(boolean second) {
        var pack = new PackFixture();
        if (second) {
            pack.param("limit.expertSecond", "1", "yuan");
        }
        world = new World(pack.param("limit.expert", "1", "yuan").build());
        world.store().runEverythingTwice();
        lead = world.desk(World.person("data", "DATA", "市数据局", Role.RECEIVER, Role.BODY_SIGNER));
        secretary = world.desk(World.person("sec", "DATA", "市数据局", Role.SECRETARY));
        var applicant = world.desk(World.person("edu", null, "市教育局", Role.UNIT_REVIEWER));
        proposal = world.submit(applicant, FormFixture.form());
        new ReviewDesk(lead, null, null).accept(proposal.id());
        Expertise[] fields = Expertise.values();
        for (int i = 1; i <= 10; i++) {
            Expertise field = i % 3 == 0 ? Expertise.COST : i % 3 == 1 ? Expertise.SECURITY : fields[i % fields.length];
            add("专家" + i, "大学" + i, "e" + i, Interests.NONE, field);
        }
    }

    Expert add(String name, String unit, String account, Interests interests, Expertise... fields) {
        return desk().save(new Expert(null, "", name, unit, List.of(), "教授", Set.of(fields), "13800000000", "123X", "6222000011112222", true, "", interests, account, 0));
    }

    /** Of the secretary. */
    public ExpertDesk desk() {
        return new ExpertDesk(secretary, null, null, TEXTS);
    }

    ExpertDesk desk(Desk desk, TableWriter tables) {
        return new ExpertDesk(desk, null, tables, TEXTS);
    }

    Desk person(Member member) {
        return world.desk(World.person(account(member.id()), null, null, Role.EXPERT));
    }

    String account(UUID expert) {
        return world.store().read(tx -> tx.experts().find(expert).orElseThrow().account());
    }

    public ExpertDesk of(Member member) {
        return desk(person(member), null);
    }

    public Board drawn() {
        desk().publish(proposal.id(), "2026-11-02 现场摸号 3-17-29", "会议室现场摸号，监督人王某", null, null);
        return desk().draw(proposal.id());
    }

    /** Drawn, invited by the office, accepted by each. */
    public Board accepted() {
        Board board = drawn();
        desk().invite(proposal.id(), board.panel().in().stream().map(Member::id).toList(), "11月5日 9:00 政务中心");
        board.panel().in().forEach(member -> of(member).answer(proposal.id(), member.id(), true, ""));
        return desk().board(proposal.id());
    }

    /** So many points of a hundred. */
    public static ScoreSheet sheet(String total, String words, Overall conclusion) {
        BigDecimal left = new BigDecimal(total);
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        for (var item : Map.of("necessity", 40, "plan", 40, "budget", 20).entrySet()) {
            BigDecimal given = left.min(BigDecimal.valueOf(item.getValue()));
            points.put(item.getKey(), given);
            left = left.subtract(given);
        }
        return new ScoreSheet(1, points, words, words, words, words, conclusion, true);
    }

    public List<String> audit() {
        var said = new ArrayList<String>();
        world.store().read(tx -> tx.audit().from(1, 10_000)).forEach(record -> said.add(record.toString()));
        return said;
    }
}
