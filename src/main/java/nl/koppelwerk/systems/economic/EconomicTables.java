package nl.koppelwerk.systems.economic;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.email;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.Codecs.text;
import static nl.koppelwerk.mapping.Codecs.typed;
import static nl.koppelwerk.mapping.Codecs.website;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.*;

import java.util.Optional;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.RecordMappingBuilder;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.CurrencyCode;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Text;

/** The field tables of e-conomic, which leaves out what is empty; every other member goes back as it came. */
public final class EconomicTables {

    /** The reference lists that a create looks into. */
    public static final String CUSTOMER_GROUPS = "customer-groups";
    public static final String TERMS_OF_PAYMENT = "payment-terms";
    public static final String VAT_ZONES = "vat-zones";
    public static final String CURRENCIES = "currencies";

    private static final String REGION = "DK";
    private static final int LONGEST = 255;
    private static final int SHORT = 50;

    private static final Codec<Address> ADDRESS = address().oneText("address").atMost(510).postalCode("zip").atMost(30)
        .city("city").atMost(SHORT).country("country", new CountryByName()).atMost(SHORT);

    /** As REST shows and makes it. What the office keeps in its own hands is said once, when a customer is made. */
    static final RecordMapping CUSTOMER = customer(EconomicRoad.REST).modified("lastUpdated", instant())
        .readOnly(NUMBER, "customerNumber", typed("number", Text.TYPE))
        .readOnly(STATUS, "barred", new Barred())
        .field(CUSTOMER_GROUP, "customerGroup", new ListedNumber(CUSTOMER_GROUPS, "customerGroupNumber"))
        .field(PAYMENT_TERMS, "paymentTerms", new ListedNumber(TERMS_OF_PAYMENT, "paymentTermsNumber"))
        .field(VAT_ZONE, "vatZone", new ListedNumber(VAT_ZONES, "vatZoneNumber"))
        .field(CURRENCY, "currency", new Listed<>(CURRENCIES, typed("currency", CurrencyCode.TYPE)))
        .required(NAME, CUSTOMER_GROUP, PAYMENT_TERMS, VAT_ZONE, CURRENCY).build();

    /** As REST changes it. */
    static final RecordMapping CUSTOMER_TO_REPLACE = customer(EconomicRoad.REST).build();

    /** As the customers API changes it. */
    static final RecordMapping CUSTOMER_TO_CHANGE = customer(EconomicRoad.CUSTOMERS_API).build();

    static final RecordMapping CONTACT = contact(EconomicRoad.REST).required(FULL_NAME).build();

    /** As the customers API lists it, with its customer's number. */
    static final RecordMapping LISTED_CONTACT = contact(EconomicRoad.CUSTOMERS_API).modified("lastUpdated", instant()).build();

    private EconomicTables() { }

    private static RecordMappingBuilder customer(EconomicRoad road) {
        return record("customer").id("customerNumber").missingMeans(Missing.EMPTY)
            .field(NAME, "name", text(LONGEST))
            .field(CVR_NUMMER, road.called("corporateIdentificationNumber", "cvrNo"))
            .field(P_NUMMER, road.called("pNumber", "pnr"))
            .field(EAN_NUMMER, road.called("ean", "eanLocationNumber"))
            .field(EMAIL, "email", email().upTo(LONGEST))
            .field(PHONE, road.called("telephoneAndFaxNumber", "phone"), phone(REGION).upTo(LONGEST))
            .field(MOBILE, "mobilePhone", phone(REGION).upTo(SHORT))
            .field(WEBSITE, road.called("website", "homepage"), website().upTo(LONGEST))
            .whole(VISIT_ADDRESS, road == EconomicRoad.REST ? ADDRESS : new CustomersApiAddress(ADDRESS));
    }

    private static RecordMappingBuilder contact(EconomicRoad road) {
        return record("contact").id(road.called("customerContactNumber", "number")).missingMeans(Missing.EMPTY)
            .field(FULL_NAME, "name", text(LONGEST))
            .field(BUSINESS_EMAIL, "email", email().upTo(LONGEST))
            .field(BUSINESS_PHONE, "phone", phone(REGION).upTo(SHORT));
    }

    /** What e-conomic can hold of such a part; a customer is an organisation to the hub, whoever it is. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) {
        if (root == Kind.PERSON) return Optional.empty();
        return switch (part) {
            case ROOT -> Optional.of(CUSTOMER);
            case CONTACT -> Optional.of(CONTACT);
            case ROLE -> Optional.empty();
        };
    }

    /** The tables of the customers API, for the laws that hold for every table. */
    public static RecordMapping ofCustomersApi(PartKind part) { return part == PartKind.ROOT ? CUSTOMER_TO_CHANGE : LISTED_CONTACT; }

    /** The lines that such a part is updated by. */
    static RecordMapping toChange(PartKind part, EconomicRoad road) {
        return part == PartKind.CONTACT ? CONTACT : road == EconomicRoad.REST ? CUSTOMER_TO_REPLACE : CUSTOMER_TO_CHANGE;
    }
}
