package nl.koppelwerk.systems.economic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import nl.koppelwerk.mapping.References;
import nl.koppelwerk.reconcile.Step;

/** The bytes of writes, which are stored before the call: a create whole, an update as the patch that it will be made of. */
@ApplicationScoped
class EconomicBodies {

    private final EconomicChoices choices;

    EconomicBodies(EconomicChoices choices) { this.choices = choices; }

    byte[] of(Step.Write write, References references) {
        if (write.action() == Step.Action.CREATE) return EconomicPatch.bytes(EconomicTables.table(write.rootKind(), write.part().kind())
            .orElseThrow().create(write.values(), "", references));
        // Also what is empty already is named as empty: the second line of an address may stand where the first does not.
        var changed = EconomicTables.toChange(write.part().kind(), choices.updateRoad()).update(write.values(), references).get("");
        return EconomicPatch.of(changed == null ? JsonNodeFactory.instance.objectNode() : changed).bytes();
    }
}
