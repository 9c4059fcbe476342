package nl.koppelwerk;

import java.util.Base64;
import java.util.Optional;

/** The installation's key, which encrypts credentials and the values of people. */
final class SecretsKey {
    static final String SETTING = "koppelwerk.secrets.key";
    private static final String MAKE_ONE = "32 bytes as Base64, for example by: openssl rand -base64 32";

    private SecretsKey() {
    }

    /** On one machine the key may be made and kept beside the database. */
    static String onOneMachine(Optional<String> given, DataDirectory directory) {
        return given.map(SecretsKey::checked).orElseGet(() -> checked(directory.secret("secrets.key", RandomSecret::text)));
    }

    /** With a database elsewhere a key made here would be another one on the next pod: what the first wrote nobody could read. */
    static String elsewhere(Optional<String> given) {
        return given.map(SecretsKey::checked).orElseThrow(() -> new CannotStart(
                SETTING + " is required with koppelwerk.database.url: " + MAKE_ONE));
    }

    private static String checked(String key) {
        try {
            if (Base64.getDecoder().decode(key).length == RandomSecret.BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the text: it may be a secret that was pasted into the wrong place
        }
        throw new CannotStart(SETTING + " is not " + MAKE_ONE);
    }
}
