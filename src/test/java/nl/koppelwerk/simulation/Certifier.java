package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.koppelwerk.ledger.Certificates;
import nl.koppelwerk.ledger.Certificates.Attested;
import nl.koppelwerk.ledger.Certificates.Pass;
import nl.koppelwerk.ledger.Hint;
import nl.koppelwerk.ledger.Lane;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Attestation;
import nl.koppelwerk.reconcile.Attesting;
import nl.koppelwerk.reconcile.Evidence;

/** Makes certificates page by page, as the route does; it may die between any two pages. */
final class Certifier {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PASSES = 3;
    private final World world;
    /** What each run attested, by relation; of the pass that goes on or was the last. */
    final Map<String, Map<String, Attested>> attested = new LinkedHashMap<>();

    Certifier(World world) { this.world = world; }

    void goOn() {
        for (var pass : world.ledger.certificates().claim(9, PATIENCE)) world.hub.office(pass.link()).certifier.goOn(pass);
    }

    private void goOn(Pass pass) {
        if (pass.position().isEmpty()) attested.put(pass.run(), new LinkedHashMap<>());
        then(() -> page(pass, pass.position()));
    }

    private void then(Runnable step) {
        if (world.random.nextDouble() < world.quirks.death()) return;
        world.time.after(Duration.ofMillis(1 + world.random.nextInt(50)), () -> world.guard("certificate", step, () -> { }));
    }

    private void page(Pass pass, String position) {
        var page = world.ledger.certificates().next(pass, position, 1 + world.random.nextInt(9));
        if (page.isEmpty()) world.ledger.certificates().end(pass, pass.number() < PASSES);
        else then(() -> attest(pass, page));
    }

    private void attest(Pass pass, List<Evidence> page) {
        var judged = page.stream().map(evidence -> new Attested(evidence, Attesting.judge(world.rules, evidence))).toList();
        var hints = new ArrayList<Hint>();
        if (pass.number() < PASSES) judged.forEach(one -> ask(one, hints));
        if (!hints.isEmpty()) world.ledger.notices().accept(hints);
        if (!world.ledger.certificates().attest(pass, judged, hints.size())) return;
        judged.forEach(one -> attested.get(pass.run()).put(one.evidence().relation(), world.books.of(one)));
        then(() -> page(pass, page.get(page.size() - 1).relation()));
    }

    private void ask(Attested one, List<Hint> hints) {
        if (!one.attestation().mayImprove()) return;
        Set<Side> known = one.attestation().kind() == Attestation.Kind.UNREAD ? Attesting.read(world.rules, one.evidence()) : Set.of();
        for (var side : Side.values())
            if (!known.contains(side)) one.evidence().pair().root(side).ifPresent(root -> hints.add(new Hint(world.link, side, root, Lane.BACKFILL, Certificates.WHY, false, "", "")));
    }
}
