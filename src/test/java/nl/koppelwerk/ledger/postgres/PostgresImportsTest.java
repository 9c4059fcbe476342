package nl.koppelwerk.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import nl.koppelwerk.ledger.Spool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a file lies that somebody brings, before it is kept under the installation's key. */
class PostgresImportsTest {

    @TempDir Path spool;

    @Test void while_it_comes_in_a_file_lies_where_its_owner_alone_can_read_it_and_afterwards_nowhere() throws IOException {
        var fixture = new PostgresFixture();
        var ledger = new PostgresLedger(TestDatabase.get().source(), TestDatabase.KEY, Timing.USUAL, new Spool(spool));
        var watched = new InputStream() {
            private int left = 2;

            @Override public int read() {
                assertThat(lying()).singleElement().satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
                return left-- > 0 ? 'a' : -1;
            }
        };

        ledger.imports().begin(fixture.aLink().id(), "relaties.csv", watched, "operator");

        assertThat(lying()).isEmpty();
    }

    private List<Path> lying() {
        try (var all = Files.walk(spool)) {
            return all.filter(file -> file.toString().endsWith(".sheet")).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
