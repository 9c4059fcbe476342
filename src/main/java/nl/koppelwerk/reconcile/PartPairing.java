package nl.koppelwerk.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Said;

/** Which parts of the two roots are the same part, which are to be born, and which are left alone with a reason. */
final class PartPairing {

    private final Knowledge known;
    private final Findings findings;
    private final Relation source;
    private final Relation target;

    PartPairing(Knowledge known, Findings findings, Relation source, Relation target) {
        this.known = known;
        this.findings = findings;
        this.source = source;
        this.target = target;
    }

    void pair() {
        source.parts().forEach(part -> find(Side.SOURCE, part, target));
        if (!findings.needsWhole) target.parts().forEach(part -> find(Side.TARGET, part, source));
        findings.take(new PartTwins(known, findings.pair));
    }

    private void find(Side side, Part part, Relation other) {
        if (findings.pair.partners(side, part.kind(), part.id()).isPresent()) return;
        if (!other.partsSeen().contains(part.kind())) findings.needsWhole |= side == Side.SOURCE;
        else partner(side, part, other).ifPresentOrElse(found -> join(side, part, found), () -> bear(side, part));
    }

    private Optional<Part> partner(Side side, Part part, Relation other) {
        return other.parts().stream()
            .filter(candidate -> candidate.kind() == part.kind())
            .filter(candidate -> findings.pair.partners(side.other(), candidate.kind(), candidate.id()).isEmpty())
            .filter(candidate -> isSame(part, candidate)).findFirst().or(() -> alike(side, part, other));
    }

    private Optional<Part> alike(Side side, Part part, Relation other) {
        return other.parts().stream().filter(candidate -> candidate.kind() == part.kind())
            .filter(candidate -> findings.pair.partners(side.other(), candidate.kind(), candidate.id()).isEmpty())
            .filter(candidate -> known.situation.rules().isSamePart(part.kind(), side == Side.SOURCE ? part.values() : candidate.values(),
                side == Side.SOURCE ? candidate.values() : part.values())).findFirst();
    }

    /** By a natural key, or by the reference to the one that the other keeps for us. */
    private static boolean isSame(Part part, Part candidate) {
        return part.kind().hasNaturalKey() ? part.id().equals(candidate.id())
            : candidate.reference().equals(part.id()) || part.reference().equals(candidate.id());
    }

    /** The part that a create of ours was to make. */
    static boolean isMade(nl.koppelwerk.link.Rules rules, Part part, Step.Write create) {
        if (part.kind() != create.part().kind()) return false;
        if (part.kind().hasNaturalKey()) return part.id().equals(create.part().key());
        return !part.reference().isEmpty() ? part.reference().equals(create.reference()) : rules.isSamePart(part.kind(), part.values(), create.values());
    }

    private void join(Side side, Part part, Part found) {
        Part atSource = side == Side.SOURCE ? part : found;
        Part atTarget = side == Side.SOURCE ? found : part;
        findings.pair = findings.pair.withPartners(new Partners(new PartKey(part.kind(), atSource.id()), atSource.id(), atTarget.id()));
    }

    private void bear(Side side, Part part) {
        if (new PartTwins(known, findings.pair).has(key(side, part).toString())) return;
        Side towards = side.other();
        if (known.situation.rules().bears(towards, part.kind())) findings.births.add(new Findings.Birth(towards, key(side, part), part));
        else if (part.kind() == PartKind.CONTACT)
            findings.reasons.add(new Reason(ReasonCode.PART_NEW_ONLY_AT_SOURCE, key(side, part).toString(),
                Map.of("part", Said.word("word.contact-person"), "system", known.situation.rules().dialect(towards).label())));
    }

    /** Ids of the target could meet ids of the source by chance, so they carry a mark. */
    static PartKey key(Side side, Part part) {
        return new PartKey(part.kind(), side == Side.SOURCE || part.kind() == PartKind.ROLE ? part.id() : "t:" + part.id());
    }

    /** The parts that both sides show; a pair of which one is gone stays, with a reason. */
    List<Pairing> pairs() {
        return findings.pair.partners().stream().flatMap(partners -> pairing(partners).stream()).toList();
    }

    private Optional<Pairing> pairing(Partners partners) {
        Optional<Part> atSource = part(source, partners, Side.SOURCE);
        Optional<Part> atTarget = part(target, partners, Side.TARGET);
        if (isEnded(partners, atSource, atTarget)) return Optional.empty();
        if (atSource.isEmpty()) gone(partners, Side.SOURCE, source);
        else if (atTarget.isEmpty()) gone(partners, Side.TARGET, target);
        return atSource.isPresent() && atTarget.isPresent() ? Optional.of(new Pairing(partners.key(), atSource.get(), atTarget.get())) : Optional.empty();
    }

    /** Gone on both sides: nothing differs, so there is nothing to say. */
    private boolean isEnded(Partners partners, Optional<Part> atSource, Optional<Part> atTarget) {
        var kind = partners.key().kind();
        return atSource.isEmpty() && atTarget.isEmpty() && source.partsSeen().contains(kind) && target.partsSeen().contains(kind);
    }

    private static Optional<Part> part(Relation relation, Partners partners, Side side) {
        return relation.parts().stream().filter(p -> p.kind() == partners.key().kind() && p.id().equals(partners.on(side))).findFirst();
    }

    private void gone(Partners partners, Side side, Relation relation) {
        if (!relation.partsSeen().contains(partners.key().kind())) return;
        boolean role = partners.key().kind() == PartKind.ROLE;
        ReasonCode code = role && side == Side.SOURCE ? ReasonCode.ROLE_NOT_WITHDRAWN : ReasonCode.PART_GONE;
        findings.reasons.add(new Reason(code, partners.key().toString(), Map.of("part", Said.word(role ? "word.role" : "word.contact-person"),
            "type", partners.key().key(), "system", known.situation.rules().dialect(role && side == Side.SOURCE ? Side.TARGET : side).label())));
    }

    record Pairing(PartKey key, Part source, Part target) {}
}
