package nl.koppelwerk.systems.advocaatcentraal;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.codes;
import static nl.koppelwerk.mapping.Codecs.date;
import static nl.koppelwerk.mapping.Codecs.email;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.mapping.Codecs.kvk;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.Codecs.setOfCodes;
import static nl.koppelwerk.mapping.Codecs.text;
import static nl.koppelwerk.mapping.Codecs.website;
import static nl.koppelwerk.mapping.RecordMapping.of;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.*;

import java.time.ZoneId;
import java.util.Optional;
import nl.koppelwerk.mapping.Choice;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.Moment;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.Gender;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;

/** The field tables of AdvocaatCentraal's assumed contract; other address types and all other members are never touched. */
public final class AdvocaatCentraalTables {

    private static final String REGION = "NL";
    private static final int LONGEST = 255;
    private static final Moment CHANGED = instant(ZoneId.of("Europe/Amsterdam"));

    private static final Codec<Address> ADDRESS = address().street("straat").houseNumber("huisnummer")
        .huisnummertoevoeging("toevoeging").postalCode("postcode").city("plaats").country("land").upTo(LONGEST);

    static final RecordMapping BEDRIJF = record("bedrijf").id("id").version("versie").modified("gewijzigdOp", CHANGED)
        .field(NAME, "bedrijfsnaam", text(LONGEST))
        .field(PHONE, "telefoonnummer", phone(REGION))
        .field(EMAIL, "email", email().upTo(LONGEST))
        .field(WEBSITE, "website", website().upTo(LONGEST))
        .field(KVK_NUMMER, "kvk", kvk())
        .readOnly(RELATION_TYPES, "relatietypen", setOfCodes())
        .within("adressen[type=HOOFDKANTOOR]", a -> a.whole(VISIT_ADDRESS, ADDRESS))
        .within("adressen[type=POSTADRES]", a -> a.whole(POSTAL_ADDRESS, ADDRESS))
        .required(NAME).missingMeans(Missing.ABSENT).build();

    static final RecordMapping PARTICULIER = record("particulier").id("id").version("versie").modified("gewijzigdOp", CHANGED)
        .field(LAST_NAME, "naam", text(LONGEST))
        .field(EMAIL, "email", email().upTo(LONGEST))
        .field(PHONE, "telefoon", phone(REGION))
        .readOnly(RELATION_TYPES, "relatietypen", setOfCodes())
        .within("adressen[type=PRIVEADRES]", a -> a.whole(PRIVATE_ADDRESS, ADDRESS))
        .required(LAST_NAME).missingMeans(Missing.ABSENT).build();

    static final RecordMapping CONTACTPERSOON = record("contactpersoon").id("id")
        .fields(of(FIRST_NAMES, CALL_NAME), "voornamen", text(LONGEST), Choice.firstPresent())
        .field(INITIALS, "voorletters", text(LONGEST))
        .field(TUSSENVOEGSEL, "tussenvoegsels", text(LONGEST))
        .field(LAST_NAME, "achternaam", text(LONGEST))
        .field(GENDER, "geslacht", codes(Gender.TYPE).code(Gender.MALE, "M").code(Gender.FEMALE, "V").code(Gender.UNSPECIFIED, "X"))
        .field(BIRTH_DATE, "geboortedatum", date())
        .field(FUNCTION, "functie", text(LONGEST))
        .field(BUSINESS_PHONE, "doorkiesnummer", phone(REGION))
        .fields(of(BUSINESS_MOBILE, PRIVATE_MOBILE), "mobiel", phone(REGION), Choice.firstPresent())
        .field(PRIVATE_PHONE, "priveTelefoon", phone(REGION))
        .fields(of(BUSINESS_EMAIL, PRIVATE_EMAIL), "email", email().upTo(LONGEST), Choice.firstPresent())
        .required(LAST_NAME).missingMeans(Missing.ABSENT).build();

    private AdvocaatCentraalTables() { }

    /** The table of a part of such a root; none for parts that AdvocaatCentraal has no records of. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) {
        return switch (part) {
            case ROOT -> Optional.of(root == Kind.ORGANISATION ? BEDRIJF : PARTICULIER);
            case CONTACT -> Optional.of(CONTACTPERSOON);
            case ROLE -> Optional.empty();
        };
    }
}
