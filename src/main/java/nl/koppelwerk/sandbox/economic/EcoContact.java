package nl.koppelwerk.sandbox.economic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a contact is kept, and the names that CUST has for it. */
final class EcoContact {

    static final String NUMBER = "customerContactNumber";

    /** The texts and their longest forms, by the name they have in both APIs. */
    static final Map<String, Integer> TEXTS = texts();

    static final List<String> NOTIFICATIONS = List.of("invoices", "orders", "quotations", "reminders");

    /** The flags of CUST that are words of a list in REST. */
    static final Map<String, String> FLAGS = Map.of("receiveInvoices", "invoices", "receiveOrders", "orders", "receiveQuotes", "quotations", "receiveReminders", "reminders");

    /** The flags that REST does not know. */
    static final List<String> ONLY_CUST = List.of("receiveEInvoices", "receiveStatementOfAccounts");

    private EcoContact() {
    }

    /** What stays of a contact whatever a replacement says. */
    static ObjectNode identity(ObjectNode old, ObjectNode into) {
        for (var name : List.of(NUMBER, "customer", "sortKey")) {
            into.set(name, old.get(name));
        }
        return into;
    }

    static boolean notified(JsonNode contact, String word) {
        for (var one : contact.path("emailNotifications")) {
            if (one.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Integer> texts() {
        var texts = new LinkedHashMap<String, Integer>();
        texts.put("name", 255);
        texts.put("email", 255);
        texts.put("phone", 50);
        texts.put("eInvoiceId", 50);
        texts.put("notes", 2000);
        return texts;
    }
}
