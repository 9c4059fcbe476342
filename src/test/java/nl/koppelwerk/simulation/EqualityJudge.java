package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import nl.koppelwerk.link.FieldRule;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Values;

/** Both sides are equal field by field, or what differs is named by an open question, a refusal, a standing or a scope reason. */
final class EqualityJudge {

    private static final String NAME = "equal or explained";
    private final World world;
    private final Twins twins;

    EqualityJudge(World world) {
        this.world = world;
        this.twins = new Twins(world);
    }

    void judge() {
        world.vendor(Side.SOURCE).history.living().forEach(this::judge);
        if (world.rules.bears(Side.SOURCE, PartKind.ROOT)) world.vendor(Side.TARGET).history.living().stream().filter(root -> twins.living(Side.TARGET, root).isEmpty()).forEach(this::alone);
    }

    /** Of a link in which both sides make relations, one of the target that has none in the source. */
    private void alone(String root) {
        var told = world.settled.get(root);
        if (told == null) fail(root, "was never looked at");
        else expect(root, told, State.OUT_OF_SCOPE, State.HELD, State.REFUSED, State.FAILED);
    }

    private void judge(String root) {
        var seen = world.vendor(Side.SOURCE).history.now(root).relation();
        var told = world.settled.get(root);
        var partners = twins.living(Side.SOURCE, root).stream().filter(twin -> told != null && isPaired(told, root, twin) || world.cast.areAlike(root, twin)).toList();
        boolean isWritten = world.rules.outOfScope(Side.SOURCE, seen).isEmpty() && world.rules.noLongerWritten(Side.SOURCE, seen).isEmpty();
        boolean isBorn = world.rules.notBorn(Side.SOURCE, seen).isEmpty();
        if (told == null) fail(root, "was never looked at");
        else if (told.state() == State.PENDING) fail(root, "is pending for ever: " + told.reasons());
        else if (!isWritten || partners.isEmpty() && !isBorn) expect(root, told, State.OUT_OF_SCOPE, State.HELD);
        else if (isSaidToBeTwo(told) && !told.pair().isPaired()) expect(root, told, State.OUT_OF_SCOPE);
        else if (partners.isEmpty()) expect(root, told, State.HELD, State.REFUSED, State.FAILED);
        // one that is refused by itself was not looked at as anybody's partner
        else if (!isPaired(told, root, one(partners, told))) expect(root, told, State.HELD, State.REFUSED);
        else if (isEnded(one(partners, told))) expect(root, told, State.OUT_OF_SCOPE, State.HELD);
        else compare(root, one(partners, told), told);
    }

    /** Of two that are one relation the one that is paired; that there are two is another judge's matter. */
    private static String one(List<String> partners, Settlement told) { return partners.contains(told.pair().target()) ? told.pair().target() : partners.get(0); }

