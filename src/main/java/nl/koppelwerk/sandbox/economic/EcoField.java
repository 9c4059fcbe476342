package nl.koppelwerk.sandbox.economic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One property of a customer: its name in REST, under which it is kept, its name in CUST, and its limits. A name of null says that
 * the property does not exist there; then the other name is the kept one.
 */
record EcoField(String rest, String cust, Kind kind, int least, int most, String key, String path, boolean filters, boolean sorts) {

    enum Kind { TEXT, WHOLE, NUMBER, FLAG, REFERENCE }

    static final String NUMBER = "customerNumber";
    static final int HIGHEST = 999_999_999;

    static final List<EcoField> ALL = List.of(
            text("currency", "currency", 3, 3), text("name", "name", 1, 255),
            reference("customerGroup", "customerGroupNumber", "customerGroupNumber", "customer-groups", true),
            reference("paymentTerms", "paymentTermId", "paymentTermsNumber", "payment-terms", false),
            reference("vatZone", "zone", "vatZoneNumber", "vat-zones", false),
            text("address", null, 0, 510), text("zip", "postCode", 0, 30), text("city", "city", 0, 50), text("country", "country", 0, 50),
            text("email", "email", 0, 255), text("telephoneAndFaxNumber", "phone", 0, 255), text("mobilePhone", "mobilePhone", 0, 50),
            text("website", "homepage", 0, 255), text("corporateIdentificationNumber", "cvrNo", 0, 40), text("pNumber", "pnr", 10, 10),
            text("vatNumber", "vatNo", 0, 20), text("ean", "eanLocationNumber", 0, 13), text("publicEntryNumber", null, 0, 50),
            new EcoField("creditLimit", "creditMaximum", Kind.NUMBER, 0, 0, null, null, true, true),
            new EcoField("barred", null, Kind.FLAG, 0, 0, null, null, true, false),
            reference("layout", "layoutGroup", "layoutNumber", "layouts", false),
            reference("salesPerson", "ourRef", "employeeNumber", "employees", false),
            reference("attention", "defaultAttention", "customerContactNumber", "contacts", false),
            reference("customerContact", "defaultTheirRef", "customerContactNumber", "contacts", false),
            reference("defaultDeliveryLocation", "defaultDeliveryLocation", "deliveryLocationNumber", "delivery-locations", false),
            only("contactPerson", Kind.TEXT, 50), only("county", Kind.TEXT, 50), only("voucherNumber", Kind.TEXT, 30),
            only("bankAccount", Kind.TEXT, 50), only("iban", Kind.TEXT, 50), only("swift", Kind.TEXT, 20), only("recipientPeppol", Kind.TEXT, 30),
            only("paymentDays", Kind.WHOLE, 0), only("language", Kind.WHOLE, 0), only("priceGroupNumber", Kind.WHOLE, 0),
            only("discountGroupNumber", Kind.WHOLE, 0), only("nemHandelReceiverType", Kind.WHOLE, 0), only("defaultDiscountPct", Kind.NUMBER, 0),
            only("defaultInvoiceRecipient", Kind.TEXT, 255), only("defaultInvoiceTemplate", Kind.WHOLE, 0),
            only("defaultOrderRecipient", Kind.TEXT, 255), only("defaultOrderTemplate", Kind.WHOLE, 0),
            only("defaultQuoteRecipient", Kind.TEXT, 255), only("defaultQuoteTemplate", Kind.WHOLE, 0),
            only("defaultReminderRecipient", Kind.TEXT, 255), only("defaultReminderTemplate", Kind.WHOLE, 0),
            only("defaultStatementOfAccountRecipient", Kind.TEXT, 255), only("defaultStatementOfAccountTemplate", Kind.WHOLE, 0));

    /** Without these there is no customer. */
    static final List<String> REQUIRED = List.of("currency", "name", "customerGroup", "paymentTerms", "vatZone");

    /** Only a customer that exists can refer to what belongs to it. */
    static final List<String> PUT_ONLY = List.of("defaultDeliveryLocation", "attention", "customerContact");

    static Stream<EcoField> ofRest() {
        return ALL.stream().filter(field -> field.rest != null);
    }

    static Stream<EcoField> ofCust() {
        return ALL.stream().filter(field -> field.cust != null);
    }

    static Optional<EcoField> kept(String name) {
        return ALL.stream().filter(field -> field.kept().equals(name)).findFirst();
    }

    String kept() {
        return rest != null ? rest : cust;
    }

    boolean required() {
        return rest != null && REQUIRED.contains(rest);
    }

    private static EcoField text(String rest, String cust, int least, int most) {
        return new EcoField(rest, cust, Kind.TEXT, least, most, null, null, true, true);
    }

    private static EcoField reference(String rest, String cust, String key, String path, boolean filters) {
        return new EcoField(rest, cust, Kind.REFERENCE, 0, 0, key, path, filters, false);
    }

    private static EcoField only(String cust, Kind kind, int most) {
        return new EcoField(null, cust, kind, 0, most, null, null, false, false);
    }
}
