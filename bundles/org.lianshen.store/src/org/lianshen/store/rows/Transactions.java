package org.lianshen.store.rows;

import java.sql.Connection;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;
import org.lianshen.store.json.CellsJson;
import org.lianshen.store.json.Json;

/** Makes the facts of a store out of a connection to its database. */
public final class Transactions {

    static {
        // It would greet, give tips, and warn of every PostgreSQL that is not the newest; our few statements are plain SQL and tested on an old one.
        JooqLogger.globalThreshold(Log.Level.ERROR);
    }

    private final Settings settings = new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER).withExecuteLogging(false);
    private final Json json = new Json();
    private final CellsJson cells = new CellsJson();
    private final SQLDialect dialect;
    private final Clock clock;

    public Transactions(SQLDialect dialect, Clock clock) {
        this.dialect = dialect;
        this.clock = clock;
    }

    public RowsTx reading(Connection connection) {
        return new RowsTx(new Work(sql(connection), json, cells, clock, false), "", "");
    }

    public RowsTx writing(Connection connection, String actor, String role) {
        return new RowsTx(new Work(sql(connection), json, cells, clock, true), actor, role);
    }

    private DSLContext sql(Connection connection) {
        return DSL.using(connection, dialect, settings);
    }
}