    /** Of one that came late a person said that it is no twin. */
    private static boolean isSaidToBeTwo(Settlement told) { return told.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.NO_TWIN); }

    private void expect(String root, Settlement told, State... states) {
        if (!List.of(states).contains(told.state()) || told.reasons().isEmpty()) fail(root, "is " + told.state() + " " + told.reasons() + " and not one of " + List.of(states));
    }

    private boolean isEnded(String target) { return !world.rules.noLongerWritten(Side.TARGET, world.vendor(Side.TARGET).history.now(target).relation()).isEmpty(); }

    private static boolean isPaired(Settlement told, String source, String target) {
        return told.pair().source().equals(source) && told.pair().target().equals(target);
    }

    private void compare(String root, String twin, Settlement told) {
        var atSource = world.vendor(Side.SOURCE).history.now(root).relation();
        var atTarget = world.vendor(Side.TARGET).history.now(twin).relation();
        var source = world.rules.view(Side.SOURCE, "relation", atSource);
        var target = world.rules.view(Side.TARGET, "relation", atTarget);
        if (source.kind() != target.kind()) return;
        values(root, source.kind(), PartKind.ROOT, "", source.values(), target.values(), told);
        for (var part : Held.contacts(source)) contact(root, part, target, told);
        for (var part : Held.contacts(target)) if (twins.parts(Side.TARGET, source, twin, part.id()).isEmpty() && !isTold(told, "contact:t:" + part.id())) explain(root, List.of(twins.name(root, part)), told);
        for (var part : source.parts()) if (part.kind() == PartKind.ROLE && !hasRole(target, part.id())) fail(root, "lacks the role " + part.id());
    }

    private static boolean hasRole(Relation target, String role) {
        return target.parts().stream().anyMatch(part -> part.kind() == PartKind.ROLE && part.id().equals(role));
    }

    private void contact(String root, Part part, Relation target, Settlement told) {
        var same = twins.parts(Side.SOURCE, target, root, part.id()).stream().flatMap(id -> Held.part(target, id).stream()).toList();
        var paired = same.stream().filter(candidate -> isPartner(told, part, candidate)).findFirst();
        // where nothing refers to the other side, two that the hub holds apart are explained, not compared
        var twin = paired.or(() -> same.stream().filter(candidate -> !candidate.reference().isEmpty()).findFirst());
        var names = twins.names(Side.SOURCE, root, part.id());
        // another one that came later is none of this pair's, which is told
        boolean isGone = told.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.PART_GONE && names.contains(reason.subject()));
        if (isGone) return;
        if (twin.isPresent()) values(root, target.kind(), PartKind.CONTACT, part.id(), part.values(), twin.get().values(), told);
        else explain(root, names, told);
    }

    private static boolean isPartner(Settlement told, Part part, Part candidate) {
        return told.pair().partners(Side.TARGET, PartKind.CONTACT, candidate.id()).filter(partners -> partners.source().equals(part.id())).isPresent();
    }

    private void values(String root, nl.koppelwerk.relation.Kind kind, PartKind part, String partId, Values source, Values target, Settlement told) {
        for (var field : source.fields()) {
            if (!world.rules.rule(part, field).compares() || !world.vendor(Side.TARGET).dialect().knows(kind, part, field) || target.get(field).isAbsent()) continue;
            if (!isEqual(kind, part, field, source, target)) differs(root, partId, field, source, target, told);
        }
    }

    private boolean isEqual(nl.koppelwerk.relation.Kind kind, PartKind part, Field<?> field, Values source, Values target) {
        var there = target.get(field);
        var formed = world.vendor(Side.TARGET).dialect().form(kind, part, field, source.get(field));
        return Held.same(formed, there) || Held.same(source.get(field), there);
    }

    private void differs(String root, String partId, Field<?> field, Values source, Values target, Settlement told) {
        var subjects = twins.subjects(Side.SOURCE, root, partId, field);
        boolean asked = told.questions().stream().anyMatch(question -> subjects.stream().anyMatch(subject -> question.values().containsKey(subject)
            && source.get(field).text().equals(question.values().get(subject).source()) && target.get(field).text().equals(question.values().get(subject).target())));
        boolean stands = together(root, partId, field).stream().anyMatch(each -> told.reasons().stream().anyMatch(reason -> reason.subject().equals(each) && mayStand(reason, partId, field)));
        boolean whole = told.questions().stream().anyMatch(question -> Set.of("PARTNER_GONE", "KIND_CHANGED", "ID_REUSED").contains(question.code().name()));
        boolean byHand = isLeftToHand(told) && !rule(partId, field).isKey();
        boolean wrongly = told.questions().stream().anyMatch(question -> subjects.stream().anyMatch(question.values()::containsKey)) && !asked;
        if (!asked && !stands && !whole && !byHand || wrongly) fail(root, subjects + " is '" + source.get(field).text() + "' and '" + target.get(field).text()
            + "' although " + told.state() + " " + told.reasons() + " " + told.questions());
    }

    /** That emptying is held or ignored explains nothing where the link lets it cross; and that it was changed in the target nothing where that is set back. */
    private boolean mayStand(Reason reason, String partId, Field<?> field) {
        if (reason.code() == ReasonCode.DRIFT && rule(partId, field).policy() == FieldRule.Policy.SOURCE_RULES) return false;
        boolean isOfEmptying = reason.code() == ReasonCode.EMPTY_IGNORED || reason.code() == ReasonCode.EMPTY_HELD;
        return !isOfEmptying || Stream.of(Side.values()).anyMatch(side -> rule(partId, field).emptying(side) != FieldRule.Emptying.COPY);
    }

    private FieldRule rule(String partId, Field<?> field) { return world.rules.rule(partId.isEmpty() ? PartKind.ROOT : PartKind.CONTACT, field); }

    /** Fields that one member feeds are held, refused and parted together. */
    private List<String> together(String root, String partId, Field<?> field) {
        return twins.together(world.vendor(Side.SOURCE).history.now(root).relation(), partId, field).stream().flatMap(each -> twins.subjects(Side.SOURCE, root, partId, each).stream()).toList();
    }

    private void explain(String root, List<String> part, Settlement told) {
        boolean isAnother = told.questions().stream().anyMatch(question -> question.code() == ReasonCode.ID_REUSED);
        if (!isLeftToHand(told) && !isAnother && part.stream().noneMatch(name -> isTold(told, name))) fail(root, part + " has no partner, and no reason for it: " + told.state() + " " + told.reasons());
    }

    private static boolean isLeftToHand(Settlement told) { return told.reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.NOT_AUTOMATIC); }

    private static boolean isTold(Settlement told, String part) {
        return told.reasons().stream().anyMatch(reason -> reason.subject().equals(part) || reason.subject().startsWith(part + "/"));
    }

    private void fail(String root, String what) { world.failures.add(new Finding(NAME, root, what)); }
}
