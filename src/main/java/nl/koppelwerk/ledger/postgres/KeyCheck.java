package nl.koppelwerk.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A wrong installation key is noticed at start, before anything is written that the right one could not read. */
record KeyCheck(Database database, Secrets secrets) {

    private static final String PLACE = "key check";

    void run() {
        database.change("INSERT INTO key_check (sample) VALUES (?) ON CONFLICT DO NOTHING", secrets.seal("koppelwerk".getBytes(UTF_8), PLACE));
        var sample = database.row("SELECT sample FROM key_check", row -> row.bytes("sample")).orElseThrow();
        try {
            secrets.open(sample, PLACE);
        } catch (UnreadableSecret wrongKey) {
            throw new UnreadableSecret("koppelwerk.secrets.key is not the key with which this database was filled: "
                + "give the right one, for what it encrypted can be read with no other");
        }
    }
}
