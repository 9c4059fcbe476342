package nl.koppelwerk.simulation;

import java.time.Instant;

import nl.koppelwerk.link.FieldRule.Policy;
import nl.koppelwerk.link.Rules.FirstMeeting;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import nl.koppelwerk.relation.Value;

/**
 * An edit in the target of a link that goes one way. It stays, unless the office has it set back, which is said each time; or it was there
 * before the two ever met, and the source wins then.
 */
final class Drift {

    private final World world;
    private final Twins twins;

    Drift(World world, Twins twins) {
        this.world = world;
        this.twins = twins;
    }

    boolean isOf(Side side) { return side == Side.TARGET && world.cast.isOneWay(); }

    /** The hub may have written over it at that moment. */
    boolean mayGo(String root, Field<?> field, Value<?> old, Instant typedAt, History.State write) {
        return isSetBack(root, field, write) || isAskedAbout(root, field, old, typedAt, write) || isOfBefore(root, field, typedAt) || wasAtSource(root, field, old, typedAt, write.at());
    }

    /** By the look that wrote, or by the one that found it written, which may have written there once more. */
    private boolean isSetBack(String root, Field<?> field, History.State write) {
        var next = world.vendor(Side.TARGET).history.of(root).stream()
            .filter(state -> state.isByHub() && state.at().isAfter(write.at()) && state.write().values().fields().contains(field)).map(History.State::at).skip(1).findFirst().orElse(Instant.MAX);
        return world.rules.rule(PartKind.ROOT, field).policy() == Policy.SOURCE_RULES && world.told.stream().anyMatch(told -> !told.at().isBefore(write.at()) && told.at().isBefore(next)
            && root.equals(told.settlement().pair().target())
            && told.settlement().reasons().stream().anyMatch(reason -> reason.code() == ReasonCode.DRIFT_OVERWRITTEN && reason.subject().equals(field.name())));
    }

    /** It stood there in spite of our write; people read both values, and then the source was changed. */
    private boolean isAskedAbout(String root, Field<?> field, Value<?> old, Instant typedAt, History.State write) {
        return world.told.stream().filter(told -> told.at().isAfter(typedAt) && told.at().isBefore(write.at()) && root.equals(told.settlement().pair().target()))
            .flatMap(told -> told.settlement().questions().stream()).anyMatch(question -> question.code() == ReasonCode.NOT_TAKEN_OVER
                && question.values().containsKey(field.name()) && old.text().equals(question.values().get(field.name()).target()));
    }

    private boolean isOfBefore(String root, Field<?> field, Instant typedAt) {
        var met = world.metSince.get(root + " " + field.name());
        return world.rules.firstMeeting() == FirstMeeting.SOURCE_WINS && (met == null || typedAt.isBefore(met));
    }

    /** In the form that the target can hold. */
    private boolean wasAtSource(String root, Field<?> field, Value<?> old, Instant typedAt, Instant at) {
        var relatie = world.vendor(Side.TARGET);
        var kind = relatie.history.of(root).get(0).relation().kind();
        return twins.held(Side.TARGET, root, "", field, typedAt.minus(EditsJudge.A_POLL), at, value -> Held.same(relatie.dialect().form(kind, PartKind.ROOT, field, value), old));
    }
}
