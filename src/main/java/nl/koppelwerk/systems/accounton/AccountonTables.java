package nl.koppelwerk.systems.accounton;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.email;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.Codecs.text;
import static nl.koppelwerk.mapping.Codecs.typed;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.*;

import java.util.Optional;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.RecordMappingBuilder;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Language;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Rijksregisternummer;

/** The field table of a client; a member that is missing is empty, and members that it does not name are never touched. */
public final class AccountonTables {

    static final String REFERENCES = "externalRefs";

    private static final String REGION = "BE";
    private static final int LONGEST = 255;

    private static final Codec<Address> ADDRESS = new WholeHouseNumber(address().street("street").houseNumber("houseNumber").box("box")
        .postalCode("postalCode").city("city").country("country")).upTo(LONGEST);

    static final RecordMapping CLIENT = client().required(FIRST_NAMES, LAST_NAME, EMAIL, LANGUAGE).build();
    static final RecordMapping CLIENT_OF_ANY_LANGUAGE = client().required(FIRST_NAMES, LAST_NAME, EMAIL).build();

    private AccountonTables() { }

    private static RecordMappingBuilder client() {
        return record("client").id("id").version("version").modified("modifiedAt", instant())
            .field(FIRST_NAMES, "firstName", text(LONGEST))
            .field(LAST_NAME, "lastName", text(LONGEST))
            .field(EMAIL, "email", email().upTo(LONGEST))
            .field(LANGUAGE, "language", typed("language", Language.TYPE))
            .field(MOBILE, "mobileNumber", phone(REGION))
            .field(RESPONSIBLE, "responsibleEmail", new ColleagueEmail(text(LONGEST)))
            .field(RIJKSREGISTERNUMMER, "nationalNumber", typed("national number", Rijksregisternummer.TYPE))
            .field(PARTNER_RIJKSREGISTERNUMMER, "partnerNationalNumber", typed("national number", Rijksregisternummer.TYPE))
            .field(LABEL, "label", text(LONGEST))
            .field(PRIVATE_ADDRESS, "address", ADDRESS)
            .readOnly(INVITATION_STATUS, "invitationStatus", text(LONGEST))
            .missingMeans(Missing.EMPTY);
    }

    /** The table of a part of such a root by the contract as assumed; none for organisations, contacts and roles, which Accounton does not have. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) { return of(root, part, CLIENT); }

    static Optional<RecordMapping> of(Kind root, PartKind part, RecordMapping client) {
        return root == Kind.PERSON && part == PartKind.ROOT ? Optional.of(client) : Optional.empty();
    }
}
