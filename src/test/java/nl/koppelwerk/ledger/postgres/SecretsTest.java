package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets(TestDatabase.KEY);

    @Test
    void what_was_sealed_opens_in_its_place_and_never_looks_the_same_twice() {
        var plain = "Søren 's-Gravenhage".getBytes(UTF_8);

        var sealed = secrets.seal(plain, "account 1");

        assertThat(secrets.open(sealed, "account 1")).isEqualTo(plain);
        assertThat(secrets.seal(plain, "account 1")).isNotEqualTo(sealed);
        assertThat(new String(sealed, UTF_8)).doesNotContain("ren");
    }

    @Test
    void a_changed_byte_another_place_and_another_key_are_refused_without_showing_anything() {
        var sealed = secrets.seal("geheim".getBytes(UTF_8), "account 1");
        var changed = sealed.clone();
        changed[20] ^= 1;

        assertThatThrownBy(() -> secrets.open(changed, "account 1")).isInstanceOf(UnreadableSecret.class).hasMessageContaining("account 1 was changed");
        assertThatThrownBy(() -> secrets.open(sealed, "account 2")).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> other().open(sealed, "account 1")).isInstanceOf(UnreadableSecret.class).hasMessageNotContaining("geheim");
    }

    @Test
    void a_missing_or_short_key_says_which_setting() {
        for (var key : new String[] {null, "", "c2hvcnQ=", "no base64 !"})
            assertThatThrownBy(() -> new Secrets(key)).isInstanceOf(UnreadableSecret.class).hasMessageContaining("koppelwerk.secrets.key");
    }

    @Test
    void hashes_are_the_same_within_an_installation_only() {
        assertThat(secrets.hash("kvk", "69599084")).isEqualTo(secrets.hash("kvk", "69599084")).hasSize(16);
        assertThat(secrets.hash("kvk", "69599084")).isNotEqualTo(secrets.hash("rsin", "69599084")).isNotEqualTo(other().hash("kvk", "69599084"));
    }

    @Test
    void a_stamp_names_a_content_of_one_relation_and_tells_nobody_what_it_is() {
        var content = "birthDate=1975-03-02".getBytes(UTF_8);

        assertThat(secrets.stamp("7", content)).isEqualTo(secrets.stamp("7", content)).hasSize(32);
        assertThat(secrets.stamp("7", content)).isNotEqualTo(secrets.stamp("8", content)).isNotEqualTo(secrets.stamp("7", "birthDate=1975-03-03".getBytes(UTF_8)))
            .isNotEqualTo(secrets.contentId(content)).as("whoever knows all but one value cannot try it out").isNotEqualTo(other().stamp("7", content));
    }

    @Test
    void a_relations_value_is_read_with_that_relations_key_only() {
        var key = new RelationKey(7, Secrets.random(32));
        var sealed = key.seal("x".getBytes(UTF_8));

        assertThat(RelationKey.relationOf(sealed)).isEqualTo(7);
        assertThat(key.open(sealed)).isEqualTo("x".getBytes(UTF_8));
        assertThatThrownBy(() -> new RelationKey(8, key.key()).open(sealed)).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void another_key_than_the_databases_ends_the_start() {
        TestDatabase.get().empty();
        new KeyCheck(TestDatabase.get().database(), secrets).run();

        assertThatCode(() -> new KeyCheck(TestDatabase.get().database(), secrets).run()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new KeyCheck(TestDatabase.get().database(), other()).run()).isInstanceOf(UnreadableSecret.class)
            .hasMessageContaining("koppelwerk.secrets.key is not the key with which this database was filled");
    }

    private static Secrets other() { return new Secrets(Base64.getEncoder().encodeToString(new byte[32])); }
}
