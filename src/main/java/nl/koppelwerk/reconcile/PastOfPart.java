package nl.koppelwerk.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.link.Rules;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Past.Life;
import nl.koppelwerk.reconcile.Plan.Planned;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.Reason;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Said;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The fields of one part on one side: what the hub wrote there, whether it still stands, and what stood there before. */
final class PastOfPart {

    private final Restore restore;
    private final Past past;
    private final Rules rules;
    private final Side side;
    private final PartKey part;

    PastOfPart(Restore restore, Past past, Rules rules, Side side, PartKey part) {
        this.restore = restore;
        this.past = past;
        this.rules = rules;
        this.side = side;
        this.part = part;
    }

    Stream<Planned> plan(List<Life> lives) {
        var byField = new LinkedHashMap<Field<?>, List<Life>>();
        lives.forEach(life -> byField.computeIfAbsent(life.field(), absent -> new ArrayList<>()).add(life));
        return byField.entrySet().stream().filter(one -> restore.concerns(part, one.getKey()) && isFirstOfItsMember(one.getKey()))
            .filter(one -> isKnown(lives, one.getValue()) && !rules.rule(part.kind(), one.getKey()).namesPartner())
            .flatMap(one -> plan(one.getKey(), one.getValue()).stream());
    }

    /**
     * Something stood there, or the record was known before the hub first wrote that field, so a field that nobody saw filled was empty.
     * What the hub filled when it made the record stays: nothing stood there before.
     */
    private boolean isKnown(List<Life> all, List<Life> lives) {
        Life first = lives.get(0);
        boolean isMadeByHub = past.made().stream().anyMatch(made -> made.side() == side && made.part().equals(part));
        return !first.written() || lastBefore(lives) >= 0
            || all.stream().anyMatch(life -> life.at().isBefore(first.at()) || !isMadeByHub && !life.written() && life.at().equals(first.at()));
    }

    /** Fields that one member feeds on this side are one value: the first of them stands for all. */
    private boolean isFirstOfItsMember(Field<?> field) {
        return kind().map(kind -> rules.dialect(side).groups(kind, part.kind())).orElse(List.of()).stream().filter(group -> group.contains(field))
            .flatMap(List::stream).filter(each -> held(side).map(values -> !values.get(each).isAbsent()).orElse(true))
            .findFirst().map(field::equals).orElse(true);
    }

    private Optional<Planned> plan(Field<?> field, List<Life> lives) {
        if (lives.stream().noneMatch(life -> life.written() && restore.isSince(life))) return Optional.empty();
        Value<?> before = before(lives);
        Value<?> now = held(side).<Value<?>>map(values -> values.get(field)).orElse(Value.absent());
        var last = lives.get(lives.size() - 1);
        boolean isSpeltByUs = last.written() && restore.isSince(last) && now.equals(last.value()) && !now.equals(before);
        if (Spelling.same(before, now) && !isSpeltByUs) return Optional.empty();
        Value<?> other = held(side.other()).<Value<?>>map(values -> values.get(field)).orElse(Value.absent());
        return Optional.of(new Planned(side, past.pair().record(side, part).orElse(""), part, field, now, other, before, kept(field, last, now, before)));
    }

    /** Where nothing came before, what was first seen stood there, or it was empty. */
    private Value<?> before(List<Life> lives) {
        int index = lastBefore(lives);
        if (index < 0) return lives.get(0).written() ? Value.empty() : lives.get(0).value();
        return lives.get(index).value();
    }

    /** At a moment what stood there then; of a run what stood there before it wrote last; negative where it has no such life. */
    private int lastBefore(List<Life> lives) {
        int index = lives.size() - 1;
        if (restore.run().isEmpty()) while (index >= 0 && lives.get(index).at().isAfter(restore.at())) index--;
        else {
            while (index >= 0 && !(lives.get(index).written() && restore.isSince(lives.get(index)))) index--;
            while (index >= 0 && lives.get(index).written() && restore.isSince(lives.get(index))) index--;
        }
        return index;
    }

    private Optional<Reason> kept(Field<?> field, Life last, Value<?> now, Value<?> before) {
        if (past.pair().standing().containsKey("")) return Optional.of(past.pair().standing().get(""));
        if (!isThere(side)) return Optional.of(gone(side));
        if (!isThere(side.other())) return Optional.of(gone(side.other()));
        if (!last.written()) return because(ReasonCode.CHANGED_BY_PERSON, field);
        if (!restore.isSince(last) || !now.equals(last.value())) return because(ReasonCode.CHANGED_LATER, field);
        if (Spelling.same(before, now)) return because(ReasonCode.SPELT_OTHERWISE, field);
        if (together(field).anyMatch(this::isUnsettled)) return because(ReasonCode.UNSETTLED, field);
        return reach().refuses(field, before);
    }

    private Optional<Reason> because(ReasonCode code, Field<?> field) { return Optional.of(reach().named(code, field)); }

    private Reason gone(Side gone) {
        boolean isRoot = past.pair().gone().contains(gone) || !past.seen().containsKey(gone);
        return new Reason(isRoot ? ReasonCode.ROOT_GONE : ReasonCode.PART_GONE, part.toString(),
            java.util.Map.of("system", rules.dialect(gone).label(), "part", Said.word("word.contact-person")));
    }

    private Stream<Field<?>> together(Field<?> field) {
        var kind = kind().orElseThrow();
        return Stream.concat(Stream.of(field), Stream.of(Side.values()).flatMap(each -> rules.dialect(each).groups(kind, part.kind()).stream()
            .filter(group -> group.contains(field)).flatMap(List::stream))).distinct();
    }

    /** As in {@link Subject#isUnsettled}: an edit waits there, or the two never agreed on it; what one side cannot say is nobody's edit. */
    private boolean isUnsettled(Field<?> field) {
        boolean isSaid = Stream.of(Side.values()).noneMatch(each -> held(each).orElseThrow().get(field).isAbsent());
        return isSaid && Stream.of(Side.values()).anyMatch(each -> !held(each).orElseThrow().get(field).equals(past.pair().baseline(each).of(part, field)));
    }

    private Reach reach() { return new Reach(rules, kind().orElseThrow(), part, held(side).orElse(Values.NONE), side); }

    private boolean isThere(Side each) { return !past.pair().gone().contains(each) && held(each).isPresent(); }

    private Optional<Kind> kind() { return past.seen().values().stream().map(sighting -> sighting.relation().kind()).findFirst(); }

    /** What that side holds in this part, within the scope of the link. */
    private Optional<Values> held(Side each) {
        var seen = past.seen().get(each);
        if (seen == null) return Optional.empty();
        Relation view = rules.view(each, past.pair().facet(), seen.relation());
        if (part.equals(PartKey.ROOT)) return Optional.of(view.values());
        return past.pair().partners(part).flatMap(partners -> view.parts().stream()
            .filter(one -> one.kind() == part.kind() && one.id().equals(partners.on(each))).findFirst()).map(Part::values);
    }
}
