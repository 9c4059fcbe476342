package nl.koppelwerk.systems.snelstart;

import static nl.koppelwerk.mapping.Codecs.*;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.*;

import java.util.Optional;
import nl.koppelwerk.mapping.AddressCodec;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.RecordMappingBuilder;
import nl.koppelwerk.relation.Amount;
import nl.koppelwerk.relation.BtwNummer;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.EmailAddresses;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Text;

/** The field tables of SnelStart, which shows what is empty as null; every other member goes back as it came. */
public final class SnelStartTables {

    /** The reference list of countries: the id that this administration has for a code. */
    public static final String LANDEN = "landen";
    /** A country by its code; the wire shows the id alone, and the reader puts this beside it. */
    static final String CODE = "landcodeISO";
    static final String VISIT = "vestigingsAdres";
    static final String POSTAL = "correspondentieAdres";

    private static final String REGION = "NL";
    private static final int LONGEST = 50;
    private static final int SHORT = 25;

    /** As it is read and made: what it is to the administration, and its number, are said once. */
    static final RecordMapping RELATIE = relatie()
        .field(NUMBER, "relatiecode", number(Text.TYPE, 1, Integer.MAX_VALUE))
        .field(RELATION_TYPES, "relatiesoort", new Relatiesoorten())
        .required(NAME).build();

    static final RecordMapping RELATIE_TO_CHANGE = relatie().build();

    static final RecordMapping KOSTENPLAATS = record("kostenplaats").id("id")
        .field(NUMBER, "nummer", number(Text.TYPE, 1, 999_999_999))
        .field(NAME, "omschrijving", text(LONGEST))
        .required(NUMBER, NAME).build();

    private SnelStartTables() { }

    private static RecordMappingBuilder relatie() {
        return record("relatie").id("id").modified("modifiedOn", instant())
            .field(NAME, "naam", text(LONGEST))
            .field(VISIT_ADDRESS, VISIT, whole())
            .field(CONTACT_PERSON, VISIT + "/contactpersoon", text(LONGEST))
            .field(POSTAL_ADDRESS, POSTAL, other())
            .field(PHONE, "telefoon", phone(REGION).upTo(SHORT))
            .field(MOBILE, "mobieleTelefoon", phone(REGION).upTo(SHORT))
            .field(EMAILS, "email", typed("e-mail addresses", EmailAddresses.TYPE).upTo(250))
            .field(WEBSITE, "websiteUrl", website().upTo(100))
            .field(KVK_NUMMER, "kvkNummer", kvk())
            .field(BTW_NUMMER, "btwNummer", typed("VAT number", BtwNummer.TYPE).upTo(LONGEST))
            .field(PAYMENT_DAYS, "krediettermijn", number(Days.TYPE, -365, 1000))
            .field(CREDIT_LIMIT, "kredietLimiet", number(Amount.TYPE));
    }

    /** Complete or none (REL-0060). */
    private static AddressCodec whole() {
        return address().oneText("straat").atMost(LONGEST).needed().postalCode("postcode").atMost(SHORT).needed()
            .city("plaats").atMost(LONGEST).needed().country("land", reference(LANDEN, "id", CODE)).needed();
    }

    /** That rule is documented for the other one; but without a country SnelStart takes it for a Dutch one. */
    private static AddressCodec other() {
        return address().oneText("straat").atMost(LONGEST).postalCode("postcode").atMost(SHORT)
            .city("plaats").atMost(LONGEST).country("land", reference(LANDEN, "id", CODE)).needed();
    }

    /** What SnelStart can hold of such a part. A relatie is one whoever it is; contact persons and roles are no records there. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) {
        if (part != PartKind.ROOT) return Optional.empty();
        return Optional.of(root == Kind.COST_CENTRE ? KOSTENPLAATS : RELATIE);
    }

    /** The lines that a root of that kind is updated by. */
    static RecordMapping toChange(Kind root) { return root == Kind.COST_CENTRE ? KOSTENPLAATS : RELATIE_TO_CHANGE; }
}
