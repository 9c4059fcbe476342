package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Objects;

import nl.koppelwerk.link.Side;
import nl.koppelwerk.relation.Part;
import nl.koppelwerk.relation.Relation;

/** One relation by the reference alone that the target keeps of the source, and not by what the hub thinks. */
final class ByReference implements Kin {

    private final SimulatedVendor source;
    private final SimulatedVendor target;

    ByReference(SimulatedVendor source, SimulatedVendor target) {
        this.source = source;
        this.target = target;
    }

    @Override public List<String> roots(Side side, String root) {
        if (side == Side.SOURCE) return target.history.roots().stream().filter(twin -> reference(twin).equals(root)).toList();
        return reference(root).isEmpty() || source.history.of(reference(root)).isEmpty() ? List.of() : List.of(reference(root));
    }

    private String reference(String targetRoot) { return target.history.of(targetRoot).get(0).relation().reference(); }

    @Override public List<String> parts(Side side, Relation twin, String root, String partId) {
        if (side == Side.SOURCE) return Held.contacts(twin).stream().filter(p -> p.reference().equals(partId)).map(Part::id).toList();
        var reference = reference(root, partId);
        return reference != null && Held.part(twin, reference).isPresent() ? List.of(reference) : List.of();
    }

    /** Of a contact person of the target. */
    private String reference(String targetRoot, String partId) {
        return states(targetRoot).map(relation -> Held.part(relation, partId).map(Part::reference).orElse(null)).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private java.util.stream.Stream<Relation> states(String targetRoot) {
        return target.history.of(targetRoot).stream().map(History.State::relation).filter(Objects::nonNull);
    }

    @Override public String partOf(Side side, String root, String partId, String twin) {
        if (side == Side.TARGET) return reference(root, partId);
        return states(twin).flatMap(relation -> Held.contacts(relation).stream()).filter(part -> part.reference().equals(partId)).map(Part::id).findFirst().orElse(null);
    }

    @Override public List<String> names(Side side, String root, String partId) {
        var reference = side == Side.SOURCE ? partId : reference(root, partId);
        return List.of(reference == null ? "" : "contact:" + reference);
    }

    /** By that of the source which it was once; else somebody made it there or brought it from another root. */
    @Override public String name(String sourceRoot, Part atTarget) {
        boolean isOurs = source.history.of(sourceRoot).stream().anyMatch(state -> state.relation() != null && Held.part(state.relation(), atTarget.reference()).isPresent());
        return isOurs ? "contact:" + atTarget.reference() : "contact:t:" + atTarget.id();
    }
}
