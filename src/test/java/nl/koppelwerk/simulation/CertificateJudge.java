package nl.koppelwerk.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import nl.koppelwerk.ledger.Certificates.Attested;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Partners;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.link.Sighting;
import nl.koppelwerk.reconcile.Attestation.Kind;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/**
 * What a certificate says is what the vendors held: equal is equal, by this judge's own measure, at the moments of reading; what is
 * excepted differs in what is named, with its reason; no pair is left out.
 */
final class CertificateJudge {

    private static final String NAME = "a certificate is true";
    /** A worker that sleeps between its question and the call reads later than it asked. */
    private static final Duration SLEEP = Duration.ofSeconds(200);
    private final World world;
    private final Twins twins;

    CertificateJudge(World world) {
        this.world = world;
        this.twins = new Twins(world);
    }

    /** Every certificate that was completed while people worked, at its moments of reading. */
    void judgeAll() {
        for (var run : world.ledger.runs().of(world.link, "", 1000))
            if (run.kind() == Runs.Kind.VERIFY && run.state() == Runs.State.DONE)
                world.certifier.attested.getOrDefault(run.id(), java.util.Map.of()).values().forEach(this::equalThen);
    }

    private void equalThen(Attested one) {
        if (!isEqual(one)) return;
        var sources = held(one, Side.SOURCE);
        var targets = held(one, Side.TARGET);
        boolean holds = sources.stream().anyMatch(source -> targets.stream().anyMatch(target -> differing(one, source, target).isEmpty()));
        if (!holds) fail(one, "was certified as equal, and its vendors never held the same when they were read: " + moments(one));
    }

    private static String moments(Attested one) {
        return one.evidence().seen().get(Side.SOURCE).askedAt() + " " + Telling.relation(one.evidence().seen().get(Side.SOURCE).relation())
            + " and " + one.evidence().seen().get(Side.TARGET).askedAt() + " " + Telling.relation(one.evidence().seen().get(Side.TARGET).relation());
    }

    /** The states in which a read that was asked for at that moment may have found the root. */
    private List<Relation> held(Attested one, Side side) {
        Sighting seen = one.evidence().seen().get(side);
        var from = seen.askedAt().minus(world.vendor(side).dialect().visibilityDelay());
        var to = seen.askedAt().plus(SLEEP);
        var states = world.vendor(side).history.of(seen.root());
        var found = new java.util.ArrayList<Relation>();
        for (int i = 0; i < states.size(); i++) {
            boolean ended = i + 1 < states.size() && !states.get(i + 1).at().isAfter(from);
            if (!ended && !states.get(i).at().isAfter(to) && states.get(i).relation() != null) found.add(states.get(i).relation());
        }
        return found;
    }

    private static boolean isEqual(Attested one) { return one.attestation().kind() == Kind.EQUAL || one.attestation().kind() == Kind.REPAIRED; }

    /** The last certificate, of a link at rest: it speaks of now. */
    void judge() {
        var last = world.ledger.certificates().last(world.link);
        if (last.isEmpty()) {
            world.failures.add(new Finding(NAME, "", "there is none"));
            return;
        }
        var attested = world.certifier.attested.get(last.get().run());
        attested.values().forEach(this::now);
        for (var root : world.vendor(Side.SOURCE).history.living())
            if (attested.values().stream().noneMatch(one -> one.evidence().pair().source().equals(root))) world.failures.add(new Finding(NAME, root, "is not in the certificate"));
        if (attested.size() != last.get().counts().values().stream().mapToInt(Integer::intValue).sum()) world.failures.add(new Finding(NAME, "", "counts others than it judged"));
    }

