package nl.koppelwerk.sandbox.economic;

import java.util.Optional;
import nl.koppelwerk.sandbox.Answer;
import nl.koppelwerk.sandbox.Call;

/** The customers API of apis.e-conomic.com: {@code /Customers} and {@code /Contacts}. */
final class Cust {

    private final ApisErrors errors;
    private final CustCollection customers;
    private final CustCollection contacts;

    Cust(EcoDesign design, ApisErrors errors) {
        var view = new CustView(design.switches());
        this.errors = errors;
        this.customers = new CustCustomers(design, errors, view);
        this.contacts = new CustContacts(design, errors, view);
    }

    Answer answer(Call call) {
        var steps = call.stepsAfter(Economic.CUST);
        if (steps.isEmpty() || steps.size() > 2) {
            throw errors.refused(404, "Resource not found.");
        }
        var collection = switch (steps.get(0).toLowerCase()) {
            case "customers" -> customers;
            case "contacts" -> contacts;
            default -> throw errors.refused(404, "Resource not found.");
        };
        return steps.size() == 1 ? all(call, collection) : one(call, collection, steps.get(1));
    }

    private Answer all(Call call, CustCollection collection) {
        return switch (call.method()) {
            case "GET" -> collection.list(call, "");
            case "POST" -> collection.create(call);
            case "PUT" -> collection.put(call, Optional.empty());
            default -> throw errors.notAllowed(call.method());
        };
    }

    private Answer one(Call call, CustCollection collection, String step) {
        if (step.equals("paged") || step.equals("count")) {
            return EcoAccess.only(call, "GET", errors, () -> collection.list(call, step));
        }
        if (!step.matches("\\d{1,9}")) {
            throw errors.refused(404, "Resource not found.");
        }
        var number = Integer.parseInt(step);
        return switch (call.method()) {
            case "GET" -> collection.read(number);
            case "PUT" -> collection.put(call, Optional.of(number));
            case "DELETE" -> collection.delete(number);
            default -> throw errors.notAllowed(call.method());
        };
    }
}
