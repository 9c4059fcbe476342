package nl.koppelwerk.systems.tribe;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.codes;
import static nl.koppelwerk.mapping.Codecs.date;
import static nl.koppelwerk.mapping.Codecs.email;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.mapping.Codecs.kvk;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.Codecs.reference;
import static nl.koppelwerk.mapping.Codecs.text;
import static nl.koppelwerk.mapping.Codecs.website;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.*;

import java.util.Optional;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Gender;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;

/** The field tables of Tribe CRM, with its wire names in the vendor's case; the invoice address is not among them (AC-83). */
public final class TribeTables {

    /** The reference lists that writes look into. */
    public static final String COUNTRIES = "Datastore_Country";
    public static final String GENDERS = "Datastore_Gender";
    public static final String FUNCTIONS = "Datastore_Role";

    private static final String REGION = "NL";
    /** The vendor names no lengths; this is the usual one of such columns. */
    private static final int LONGEST = 255;

    private static final Codec<Address> ADDRESS = address().street("Street").houseNumberAsNumber("HouseNumber")
        .huisnummertoevoeging("HouseNumberSuffix").postalCode("Postalcode").city("City")
        .country("Country", reference(COUNTRIES, "Code")).upTo(LONGEST);

    /** Which words an office's list has is not documented; the first is the default. */
    private static final Codec<Gender> GENDER_REFERENCE = reference(GENDERS, "Name", codes(Gender.TYPE)
        .code(Gender.MALE, "Man", "Male").code(Gender.FEMALE, "Vrouw", "Female").code(Gender.UNSPECIFIED, "Onbekend", "Unknown"));

    static final RecordMapping ORGANIZATION = record("Relation_Organization").id("ID")
        .modified("LastMutationDate", instant()).reference("ImportId")
        .field(NAME, "Name", text(LONGEST))
        .field(PHONE, "PhoneNumber", phone(REGION))
        .field(EMAIL, "EmailAddress", email().upTo(LONGEST))
        .field(WEBSITE, "Website", website().upTo(LONGEST))
        .field(KVK_NUMMER, "ChamberOfCommerceNumber", kvk())
        .within("VisitingAddress", a -> a.id("ID").whole(VISIT_ADDRESS, ADDRESS))
        .within("PostalAddress", a -> a.id("ID").whole(POSTAL_ADDRESS, ADDRESS))
        .required(NAME).missingMeans(Missing.ABSENT).build();

    static final RecordMapping PERSON = record("Relation_Person").id("ID")
        .modified("LastMutationDate", instant()).reference("ImportId")
        .field(LAST_NAME, "LastName", text(LONGEST))
        .field(EMAIL, "EmailAddress", email().upTo(LONGEST))
        .field(PHONE, "PhoneNumber", phone(REGION))
        .within("Address", a -> a.id("ID").whole(PRIVATE_ADDRESS, ADDRESS))
        .required(LAST_NAME).missingMeans(Missing.ABSENT).build();

    /** On the relationship stands what is business, on the person what is private. */
    static final RecordMapping CONTACT = record("Relationship_Person_Contact_Standard").id("ID")
        .modified("LastMutationDate", instant())
        .field(BUSINESS_PHONE, "PhoneNumber", phone(REGION))
        .field(BUSINESS_MOBILE, "MobilePhoneNumber", phone(REGION))
        .field(BUSINESS_EMAIL, "EmailAddress", email().upTo(LONGEST))
        .field(FUNCTION, "Role", reference(FUNCTIONS, "Name"))
        .within("Person", person -> person.id("ID").reference("ImportId")
            .field(CALL_NAME, "FirstName", text(LONGEST))
            .field(TUSSENVOEGSEL, "MiddleName", text(LONGEST))
            .field(LAST_NAME, "LastName", text(LONGEST))
            .field(INITIALS, "Initials", text(LONGEST))
            .field(BIRTH_DATE, "BirthDate", date())
            .field(GENDER, "Gender", GENDER_REFERENCE)
            .field(PRIVATE_PHONE, "PhoneNumber", phone(REGION))
            .field(PRIVATE_MOBILE, "MobilePhoneNumber", phone(REGION))
            .field(PRIVATE_EMAIL, "EmailAddress", email().upTo(LONGEST)))
        .required(LAST_NAME).missingMeans(Missing.ABSENT).build();

    private TribeTables() { }

    /** The table of a part of such a root; none for roles, which carry no fields, and for contacts of a private person. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) {
        return switch (part) {
            case ROOT -> Optional.of(root == Kind.ORGANISATION ? ORGANIZATION : PERSON);
            case CONTACT -> root == Kind.ORGANISATION ? Optional.of(CONTACT) : Optional.empty();
            case ROLE -> Optional.empty();
        };
    }
}