    private void now(Attested one) {
        var pair = one.evidence().pair();
        var source = world.vendor(Side.SOURCE).history.now(pair.source());
        var target = world.vendor(Side.TARGET).history.now(pair.target());
        boolean isThere = source != null && target != null;
        Set<String> differing = isThere ? differing(one, source.relation(), target.relation()) : new TreeSet<>();
        if (isEqual(one) && !(isThere && differing.isEmpty())) fail(one, "is certified as equal, and differs: " + differing);
        if (one.attestation().kind() == Kind.UNREAD) fail(one, "could not be read although nothing fails: " + one.attestation().reasons());
        if (one.attestation().kind() != Kind.EQUAL && one.attestation().reasons().isEmpty()) fail(one, "is excepted without a reason");
        for (var code : List.of(ReasonCode.DIFFERS_UNEXPLAINED, ReasonCode.STILL_WORKED))
            if (one.attestation().reasons().stream().map(Reason::code).anyMatch(code::equals)) fail(one, "is at rest and " + code + ": " + one.attestation());
        if (one.attestation().kind() == Kind.DIFFERS && isThere) named(one, differing, source.relation(), target.relation());
    }

    /** Roles that the source does not name any more are differences too, which a person ends. */
    private void named(Attested one, Set<String> differing, Relation source, Relation target) {
        var named = new TreeSet<>(one.attestation().subjects());
        for (var part : Held.contacts(target)) if (isUnmet(one, part) && !hasOther(one, part, target)) asAWhole(part, named, differing);
        if (!named.containsAll(differing)) fail(one, "names " + named + " and differs in " + differing);
        named.removeAll(differing);
        one.attestation().reasons().stream().filter(reason -> reason.code() == ReasonCode.WRITTEN_SINCE).map(Reason::subject).forEach(named::remove);
        named.removeIf(subject -> subject.startsWith("role:") && hasRole(target, subject.substring(5)) != hasRole(view(Side.SOURCE, source), subject.substring(5)));
        named.removeIf(subject -> subject.startsWith("contact:t:") && isDouble(target, subject.substring(10)));
        if (!named.isEmpty()) fail(one, "names " + named + " as differing, where both hold the same");
    }

    /** A pair that is not written any more learns no new contact persons: each stands alone. */
    private static boolean isUnmet(Attested one, Part part) {
        return !part.reference().isEmpty() && one.evidence().pair().partners(Side.TARGET, PartKind.CONTACT, part.id()).isEmpty();
    }

    private static boolean hasOther(Attested one, Part part, Relation target) {
        return one.evidence().pair().partners(Side.SOURCE, PartKind.CONTACT, part.reference()).filter(partners -> Held.part(target, partners.target()).isPresent()).isPresent();
    }

    private static void asAWhole(Part part, Set<String> named, Set<String> differing) {
        var atSource = "contact:" + part.reference();
        if (!named.contains(atSource) || !named.remove("contact:t:" + part.id())) return;
        if (differing.removeIf(subject -> subject.startsWith(atSource + "/"))) differing.add(atSource);
        else if (!differing.contains(atSource)) named.remove(atSource);
    }

    /** It stands for a contact person of the source for which another one stands too. */
    private boolean isDouble(Relation target, String id) {
        return Held.part(target, id).filter(part -> Held.contacts(target).stream().anyMatch(other -> !other.id().equals(id) && isOne(part, other))).isPresent();
    }

    /** Where no record bears a reference they are one by what makes two contact persons the same. */
    private boolean isOne(Part part, Part other) {
        return part.reference().isEmpty() ? world.rules.isSamePart(PartKind.CONTACT, part.values(), other.values()) : other.reference().equals(part.reference());
    }

    /** The next certificate names it, whether the hub has mended it or may not. */
    void judgeNamed(People.Changed changed) {
        var last = world.ledger.certificates().last(world.link).orElseThrow();
        var found = world.certifier.attested.get(last.run()).values().stream().filter(one -> one.evidence().pair().root(changed.side()).filter(changed.root()::equals).isPresent()).findFirst();
        if (found.isEmpty() || found.get().evidence().pair().isPaired() && Stream.concat(found.get().attestation().subjects().stream(), found.get().attestation().reasons().stream().map(Reason::subject)).noneMatch(subject -> isNamed(subject, changed, found.get()))
            && found.get().evidence().pair().gone().isEmpty())
            world.failures.add(new Finding(NAME, changed.root(), changed + " is not named: " + found.map(Attested::attestation)));
    }

