package nl.koppelwerk.simulation;

import java.util.HashSet;
import java.util.Set;

import nl.koppelwerk.relation.Relation;

/** One record per identity: never two roots with one ImportId, two contacts with one in an organisation, two equal roles. */
final class IdentityJudge {

    private static final String NAME = "one record per identity";
    private final World world;

    IdentityJudge(World world) { this.world = world; }

    void judge() {
        Set<String> references = new HashSet<>();
        for (var root : world.tribe.history.living()) {
            var relation = world.tribe.history.now(root).relation();
            if (!relation.reference().isEmpty() && !references.add(relation.reference()))
                world.failures.add(new Finding(NAME, relation.reference(), "has two roots in Tribe"));
            parts(root, relation);
        }
    }

    private void parts(String root, Relation relation) {
        Set<String> seen = new HashSet<>();
        for (var part : relation.parts()) {
            var identity = part.reference().isEmpty() ? part.id() : part.reference();
            if (!seen.add(part.kind() + " " + identity)) world.failures.add(new Finding(NAME, root, "has two of " + part.kind() + " " + identity));
        }
    }
}
