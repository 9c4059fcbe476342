package nl.koppelwerk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir Path data;

    @Test void a_file_on_its_way_is_for_its_owners_eyes_and_stays_so_when_it_is_written() throws IOException {
        var file = new Spool(data.resolve("spool")).file();

        Files.newOutputStream(file).close();

        assertThat(file).startsWith(data.resolve("spool"));
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))).isEqualTo("rwx------");
        }
    }

    @Test void what_a_kill_left_is_gone_after_the_next_start() throws IOException {
        var left = Files.createDirectories(data.resolve("spool/of-a-dead-process"));
        Files.writeString(left.resolve("1.sheet"), "relatienummer;naam\nCMP-1;Çelik\n");

        new Spool(data.resolve("spool"));

        assertThat(left).doesNotExist();
    }

    @Test void another_that_starts_in_the_same_folder_leaves_what_is_in_use() throws IOException {
        var first = new Spool(data.resolve("spool")).file();

        var second = new Spool(data.resolve("spool")).file();

        assertThat(List.of(first, second)).allMatch(Files::exists);
        assertThat(second.getParent()).isNotEqualTo(first.getParent());
    }

    @Test void a_folder_that_cannot_be_used_is_told_with_the_first_file_and_used_once_it_can_be() throws IOException {
        var place = Files.writeString(data.resolve("spool"), "no folder");
        var spool = new Spool(place);
        assertThatThrownBy(spool::file).isInstanceOf(IOException.class);

        Files.delete(place);

        assertThat(spool.file()).exists();
    }
}
