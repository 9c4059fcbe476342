package nl.koppelwerk.sandbox.economic;

import java.util.List;
import nl.koppelwerk.sandbox.SwitchPanel;

/** The event types there may be; only changed customers are ever sent. */
final class EcoEventTypes {

    private static final List<String> FEW = List.of(EcoWebhooks.CUSTOMER_UPDATED, "INVOICE_BOOKED");
    private static final List<String> MANY = List.of(EcoWebhooks.CUSTOMER_UPDATED, "INVOICE_BOOKED", "CUSTOMER_CONTACT_UPDATED", "CUSTOMER_DELETED",
            "PRODUCT_UPDATED", "SUPPLIER_UPDATED", "ORDER_CREATED", "DAYBOOK_BOOKED", "PROJECT_UPDATED", "EMPLOYEE_UPDATED");

    private EcoEventTypes() {
    }

    static List<String> names(SwitchPanel switches) {
        return switches.is("event-types", "long-invented-list") ? MANY : FEW;
    }

    static List<String> fields(String type) {
        return switch (type) {
            case "INVOICE_BOOKED" -> List.of("INVOICENO");
            case "DAYBOOK_BOOKED" -> List.of("DAYBOOKNO");
            default -> List.of(EcoMerge.OLD, EcoMerge.NEW);
        };
    }
}
