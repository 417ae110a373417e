package org.lianshen.store.rows;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.lianshen.model.Money;
import org.lianshen.model.linkage.ItWord;
import org.lianshen.model.linkage.LinkDecision;
import org.lianshen.model.linkage.UnitAlias;
import org.lianshen.service.store.Tx;

/** What officers said: on links, on IT lines, on unit names. */
final class LinkRows implements Tx.Links {

    private static final Table<Record> LINK_DECISION = Columns.table("link_decision");
    private static final Field<UUID> ID = Columns.id("id");
    private static final Field<String> LINE_KEY = Columns.text("line_key");
    private static final Field<UUID> LINE = Columns.id("line");
    private static final Field<UUID> PROJECT = Columns.id("project");
    private static final Field<Boolean> CONFIRMED = Columns.flag("confirmed");
    private static final Field<String> DECIDED_BY = Columns.text("decided_by");
    private static final Field<Instant> DECIDED_AT = Columns.moment("decided_at");
    private static final Field<String> NOTE = Columns.text("note");
    private static final Field<Boolean> REVOKED = Columns.flag("revoked");
    private static final Field<Long> SHARE = Columns.number("share_fen");
    private static final List<Field<?>> ALL = List.of(ID, LINE_KEY, LINE, PROJECT, CONFIRMED, REVOKED, SHARE, DECIDED_BY, DECIDED_AT, NOTE);

    private static final Field<String> SAID_BY = Columns.text("said_by");
    private static final Field<Instant> SAID_AT = Columns.moment("said_at");

    private static final Table<Record> IT_WORD = Columns.table("it_word");
    private static final Field<String> ANSWER = Columns.text("answer");

    private static final Table<Record> UNIT_ALIAS = Columns.table("unit_alias");
    private static final Field<String> ALIAS = Columns.text("alias");
    private static final Field<String> UNIT = Columns.text("unit_name");
    private final Work work;

    LinkRows(Work work) {
        this.work = work;
    }

    @Override
    public List<LinkDecision> all() {
        return work.sql().select(ALL).from(LINK_DECISION).orderBy(DECIDED_AT, ID).fetch(row -> new LinkDecision(row.get(ID), row.get(LINE_KEY), row.get(LINE),
                row.get(PROJECT), answer(row), row.get(SHARE) == null ? null : Money.ofFen(row.get(SHARE)), row.get(DECIDED_BY), row.get(DECIDED_AT), row.get(NOTE)));
    }

    private static LinkDecision.Answer answer(Record row) {
        if (row.get(REVOKED)) {
            return LinkDecision.Answer.REVOKED;
        }
        return row.get(CONFIRMED) ? LinkDecision.Answer.CONFIRMED : LinkDecision.Answer.REJECTED;
    }

    @Override
    public void add(LinkDecision decision) {
        work.writing();
        work.sql().insertInto(LINK_DECISION, ALL).values(decision.id(), decision.lineKey(), decision.line(), decision.project(), decision.confirmed(),
                decision.answer() == LinkDecision.Answer.REVOKED, decision.share() == null ? null : decision.share().fen(), decision.by(), decision.at(),
                decision.note()).execute();
    }

    @Override
    public List<ItWord> itWords() {
        return work.sql().select(ID, LINE_KEY, LINE, ANSWER, SAID_BY, SAID_AT, NOTE).from(IT_WORD).orderBy(SAID_AT, ID).fetch(row -> new ItWord(row.get(ID),
                row.get(LINE_KEY), row.get(LINE), ItWord.Answer.valueOf(row.get(ANSWER)), row.get(SAID_BY), row.get(SAID_AT), row.get(NOTE)));
    }

    @Override
    public void add(ItWord word) {
        work.writing();
        work.sql().insertInto(IT_WORD, ID, LINE_KEY, LINE, ANSWER, SAID_BY, SAID_AT, NOTE).values(word.id(), word.lineKey(), word.line(), word.answer().name(),
                word.by(), word.at(), word.note()).execute();
    }

    @Override
    public List<UnitAlias> unitAliases() {
        return work.sql().select(ID, ALIAS, UNIT, REVOKED, SAID_BY, SAID_AT, NOTE).from(UNIT_ALIAS).orderBy(SAID_AT, ID).fetch(row -> new UnitAlias(row.get(ID),
                row.get(ALIAS), row.get(UNIT), row.get(REVOKED), row.get(SAID_BY), row.get(SAID_AT), row.get(NOTE)));
    }

    @Override
    public void add(UnitAlias alias) {
        work.writing();
        work.sql().insertInto(UNIT_ALIAS, ID, ALIAS, UNIT, REVOKED, SAID_BY, SAID_AT, NOTE).values(alias.id(), alias.alias(), alias.unit(), alias.revoked(),
                alias.by(), alias.at(), alias.note()).execute();
    }
}
