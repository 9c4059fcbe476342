package nl.koppelwerk.systems.clickmate;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.codes;
import static nl.koppelwerk.mapping.Codecs.email;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.Codecs.text;
import static nl.koppelwerk.mapping.Codecs.truth;
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
import nl.koppelwerk.relation.CvrNummer;
import nl.koppelwerk.relation.EanNummer;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Status;

/** The field tables of Clickmate's assumed contract; a member that is missing there is empty, and all other members are never touched. */
public final class ClickmateTables {

    static final String REFERENCES = "externalRefs";
    /** Under this name a customer keeps the number that it has in e-conomic. */
    static final String OTHER_SYSTEM = "ECONOMIC";

    private static final String REGION = "DK";
    private static final int LONGEST = 255;

    /** The street's line holds the house number too, as it does in e-conomic. */
    private static final Codec<Address> ADDRESS = address().street("street").postalCode("postalCode").city("city").country("country").upTo(LONGEST);

    static final RecordMapping CUSTOMER = withRest(ADDRESS);
    static final RecordMapping CUSTOMER_SPLIT = withRest(new SplitStreet(ADDRESS));
    static final RecordMapping CUSTOMER_MINIMAL = customer().build();

    static final RecordMapping CONTACT = contact().readOnly(FUNCTION, "title", text(LONGEST)).build();
    static final RecordMapping CONTACT_MINIMAL = contact().build();

    private ClickmateTables() { }

    private static RecordMappingBuilder customer() {
        return record("customer").id("id").version("version").modified("modifiedAt", instant())
            .reference(REFERENCES + "[system=" + OTHER_SYSTEM + "]", "id")
            .field(NAME, "name", text(LONGEST))
            .field(EMAIL, "email", email().upTo(LONGEST))
            .field(PHONE, "phone", phone(REGION))
            .readOnly(STATUS, "lifecycle", codes(Status.TYPE).code(Status.PROSPECT, "PROSPECT").code(Status.ACTIVE, "ACTIVE").code(Status.INACTIVE, "INACTIVE"))
            .readOnly(AUTO_SYNC, "autoSync", truth())
            .required(NAME).missingMeans(Missing.EMPTY);
    }

    private static RecordMapping withRest(Codec<Address> address) {
        return customer()
            .field(WEBSITE, "website", website().upTo(LONGEST))
            .field(CVR_NUMMER, "cvrNumber", typed("CVR number", CvrNummer.TYPE))
            .field(EAN_NUMMER, "eanNumber", typed("EAN number", EanNummer.TYPE))
            .field(VISIT_ADDRESS, "address", address)
            .build();
    }

    private static RecordMappingBuilder contact() {
        return record("contact").id("id")
            .field(FULL_NAME, "name", text(LONGEST))
            .field(BUSINESS_EMAIL, "email", email().upTo(LONGEST))
            .field(BUSINESS_PHONE, "phone", phone(REGION))
            .required(FULL_NAME).missingMeans(Missing.EMPTY);
    }

    /** The table of a part of such a root by the contract as assumed; none for persons and roles, which Clickmate does not have. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) { return of(root, part, CUSTOMER, CONTACT); }

    static Optional<RecordMapping> of(Kind root, PartKind part, RecordMapping customer, RecordMapping contact) {
        if (root != Kind.ORGANISATION) return Optional.empty();
        return switch (part) {
            case ROOT -> Optional.of(customer);
            case CONTACT -> Optional.of(contact);
            case ROLE -> Optional.empty();
        };
    }
}
