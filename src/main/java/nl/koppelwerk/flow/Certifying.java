package nl.koppelwerk.flow;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Certificates.Attested;
import nl.koppelwerk.ledger.Certificates.Pass;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation;
import nl.koppelwerk.reconcile.Attesting;
import nl.koppelwerk.reconcile.Evidence;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes certificates, page by page over the relations of a link. What no listing showed whole, and what differs without a reason, is
 * asked for by its id, and then all is judged once more.
 */
@Singleton
@Named("certifying")
@Unremovable
public final class Certifying {

    /** A tick comes every second; more is taken by the next one. */
    private static final int MOST = 10;
    /** One to ask, one after what was asked, one more for what moved meanwhile. */
    private static final int PASSES = 3;

    private final Certificates certificates;
    private final LinkBook links;
    private final Acceptance acceptance;
    private final Duration patience;
    private final int limit;

    @Inject
    public Certifying(Certificates certificates, LinkBook links, Acceptance acceptance,
                      @ConfigProperty(name = "koppelwerk.certificate.patience") Duration patience,
                      @ConfigProperty(name = "koppelwerk.page.size") int limit) {
        this.certificates = certificates;
        this.links = links;
        this.acceptance = acceptance;
        this.patience = patience;
        this.limit = limit;
    }

    /** One pass while it goes on; the body of hub-certify. */
    public static final class Going {

        private final Pass pass;
        private String position;
        private boolean ended;

        private Going(Pass pass) {
            this.pass = pass;
            this.position = pass.position();
        }

        public boolean isGoing() { return !ended; }
    }

    /** Passes that begin or go on now. */
    public List<Going> due() { return certificates.claim(MOST, patience).stream().map(Going::new).toList(); }

    /** Judges the next page, or ends the pass. */
    public void page(Going going) {
        var page = certificates.next(going.pass, going.position, limit);
        if (page.isEmpty()) {
            certificates.end(going.pass, going.pass.number() < PASSES);
            going.ended = true;
            return;
        }
        attest(going, page);
    }

    private void attest(Going going, List<Evidence> page) {
        var rules = links.open(going.pass.link()).rules();
        var attested = page.stream().map(evidence -> new Attested(evidence, Attesting.judge(rules, evidence))).toList();
        var hints = going.pass.number() < PASSES ? attested.stream().flatMap(one -> hints(going.pass, rules, one)).toList() : List.<Hint>of();
        acceptance.accept(hints);
        going.ended = !certificates.attest(going.pass, attested, hints.size());
        going.position = page.get(page.size() - 1).relation();
    }

    /** What was not read is asked for where it was not; what differs without a reason, on both sides. */
    private static Stream<Hint> hints(Pass pass, Rules rules, Attested one) {
        if (!one.attestation().mayImprove()) return Stream.of();
        var pair = one.evidence().pair();
        Set<Side> known = one.attestation().kind() == Attestation.Kind.UNREAD ? Attesting.read(rules, one.evidence()) : Set.of();
        return Arrays.stream(Side.values()).filter(side -> !known.contains(side))
            .flatMap(side -> pair.root(side).stream().map(root -> new Hint(pass.link(), side, root, Lane.BACKFILL, Certificates.WHY, false, "", "")));
    }
}
