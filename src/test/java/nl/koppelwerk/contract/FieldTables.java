package nl.koppelwerk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import nl.koppelwerk.mapping.RecordMapping;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.systems.adminpulse.AdminPulseTables;
import nl.koppelwerk.systems.adminconsult.AdminConsultTables;
import nl.koppelwerk.systems.accounton.AccountonTables;
import nl.koppelwerk.systems.advocaatcentraal.AdvocaatCentraalTables;
import nl.koppelwerk.systems.clickmate.ClickmateTables;
import nl.koppelwerk.systems.compenda.CompendaTables;
import nl.koppelwerk.systems.economic.EconomicTables;
import nl.koppelwerk.systems.snelstart.SnelStartTables;
import nl.koppelwerk.systems.tribe.TribeTables;

/** Every field table with a record of its contract; a new system adds its lines here. */
final class FieldTables {

    /**
     * @param sample     a record in which every wire record of the table stands
     * @param strangers  names that are not the table's and must survive a write
     */
    record Sample(RecordMapping table, JsonNode sample, String idMember, Set<String> strangers) {
        @Override public String toString() { return table.name(); }
    }

    static final List<Sample> ALL = List.of(
        ac(Kind.ORGANISATION, PartKind.ROOT, Samples.AC_BEDRIJF),
        ac(Kind.PERSON, PartKind.ROOT, Samples.AC_PARTICULIER),
        ac(Kind.ORGANISATION, PartKind.CONTACT, Samples.AC_CONTACTPERSOON),
        tribe(Kind.ORGANISATION, PartKind.ROOT, Samples.TRIBE_ORGANIZATION),
        tribe(Kind.PERSON, PartKind.ROOT, Samples.TRIBE_PERSON),
        tribe(Kind.ORGANISATION, PartKind.CONTACT, Samples.TRIBE_CONTACT),
        clickmate(PartKind.ROOT, Samples.CLICKMATE_CUSTOMER),
        clickmate(PartKind.CONTACT, Samples.CLICKMATE_CONTACT),
        compenda(Kind.ORGANISATION, Samples.COMPENDA_RELATION, "id"),
        compenda(Kind.COST_CENTRE, Samples.COMPENDA_PROJECT, "number"),
        economic(EconomicTables.table(Kind.ORGANISATION, PartKind.ROOT).orElseThrow(), Samples.ECONOMIC_CUSTOMER, "customerNumber"),
        economic(EconomicTables.table(Kind.ORGANISATION, PartKind.CONTACT).orElseThrow(), Samples.ECONOMIC_CONTACT, "customerContactNumber"),
        economic(EconomicTables.ofCustomersApi(PartKind.ROOT), Samples.ECONOMIC_CUSTOMER_TO_CHANGE, "customerNumber"),
        economic(EconomicTables.ofCustomersApi(PartKind.CONTACT), Samples.ECONOMIC_LISTED_CONTACT, "number"),
        snelStart(Kind.ORGANISATION, Samples.SNELSTART_RELATIE),
        snelStart(Kind.COST_CENTRE, Samples.SNELSTART_KOSTENPLAATS),
        adminPulse(Kind.PERSON, "guess-en", Samples.ADMINPULSE_PERSON),
        adminPulse(Kind.PERSON, "guess-nl", Samples.ADMINPULSE_PERSOON),
        adminPulse(Kind.PERSON, "nested-person", Samples.ADMINPULSE_NESTED_PERSON),
        adminPulse(Kind.ORGANISATION, "guess-en", Samples.ADMINPULSE_COMPANY),
        adminConsult(Kind.PERSON, Samples.ADMIN_CONSULT_PERSON),
        adminConsult(Kind.ORGANISATION, Samples.ADMIN_CONSULT_COMPANY),
        accounton(Samples.ACCOUNTON_CLIENT));

    private FieldTables() { }

    private static Sample ac(Kind kind, PartKind part, String json) {
        return new Sample(AdvocaatCentraalTables.table(kind, part).orElseThrow(), Samples.json(json), "id",
            Set.of("id", "soort", "relatietypen", "gearchiveerd", "versie", "gewijzigdOp", "type", "onbekend"));
    }

    private static Sample tribe(Kind kind, PartKind part, String json) {
        return new Sample(TribeTables.table(kind, part).orElseThrow(), Samples.json(json), "ID",
            Set.of("ID", "_Type", "_Name", "VATNumber", "DebtorNumber", "LastMutationDate", "Extra", "InvoiceAddress", "SortName"));
    }

    private static Sample clickmate(PartKind part, String json) {
        return new Sample(ClickmateTables.table(Kind.ORGANISATION, part).orElseThrow(), Samples.json(json), "id",
            Set.of("id", "lifecycle", "autoSync", "title", "contacts", "externalRefs", "modifiedAt", "version", "ukendt"));
    }

    /** Nothing is written into Compenda; its tables keep the laws all the same, and so say what they read. */
    private static Sample compenda(Kind kind, String json, String idMember) {
        return new Sample(CompendaTables.table(kind, PartKind.ROOT).orElseThrow(), Samples.json(json), idMember,
            Set.of("id", "number", "kind", "roles", "contacts", "invoice", "externalRefs", "fieldModifiedAt", "modifiedAt", "version", "onbekend"));
    }

    private static Sample economic(RecordMapping table, String json, String idMember) {
        return new Sample(table, Samples.json(json), idMember, Set.of("customerNumber", "customerContactNumber", "balance", "lastUpdated", "creditLimit",
            "creditMaximum", "eInvoicingDisabledByDefault", "zone", "access", "county", "objectVersion", "notes", "sortKey", "number", "receiveInvoices"));
    }

    /** Nothing is written there either. */
    private static Sample adminConsult(Kind kind, String json) {
        return new Sample(AdminConsultTables.table(kind, PartKind.ROOT).orElseThrow(), Samples.json(json), "CustomerId",
            Set.of("CustomerId", "CompanyId", "IsCompany", "Title", "Phone2", "CustomerAddressId", "AddressId", "Street1", "Remarks"));
    }

    private static Sample snelStart(Kind kind, String json) {
        return new Sample(SnelStartTables.table(kind, PartKind.ROOT).orElseThrow(), Samples.json(json), "id",
            Set.of("id", "uri", "modifiedOn", "fax", "memo", "iban", "bic", "oin", "factuurkorting", "factuurEmailVersturen", "aanmaningsoort", "extraVeldenKlant", "etage", "nonactief"));
    }

    /** Nothing is written into AdminPulse; its tables keep the laws all the same, and so say what they read. */
    private static Sample adminPulse(Kind kind, String names, String json) {
        return new Sample(AdminPulseTables.table(kind, names), Samples.json(json), "uniqueIdentifier",
            Set.of("uniqueIdentifier", "id", "displayName", "accountingRelationcode", "companyId", "company", "relationGroupName", "tos", "modifiedOn", "gewijzigdOp", "onbekend"));
    }

    private static Sample accounton(String json) {
        return new Sample(AccountonTables.table(Kind.PERSON, PartKind.ROOT).orElseThrow(), Samples.json(json), "id",
            Set.of("id", "kind", "externalRefs", "invitationStatus", "modifiedAt", "version", "dossier", "verdieping"));
    }
}
