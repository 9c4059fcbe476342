package nl.koppelwerk.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import nl.koppelwerk.ledger.Claim;
import nl.koppelwerk.ledger.Dossier;
import nl.koppelwerk.ledger.Dossiers;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.reconcile.Exchange;
import nl.koppelwerk.reconcile.Step;

/** What a preview's own run has just read is not asked for once more, record by record. */
public record JustRead(Dossiers dossiers, LinkType type, Claim claim, Dossier dossier) {

    /** A preview shows both systems as they were when it read them; what is applied of it is read anew. */
    private static final Duration RECENT = Duration.ofHours(2);

    /** What was read in the place of an answer to that question; empty where it is to be asked. */
    public Optional<Sighting> instead(Step step, List<Exchange> learnt, Instant askedAt) {
        boolean isOfPreview = type.previews() && claim.reasons().contains(Walk.RUN) && dossier.wanted().isEmpty();
        if (!isOfPreview || !(step instanceof Step.Read read) || read.root().isEmpty() || isKnown(read) || isShown(read, learnt)) return Optional.empty();
        return dossiers.lastKnown(claim.link(), read.side(), read.root()).filter(seen -> seen.isWhole() && seen.askedAt().isAfter(askedAt.minus(RECENT)));
    }

    /** What is stored of it was laid before the look, which asks because that is too old: the same once more would be no answer, for ever. */
    private boolean isKnown(Step.Read read) { return dossier.pair().root(read.side()).filter(read.root()::equals).isPresent(); }

    private static boolean isShown(Step.Read read, List<Exchange> learnt) {
        return learnt.stream().anyMatch(exchange -> exchange.answer() instanceof Answer.Seen seen && seen.sighting().side() == read.side() && seen.sighting().root().equals(read.root()));
    }
}
