package nl.koppelwerk.ledger.memory;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.koppelwerk.ledger.Certificates.Attested;

/** What a verify run has of its certificate. */
final class CertificateRow {

    /** By the relation's id. */
    final Map<String, Judged> records = new TreeMap<>();
    int pass = 1;
    String position = "";
    int asked;
    int askedInPass;
    Instant since;
    Instant completedAt;
    /** The last life of a value before it began. */
    String mark;
    long token;
    Instant leaseEnds = Instant.MIN;

    CertificateRow(Instant since, String mark) {
        this.since = since;
        this.mark = mark;
    }

    /** @param lastLife the newest life of a value of that relation that it knew */
    record Judged(Attested attested, String lastLife) {}

    void beginAgain(Instant now) {
        records.clear();
        pass++;
        position = "";
        askedInPass = 0;
        since = now;
        leaseEnds = Instant.MIN;
    }
}
