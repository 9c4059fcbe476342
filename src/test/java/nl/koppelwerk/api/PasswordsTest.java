package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_that_matched_once_matches_again_and_no_other_does() {
        var hash = Passwords.hash("right");

        assertThat(passwords.match("right", hash)).isTrue();
        assertThat(passwords.match("right", hash)).isTrue();
        assertThat(passwords.match("wrong", hash)).isFalse();
    }

    @Test
    void after_a_change_the_old_password_is_worth_nothing() {
        passwords.match("old", Passwords.hash("old"));

        assertThat(passwords.match("old", Passwords.hash("new"))).isFalse();
    }
}
