package nl.koppelwerk.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Certificates.Certificate;
import nl.koppelwerk.ledger.Certificates.Excepted;
import nl.koppelwerk.ledger.Certificates.Moments;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.relation.Phrase;
import nl.koppelwerk.relation.Wording;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Both systems compared as they were read: equal, except these.
 *
 * @param pairs     relations with a record in both systems; {@code equal} of them hold the same, {@code except} do not or could not be read
 * @param except    {@code differing} and {@code unread}
 * @param repaired  of the equal ones, those that differed when the run read them and were written since; named too
 * @param unpaired  relations that only one system has, each with its reason
 * @param sum       of the keyed content ids of all pairs that were compared: the same data, the same sum
 * @param source    the moments of the first and the last reading there that it rests on; null where there is none
 * @param askedById records that no listing showed whole, so that each cost calls of its own
 */
@Schema(name = "Certificate")
record CertificateView(String run, String link, Instant startedAt, Instant completedAt, double seconds, int pairs, int equal, int except, int differing,
                       int unread, int repaired, int unpaired, String sum, @Schema(nullable = true) Moments source, @Schema(nullable = true) Moments target, int askedById) {

    static CertificateView of(Certificate certificate) {
        int differing = count(certificate, Kind.DIFFERS);
        int unread = count(certificate, Kind.UNREAD);
        int repaired = count(certificate, Kind.REPAIRED);
        int equal = count(certificate, Kind.EQUAL) + repaired;
        return new CertificateView(certificate.run(), certificate.link(), certificate.startedAt(), certificate.completedAt(),
            Duration.between(certificate.startedAt(), certificate.completedAt()).toMillis() / 1000.0, equal + differing + unread, equal, differing + unread,
            differing, unread, repaired, count(certificate, Kind.ALONE), certificate.sum().text(), certificate.moments().get(Side.SOURCE),
            certificate.moments().get(Side.TARGET), certificate.asked());
    }

    private static int count(Certificate certificate, Kind kind) { return certificate.counts().getOrDefault(kind, 0); }

    /**
     * One relation that is not simply equal.
     *
     * @param kind   {@code differs}, {@code unread}, {@code repaired} or {@code unpaired}
     * @param fields what differs, or was written since
     */
    @Schema(name = "CertificateException")
    record Exception(String relation, String name, RelationRow.SideId source, RelationRow.SideId target, String kind, List<String> fields, List<ReasonView> reasons) {

        private static final Map<Kind, String> KINDS = Map.of(Kind.DIFFERS, "differs", Kind.UNREAD, "unread", Kind.REPAIRED, "repaired", Kind.ALONE, "unpaired");

        static Exception of(Excepted one, Wording wording) {
            return new Exception(one.relation(), one.name(), RelationRow.SideId.of(one.source()), RelationRow.SideId.of(one.target()),
                KINDS.get(one.kind()), one.subjects(), ReasonView.all(one.reasons(), wording));
        }

        static Kind kind(String word) {
            return KINDS.entrySet().stream().filter(kind -> kind.getValue().equals(word)).map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> Refusal.malformed("/kind", Phrase.ONE_OF.with("name", "kind").with("known", "differs, unread, repaired, unpaired")));
        }
    }
}
