package nl.koppelwerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void a_second_process_is_refused_and_told_the_setting() {
        try (DataDirectory first = DataDirectory.claim(folder)) {

            assertThatThrownBy(() -> DataDirectory.claim(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("koppelwerk.data.dir").hasMessageContaining("in use");
        }
    }

    @Test
    void the_folder_is_free_again_once_its_owner_has_gone() {
        DataDirectory.claim(folder).close();

        DataDirectory.claim(folder).close();

        assertThat(folder).isDirectory();
    }

    @Test
    void a_secret_is_made_once_and_read_ever_after() {
        try (DataDirectory directory = DataDirectory.claim(folder)) {
            String made = directory.secret("key", () -> "first");

            String read = directory.secret("key", () -> "second");

            assertThat(made).isEqualTo("first").isEqualTo(read);
        }
    }

    @Test
    void a_secret_is_for_its_owners_eyes() throws Exception {
        try (DataDirectory directory = DataDirectory.claim(folder)) {
            directory.secret("key", RandomSecret::text);

            String file = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key")));

            assertThat(file).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named_with_its_setting() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.claim(file.resolve("below")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("koppelwerk.data.dir").hasMessageContaining(file.toString());
    }
}