    private static boolean isNamed(String subject, People.Changed changed, Attested one) {
        if (changed.partId().isEmpty()) return subject.equals(changed.field().name()) || subject.isEmpty();
        var partners = one.evidence().pair().partners(changed.side(), PartKind.CONTACT, changed.partId());
        var part = partners.map(found -> found.key().toString()).orElse("contact:" + (changed.side() == Side.SOURCE ? "" : "t:") + changed.partId());
        return subject.equals(part) || subject.equals(part + "/" + changed.field().name()) || subject.isEmpty();
    }

    private Set<String> differing(Attested one, Relation atSource, Relation atTarget) {
        var differing = new TreeSet<String>();
        var source = view(Side.SOURCE, atSource);
        var target = view(Side.TARGET, atTarget);
        if (source.kind() != target.kind()) return Set.of("");
        values(source.kind(), PartKind.ROOT, "", source.values(), target.values(), differing);
        for (var part : Held.contacts(source)) contact(one, part, target, differing);
        for (var part : Held.contacts(target))
            if (twins.parts(Side.TARGET, source, one.evidence().pair().target(), part.id()).isEmpty()) differing.add(name(one, part));
        for (var part : source.parts()) if (part.kind() == PartKind.ROLE && !hasRole(target, part.id())) differing.add("role:" + part.id());
        return differing;
    }

    private static String name(Attested one, Part part) {
        var partners = one.evidence().pair().partners(Side.TARGET, PartKind.CONTACT, part.id());
        return partners.map(found -> found.key().toString()).orElse("contact:t:" + part.id());
    }

    private Relation view(Side side, Relation held) { return world.rules.view(side, "relation", held); }

    private static boolean hasRole(Relation relation, String role) {
        return relation.parts().stream().anyMatch(part -> part.kind() == PartKind.ROLE && part.id().equals(role));
    }

    private void contact(Attested one, Part part, Relation target, Set<String> differing) {
        var root = one.evidence().pair().source();
        var name = one.evidence().pair().partners(Side.SOURCE, PartKind.CONTACT, part.id()).map(both -> both.key().toString()).orElse("contact:" + part.id());
        var same = twins.parts(Side.SOURCE, target, root, part.id());
        var partner = one.evidence().pair().partners(Side.SOURCE, PartKind.CONTACT, part.id()).map(Partners::target).filter(same::contains);
        var twin = partner.or(() -> same.stream().findFirst()).flatMap(id -> Held.part(target, id));
        if (twin.isEmpty()) differing.add(name);
        else values(target.kind(), PartKind.CONTACT, name + "/", part.values(), twin.get().values(), differing);
    }

    private void values(nl.koppelwerk.relation.Kind kind, PartKind part, String prefix, Values source, Values target, Set<String> differing) {
        for (Field<?> field : source.fields()) {
            boolean isCommon = world.rules.rule(part, field).compares() && Stream.of(Side.values()).allMatch(side -> world.vendor(side).dialect().knows(kind, part, field)) && !target.get(field).isAbsent();
            if (isCommon && !isEqual(kind, part, field, source, target)) differing.add(prefix + field.name());
        }
    }

    private boolean isEqual(nl.koppelwerk.relation.Kind kind, PartKind part, Field<?> field, Values source, Values target) {
        return Held.same(world.vendor(Side.TARGET).dialect().form(kind, part, field, source.get(field)), target.get(field))
            || Held.same(world.vendor(Side.SOURCE).dialect().form(kind, part, field, target.get(field)), source.get(field));
    }

    private void fail(Attested one, String what) { world.failures.add(new Finding(NAME, one.evidence().pair().source(), one.evidence().pair().target() + " " + what)); }
}
