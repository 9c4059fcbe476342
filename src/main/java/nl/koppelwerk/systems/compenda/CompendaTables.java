package nl.koppelwerk.systems.compenda;

import static nl.koppelwerk.mapping.Codecs.address;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.mapping.Codecs.kvk;
import static nl.koppelwerk.mapping.Codecs.number;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.Codecs.setOfCodes;
import static nl.koppelwerk.mapping.Codecs.text;
import static nl.koppelwerk.mapping.Codecs.typed;
import static nl.koppelwerk.mapping.Codecs.website;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.*;

import java.util.Optional;
import nl.koppelwerk.mapping.AddressCodec;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Address;
import nl.koppelwerk.relation.BtwNummer;
import nl.koppelwerk.relation.Days;
import nl.koppelwerk.relation.EmailAddresses;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;

/** The field tables of Compenda's assumed contract; a member that is missing there is empty, and all other members are ignored. */
public final class CompendaTables {

    private static final String REGION = "NL";
    private static final int LONGEST = 255;

    static final Codec<Address> SPLIT = rest(address().street("street").houseNumber("houseNumber").huisnummertoevoeging("addition"));
    static final Codec<Address> ONE_LINE = rest(address().oneText("street"));

    static final RecordMapping RELATION = relation(number(Days.TYPE), SPLIT);

    /** The contract says no more of a project than these two, and shows no moment of its change. */
    static final RecordMapping PROJECT = record("project").id("number").version("version").modified("modifiedAt", instant())
        .readOnly(NUMBER, "number", text(LONGEST))
        .field(NAME, "description", text(LONGEST))
        .missingMeans(Missing.EMPTY).build();

    private CompendaTables() { }

    /** An organisation or a person; contacts are no records here, because one name of theirs crosses. */
    static RecordMapping relation(Codec<Days> term, Codec<Address> address) {
        return record("relation").id("id").version("version").modified("modifiedAt", instant())
            .field(NAME, "name", text(LONGEST))
            .readOnly(CONTACT_PERSON, "contacts", new PrimaryContact())
            .field(EMAILS, "email", typed("e-mail addresses", EmailAddresses.TYPE).upTo(LONGEST))
            .field(PHONE, "phone", phone(REGION))
            .field(MOBILE, "mobile", phone(REGION))
            .field(WEBSITE, "website", website().upTo(LONGEST))
            .field(KVK_NUMMER, "kvkNumber", kvk())
            .field(BTW_NUMMER, "vatNumber", typed("VAT number", BtwNummer.TYPE))
            .within("addresses", all -> all.field(VISIT_ADDRESS, "visiting", address).field(POSTAL_ADDRESS, "postal", address))
            .field(PAYMENT_DAYS, "paymentTermDays", term)
            .field(CREDIT_LIMIT, "creditLimit", new EuroAmount())
            .readOnly(ROLES, "roles", setOfCodes())
            .missingMeans(Missing.EMPTY).build();
    }

    private static Codec<Address> rest(AddressCodec street) {
        return street.postalCode("postalCode").city("city").country("country").upTo(LONGEST);
    }

    /** The table of such a root by the contract as assumed; none for parts, which Compenda has no records of here. */
    public static Optional<RecordMapping> table(Kind root, PartKind part) { return of(root, part, RELATION); }

    static Optional<RecordMapping> of(Kind root, PartKind part, RecordMapping relation) {
        return part != PartKind.ROOT ? Optional.empty() : Optional.of(root == Kind.COST_CENTRE ? PROJECT : relation);
    }
}
