package nl.koppelwerk.systems.adminpulse;

import static nl.koppelwerk.mapping.Codecs.codes;
import static nl.koppelwerk.mapping.Codecs.email;
import static nl.koppelwerk.mapping.Codecs.instant;
import static nl.koppelwerk.mapping.Codecs.phone;
import static nl.koppelwerk.mapping.RecordMapping.record;
import static nl.koppelwerk.relation.Fields.BTW_NUMMER;
import static nl.koppelwerk.relation.Fields.EMAIL;
import static nl.koppelwerk.relation.Fields.FIRST_NAMES;
import static nl.koppelwerk.relation.Fields.LANGUAGE;
import static nl.koppelwerk.relation.Fields.LAST_NAME;
import static nl.koppelwerk.relation.Fields.MOBILE;
import static nl.koppelwerk.relation.Fields.NAME;
import static nl.koppelwerk.relation.Fields.NUMBER;
import static nl.koppelwerk.relation.Fields.ONDERNEMINGSNUMMER;
import static nl.koppelwerk.relation.Fields.PHONE;
import static nl.koppelwerk.relation.Fields.PRIVATE_ADDRESS;
import static nl.koppelwerk.relation.Fields.RIJKSREGISTERNUMMER;
import static nl.koppelwerk.relation.Fields.STATUS;
import static nl.koppelwerk.relation.Fields.TRADE_NAME;
import static nl.koppelwerk.relation.Fields.VISIT_ADDRESS;

import java.util.Optional;
import nl.koppelwerk.mapping.Codec;
import nl.koppelwerk.mapping.Missing;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.mapping.RecordMappingBuilder;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Status;

/**
 * The field tables of AdminPulse. A member that is missing says nothing: where a guess of a name is wrong, nobody's number is emptied
 * for it. An empty one is {@code null}.
 */
public final class AdminPulseTables {

    static final String ID = "uniqueIdentifier";

    private static final String REGION = "BE";
    private static final Codec<Status> STATUSES = codes(Status.TYPE).code(Status.ACTIVE, "CLIENT", "Klant").code(Status.PROSPECT, "PROSPECT")
        .code(Status.INACTIVE, "INACTIVE", "Inactief");

    private final AdminPulseNames names;
    private final RecordMapping person;
    private final RecordMapping organisation;

    AdminPulseTables(AdminPulseNames names) {
        this.names = names;
        this.person = both(record("client"), names).field(LAST_NAME, "name").field(FIRST_NAMES, names.firstName)
            .field(RIJKSREGISTERNUMMER, names.nationalNumber).field(PRIVATE_ADDRESS, names.addresses, names.address).build();
        this.organisation = both(record("company"), names).field(NAME, "name").field(VISIT_ADDRESS, names.addresses, names.address).build();
    }

    private static RecordMappingBuilder both(RecordMappingBuilder table, AdminPulseNames names) {
        return table.id(ID).modified(names.modifiedOn, instant())
            .field(TRADE_NAME, "commercialName")
            .field(NUMBER, "code")
            .field(ONDERNEMINGSNUMMER, names.enterpriseNumber)
            .field(BTW_NUMMER, names.vatNumber)
            .field(EMAIL, AdminPulseNames.EMAIL, email())
            .field(PHONE, names.phone, phone(REGION))
            .field(MOBILE, names.mobile, phone(REGION))
            .field(LANGUAGE, names.language)
            .field(STATUS, AdminPulseNames.STATUS, STATUSES)
            .missingMeans(Missing.ABSENT);
    }

    AdminPulseNames names() { return names; }

    RecordMapping of(Kind kind) { return kind == Kind.ORGANISATION ? organisation : person; }

    /** None for parts: what AdminPulse links to a relation are relations themselves. */
    Optional<RecordMapping> of(Kind kind, PartKind part) { return part == PartKind.ROOT && kind != Kind.COST_CENTRE ? Optional.of(of(kind)) : Optional.empty(); }

    /** The table of such a root by one of the guesses. */
    public static RecordMapping table(Kind kind, String fieldNames) { return new AdminPulseTables(AdminPulseNames.of(fieldNames)).of(kind); }
}
