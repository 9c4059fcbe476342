package nl.koppelwerk.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

import nl.koppelwerk.link.Hat;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Settlement.State;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;

/**
 * One relatie for each relation and hat, whatever answer is lost: where the hub made two, a person is told; and the hub changes neither
 * what a relatie is nor its code, once it is made as what its hat says.
 */
final class HatsJudge {

    private static final String NAME = "one relatie for each hat";
    private static final List<Field<?>> KEYS = List.of(Fields.KVK_NUMMER, Fields.EMAILS, Fields.BTW_NUMMER);
    private final World world;
    private final Lineage kin;
    private final History relaties;

    HatsJudge(World world, Lineage kin) {
        this.world = world;
        this.kin = kin;
        this.relaties = world.vendor(Side.TARGET).history;
    }

    void judge() {
        var made = new LinkedHashMap<String, List<String>>();
        for (var root : relaties.roots()) {
            steady(root);
            if (kin.bornFrom(root) != null) made.computeIfAbsent(kin.bornFrom(root), absent -> new ArrayList<>()).add(root);
        }
        made.forEach(this::judge);
    }

    private void judge(String from, List<String> made) {
        var hat = Hat.of(from).orElseThrow().facet().toUpperCase(Locale.ROOT);
        for (var root : made)
            if (!text(relaties.of(root).get(0), Fields.RELATION_TYPES).equals(hat)) fail(root, "was made of " + from + " as another kind");
        var living = made.stream().filter(root -> relaties.now(root) != null && isWhole(relaties.of(root).get(0))).toList();
        if (living.size() > 1 && !isTold(from) && living.stream().noneMatch(this::isTold)) fail(from, "has the relaties " + living + ", and nobody is told");
    }

    /** What SnelStart made without a key that it was sent is nobody's to recognise. */
    private static boolean isWhole(History.State birth) {
        return KEYS.stream().allMatch(key -> !birth.write().values().get(key).isFilled() || birth.relation().values().get(key).isFilled());
    }

    /** Once; whether the two are still to be taken for one is for the judge of keys. */
    private boolean isTold(String root) {
        return world.late.made.contains(root) || world.late.thawed.contains(root) || world.told.stream().map(World.Told::settlement)
            .anyMatch(told -> told.state() == State.HELD && (root.equals(told.pair().source()) || root.equals(told.pair().target())));
    }

    private void steady(String root) {
        var states = relaties.of(root);
        for (int i = 1; i < states.size(); i++)
            for (var field : List.<Field<?>>of(Fields.RELATION_TYPES, Fields.NUMBER))
                if (states.get(i).isByHub() && !text(states.get(i), field).equals(text(states.get(i - 1), field))) fail(root, field + " was changed at " + states.get(i).at());
    }

    private static String text(History.State state, Field<?> field) { return Held.value(state.relation(), "", field).text(); }

    private void fail(String root, String what) { world.failures.add(new Finding(NAME, root, what)); }
}
