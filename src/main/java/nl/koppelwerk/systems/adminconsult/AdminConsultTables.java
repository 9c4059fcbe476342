package nl.koppelwerk.systems.adminconsult;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.codes;
import static nl.koppelwerk.mapping.Codecs.date;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.Codecs.setOfCodes;
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
import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Gender;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Language;
import nl.koppelwerk.relation.Ondernemingsnummer;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Rijksregisternummer;
import nl.koppelwerk.relation.Status;

/**
 * The field tables of a customer together with what belongs to it: its addresses by their flag, the number of its partner, and the names of
 * its taskflows. What this system leaves out is not known; an empty text is empty.
 */
public final class AdminConsultTables {

    static final String ID = "CustomerId";
    static final String NATIONAL_NUMBER = "SocialSecurityNumber";
    /** Members of ours, for what stands in other resources. */
    static final String ADDRESSES = "customeraddresses";
    static final String PARTNER = "partner";
    static final String TASKFLOWS = "taskflows";
    static final String OFFICE = "RegisteredOffice";
    static final String POSTAL = "PostalAddress";

    private static final String REGION = "BE";
    private static final int LONGEST = 255;

    private static final Codec<Address> ADDRESS = address().street("StreetName").houseNumber("HouseNr").box("HouseBox").postalCode("ZipCode").city("City").country("CountryCode")
        .upTo(LONGEST);
    private static final Codec<Language> LANGUAGES = codes(Language.TYPE).code(new Language("nl"), "NL", "Nederlands", "Néerlandais", "Dutch", "Niederländisch")
        .code(new Language("fr"), "FR", "Français", "Frans", "French", "Französisch").code(new Language("de"), "DE", "Deutsch", "Duits", "Allemand", "German")
        .code(new Language("en"), "EN", "English", "Engels", "Anglais", "Englisch");
    private static final Codec<Gender> SEX = codes(Gender.TYPE).code(Gender.MALE, "M", "Man", "H", "Homme", "Male").code(Gender.FEMALE, "V", "Vrouw", "F", "Femme", "Female")
        .code(Gender.UNSPECIFIED, "X");
    private static final Codec<Status> ACTIVE = codes(Status.TYPE).code(Status.ACTIVE, "true", "1").code(Status.INACTIVE, "false", "0");

    static final RecordMapping PERSON = shared("customer (a person)", PRIVATE_ADDRESS)
        .field(LAST_NAME, "Name", text(LONGEST))
        .field(FIRST_NAMES, "Firstname", text(LONGEST))
        .field(BIRTH_DATE, "DateOfBirth", date())
        .field(GENDER, "Sex", SEX)
        .field(RIJKSREGISTERNUMMER, NATIONAL_NUMBER, typed("national number", Rijksregisternummer.TYPE))
        .readOnly(PARTNER_RIJKSREGISTERNUMMER, PARTNER, typed("national number", Rijksregisternummer.TYPE))
        .build();

    static final RecordMapping COMPANY = shared("customer (a company)", VISIT_ADDRESS)
        .field(NAME, "Name", text(LONGEST))
        .build();

    private AdminConsultTables() { }

    private static RecordMappingBuilder shared(String name, Field<Address> office) {
        return record(name).id(ID)
            .readOnly(NUMBER, "CustCode", text(LONGEST))
            .field(TRADE_NAME, "CommercialName", text(LONGEST))
            .field(EMAIL, "Email", new FirstEmail())
            .field(PHONE, "Phone", phone(REGION))
            .field(MOBILE, "Mobile", phone(REGION))
            .field(LANGUAGE, "Language", LANGUAGES)
            .field(BTW_NUMMER, "VATNr", new BelgianVat())
            .field(ONDERNEMINGSNUMMER, "RegistrationNr", typed("enterprise number", Ondernemingsnummer.TYPE))
            .within(ADDRESSES, all -> all.field(office, OFFICE, ADDRESS).field(POSTAL_ADDRESS, POSTAL, ADDRESS))
            .readOnly(STATUS, "IsActive", ACTIVE)
            .readOnly(ROLES, "CustomerCrmType", typed("number of its type", Codes.TYPE))
            .readOnly(RELATION_TYPES, TASKFLOWS, setOfCodes())
            .missingMeans(Missing.ABSENT);
    }

    /** The table of such a root; none for parts, of which a customer has none here. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) {
        if (part != PartKind.ROOT || root == Kind.COST_CENTRE) return Optional.empty();
        return Optional.of(root == Kind.PERSON ? PERSON : COMPANY);
    }
}
