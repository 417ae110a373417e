package org.lianshen.store.bench;

import java.io.IOException;
import java.util.List;
import org.lianshen.service.bench.ChildJvm;

/** Another Java process with the store on its class path. Its errors are not kept. */
public final class StoreProcess {

    private static final List<List<String>> NEEDED = List.of(
            List.of("org.lianshen.store.bench.StoreProcess", "org.lianshen.store.H2StoreProvider", "org.lianshen.service.Progress", "org.lianshen.model.Money",
                    "org.bouncycastle.crypto.digests.SM3Digest", "org.flywaydb.core.Flyway", "org.h2.jdbcx.JdbcDataSource", "org.slf4j.Logger"),
            List.of("org.jooq.DSLContext", "org.reactivestreams.Publisher", "io.r2dbc.spi.ConnectionFactory"),
            List.of("com.fasterxml.jackson.databind.json.JsonMapper", "com.fasterxml.jackson.core.JsonFactory", "com.fasterxml.jackson.annotation.JsonInclude"),
            List.of("org.lianshen.json.ModelJson", "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule"));

    private StoreProcess() {
    }

    public static Process start(Class<?> main, String... args) throws IOException {
        return new ChildJvm(StoreProcess.class.getClassLoader(), NEEDED).command(List.of("-XX:TieredStopAtLevel=1"), main.getName(), List.of(args))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
