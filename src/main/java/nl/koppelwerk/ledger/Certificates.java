package nl.koppelwerk.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation;
import nl.koppelwerk.reconcile.ContentSum;
import nl.koppelwerk.reconcile.Evidence;
import nl.koppelwerk.relation.Reason;

/**
 * What a full run with {@code verify} found of every relation of its link. It is made in passes over them; a pass that had to ask for
 * records is made again when these were looked at. Only the certificate that is complete is shown, and only the last one is kept.
 */
public interface Certificates {

    /** Why a certificate asks for a record once more; such a look reads it whole. */
    String WHY = "verify";

    /**
     * Runs whose certificate can be worked on: all pages are walked, and nothing waits for a look, or it has waited that long. Each is
     * leased to one worker, and begins where the last one left it.
     */
    List<Pass> claim(int most, Duration patience);

    /** The next relations after that one, in the order of their ids; empty at the end. */
    List<Evidence> next(Pass pass, String afterRelation, int most);

    /**
     * Records a page in one commit and lengthens the lease.
     *
     * @param asked how many records the page asked for once more
     * @return false where the pass is another worker's by now; then nothing was recorded
     */
    boolean attest(Pass pass, List<Attested> page, int asked);

    /** All relations were judged: the certificate is complete, unless the pass asked for records and {@code again} says that another one follows. */
    void end(Pass pass, boolean again);

    Optional<Certificate> last(String link);

    /** How far the certificate of that run is; empty for a run that makes none. */
    Optional<Progress> progress(String run);

    /** What is not simply equal in the last certificate, by the relation's id; null for every kind. */
    List<Excepted> exceptions(String link, Attestation.Kind kind, String afterId, int most);

    /** Values whose life began after the last certificate had read their relation, oldest first; no vendor is asked. */
    List<Changed> changes(String link, String afterId, int most);

    /**
     * @param number  the first is 1
     * @param position the relation after which it goes on, or empty
     */
    record Pass(String run, String link, int number, String position, long token) {}

    record Attested(Evidence evidence, Attestation attestation) {}

    /**
     * @param counts  relations by what is said of them
     * @param sum     of the content ids of all pairs that were compared
     * @param moments of the oldest and the newest reading of each side that it rests on; a side without any is missing
     * @param asked   records that were asked for by their id, because no listing had shown them whole
     */
    record Certificate(String run, String link, Instant startedAt, Instant completedAt, Map<Attestation.Kind, Integer> counts, ContentSum sum,
                       Map<Side, Moments> moments, int asked) {}

    record Moments(Instant from, Instant to) {}

    /** @param judged relations in this pass */
    record Progress(int pass, int judged, boolean complete) {}

    /** @param name empty where the person was erased since */
    record Excepted(String relation, String name, String source, String target, Attestation.Kind kind, List<String> subjects, List<Reason> reasons) {}

    record Changed(String relation, Views.Life life) {}
}
