package nl.koppelwerk.proof;

import static nl.koppelwerk.proof.Wording.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people do in e-conomic and Clickmate themselves. */
final class DanishDesk {

    private final Vendors vendors;
    private final JsonCalls calls;

    DanishDesk(Vendors vendors) {
        this.vendors = vendors;
        this.calls = new JsonCalls(vendors.base() + "/_sandbox", "");
    }

    /** Invented customers may have an e-mail address or a number in common; then nobody could say which is which. */
    void everyKeyOnce() {
        var seen = new HashSet<String>();
        for (var customer : vendors.export(Vendors.ECONOMIC)) {
            var change = new HashMap<String, String>();
            for (var key : List.of("email", "corporateIdentificationNumber", "ean")) {
                var value = text(customer.path(key));
                if (!value.isEmpty() && !seen.add(key + value)) {
                    change.put(key, key.equals("email") ? number(customer) + "." + value : null);
                }
            }
            if (!change.isEmpty()) {
                editEconomicSilently(number(customer), change);
            }
        }
    }

    /** As people type a CVR number: every seventh with blanks or with the country in front. */
    void spellCvrNumbersOtherwise() {
        var spelled = 0;
        for (var customer : vendors.export(Vendors.ECONOMIC)) {
            var cvr = DanishWording.cvr(customer.path("corporateIdentificationNumber"));
            if (!cvr.isEmpty() && ++spelled % 7 == 0) {
                var form = spelled % 2 == 0 ? "DK " + cvr : cvr.replaceAll("(\\d\\d)(?=\\d)", "$1 ");
                editEconomicSilently(number(customer), Map.of("corporateIdentificationNumber", form));
            }
        }
    }

    void emptyClickmate() {
        vendors.export(Vendors.CLICKMATE).forEach(customer -> vendors.delete(Vendors.CLICKMATE, text(customer.path("id"))));
    }

    JsonNode economic(String number) {
        return calls.get("/economic/customers/" + number);
    }

    JsonNode clickmate(String id) {
        return vendors.record(Vendors.CLICKMATE, id);
    }

    void editEconomic(String number, Map<String, ?> change) {
        calls.call("PUT", "/economic/customers/" + number, change).expect(200);
    }

    void editEconomicSilently(String number, Map<String, ?> change) {
        calls.call("PUT", "/economic/customers/" + number + "?silently=true", change).expect(200);
    }

    void editClickmate(String id, Map<String, ?> change) {
        vendors.edit(Vendors.CLICKMATE, id, change);
    }

    /** Answers its number. */
    String createInEconomic(Map<String, ?> customer) {
        return number(calls.call("POST", "/economic/customers", customer).expect(201).body());
    }

    void addContactInEconomic(String number, Map<String, ?> contact) {
        calls.call("POST", "/economic/customers/" + number + "/contacts", contact).expect(201);
    }

    /** Answers its id. */
    String createInClickmate(Map<String, ?> customer) {
        return text(calls.call("POST", "/clickmate/records", customer).expect(201).body().path("id"));
    }

    /** A share of the webhooks of both is lost, a share comes twice, a share half a minute late. */
    void webhooksFail(double share) {
        List.of("drop", "duplicate", "late").forEach(fate -> webhooks(fate, share));
    }

    /** A share of the webhooks of both is lost. */
    void webhooksAreLost(double share) {
        webhooks("drop", share);
    }

    private void webhooks(String fate, double share) {
        List.of(Vendors.ECONOMIC, Vendors.CLICKMATE).forEach(system -> vendors.set(system, "webhook." + fate + "-rate", share));
    }

    /** Webhooks of both that have not arrived yet. */
    int webhooksOnTheirWay() {
        return calls.get("/economic/webhooks").path("pending").asInt() + calls.get("/clickmate/webhooks").path("pending").asInt();
    }

    /** Parts of addresses at which a fault waits that no call has met yet. */
    Set<String> faultsWaiting() {
        var waiting = new HashSet<String>();
        calls.get("/faults").path("items").forEach(fault -> waiting.add(text(fault.path("pathContains"))));
        return waiting;
    }

    static String number(JsonNode customer) {
        return text(customer.path("customerNumber"));
    }
}
