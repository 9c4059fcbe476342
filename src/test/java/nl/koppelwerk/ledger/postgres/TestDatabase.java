package nl.koppelwerk.ledger.postgres;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import nl.koppelwerk.ledger.Ledger;
import nl.koppelwerk.ledger.Spool;
import org.flywaydb.core.Flyway;

/** One PostgreSQL for all tests of this JVM, with the schema laid, behind the pool that the program uses. */
public final class TestDatabase {

    public static final String KEY = java.util.Base64.getEncoder().encodeToString("an installation key of a test...".getBytes());

    static final Spool SPOOL = new Spool(Path.of("target/spool"));

    private final EmbeddedPostgres server;
    private final AgroalDataSource pool;

    private TestDatabase() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start();
        var url = server.getJdbcUrl("postgres", "postgres");
        pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(connections -> connections.maxSize(24)
            .connectionFactoryConfiguration(one -> one.jdbcUrl(url).principal(new NamePrincipal("postgres")).credential(new SimplePassword("postgres")))));
        Flyway.configure().dataSource(pool).load().migrate();
    }

    /** Started once; a schema that cannot be laid fails every test at once instead of starting a server for each. */
    public static TestDatabase get() { return Only.DATABASE; }

    private static final class Only {

        static final TestDatabase DATABASE = started();

        private static TestDatabase started() {
            try {
                return new TestDatabase();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (SQLException failure) {
                throw new DatabaseFailure(failure);
            }
        }
    }

    public DataSource source() { return pool; }

    Database database() { return new Database(pool); }

    /** Everything that a test may have left, and the clock back to that of the server. */
    public void empty() {
        database().change("TRUNCATE office, account, link, relation, notice, delivery, audit, app_user, key_check CASCADE");
        database().change("UPDATE hub_clock SET ahead = '0', speed = 1, since = clock_timestamp()");
    }

    /** A ledger without any rows. */
    public Ledger ledger() {
        empty();
        return new PostgresLedger(pool, KEY, Timing.USUAL, SPOOL);
    }

    /** Its clock stands still at that moment. */
    public void standAt(Instant moment) { database().change("UPDATE hub_clock SET ahead = '0', speed = 0, since = ?", moment); }

    public void advance(Duration by) { database().change("UPDATE hub_clock SET ahead = ahead + ?", by); }
}
