package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;
import nl.koppelwerk.sandbox.Json;

/** PATCH of a customer: a JSON Patch whose only possible target is {@code eInvoicingDisabledByDefault}. */
final class RestPatch {

    private static final String TARGET = "eInvoicingDisabledByDefault";

    private final EcoDesign design;
    private final RestErrors errors;

    RestPatch(EcoDesign design, RestErrors errors) {
        this.design = design;
        this.errors = errors;
    }

    Answer answer(Call call, ObjectNode customer, UnaryOperator<ObjectNode> view) {
        EcoAccess.checkType(call, errors);
        var patch = read(call);
        if (!patch.isArray() || patch.isEmpty()) {
            throw errors.refused(400, "A patch is an array of operations.");
        }
        patch.forEach(operation -> apply(operation, customer));
        return Answer.json(200, view.apply(design.changes().changed(customer)));
    }

    private void apply(JsonNode operation, ObjectNode customer) {
        if (!operation.path("path").asText().equals("/" + TARGET) || !operation.path("op").asText().matches("add|replace") || !operation.path("value").isBoolean()) {
            throw errors.refused(400, "Only " + TARGET + " can be patched.");
        }
        customer.set(TARGET, operation.get("value"));
    }

    private JsonNode read(Call call) {
        try {
            return Json.read(call.body());
        } catch (UncheckedIOException broken) {
            throw errors.refused(400, "Invalid json in request body");
        }
    }
}
