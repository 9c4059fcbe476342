package nl.koppelwerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsKeyTest {
    @Test
    void one_machine_keeps_the_key_it_made(@TempDir Path folder) {
        try (DataDirectory directory = DataDirectory.claim(folder)) {
            String made = SecretsKey.onOneMachine(Optional.empty(), directory);

            String after = SecretsKey.onOneMachine(Optional.empty(), directory);

            assertThat(after).isEqualTo(made);
        }
    }

    @Test
    void a_given_key_goes_before_the_kept_one(@TempDir Path folder) {
        try (DataDirectory directory = DataDirectory.claim(folder)) {
            SecretsKey.onOneMachine(Optional.empty(), directory);

            String key = SecretsKey.onOneMachine(Optional.of(TestPostgres.SECRETS_KEY), directory);

            assertThat(key).isEqualTo(TestPostgres.SECRETS_KEY);
        }
    }

    @Test
    void an_external_database_without_a_key_is_refused_by_name_of_the_setting() {
        Optional<String> none = Optional.empty();

        assertThatThrownBy(() -> SecretsKey.elsewhere(none))
                .isInstanceOf(CannotStart.class).hasMessageContaining("koppelwerk.secrets.key is required");
    }

    @Test
    void a_wrong_key_is_refused_without_repeating_it() {
        Optional<String> password = Optional.of("hunter2");

        assertThatThrownBy(() -> SecretsKey.elsewhere(password))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("32 bytes").hasMessageNotContaining("hunter2");
    }
}
