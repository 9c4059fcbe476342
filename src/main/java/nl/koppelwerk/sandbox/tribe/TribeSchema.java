package nl.koppelwerk.sandbox.tribe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entity sets that this stand-in plays. Beyond the contract it assumes {@code Datastore_Country} (ID, Code, Name),
 * {@code Datastore_Gender}, {@code Datastore_Role} and {@code Datastore_AddressType} (ID, Name), all read-only, and that a contact's
 * {@code Role}, a person's {@code Gender} and an address' {@code Country} are references to them.
 */
final class TribeSchema {

    /** A field that the office made itself; where the switch {@code function-field} says so, it holds the function. */
    static final String FUNCTION_FIELD = "_9ecc8d21__f69a__4b1e__8d0a__5c2f7e1a9b01";

    static final String ORGANISATION = "Relation_Organization";
    static final String PERSON = "Relation_Person";
    static final String ADDRESS = "Address";
    static final String CONTACT = "Relationship_Person_Contact_Standard";
    static final String IDENTITY = "Relationship_Organization_Identity";
    static final String EMPLOYEE = "Relationship_Person_Employee";

    private static final String STAMPS = " ImportId CreationDate:MOMENT LastMutationDate:MOMENT";
    private static final String MONEY = " VATNumber IBAN BIC BankName DebtorNumber CreditorNumber Number";
    private static final String TERMS = "PaymentTermInDays:NUMBER IsFormer:BOOL FormerDate:DATE" + STAMPS;

    private final Map<String, EntityType> types = new LinkedHashMap<>();

    TribeSchema() {
        add(ORGANISATION, "Name* PhoneNumber EmailAddress FinancialEmailAddress Website ChamberOfCommerceNumber ChamberOfCommerceName EstablishmentNumber RSIN OIN"
                + " FoundingDate:DATE NumberOfEmployees:NUMBER" + MONEY + STAMPS, "VisitingAddress>Address PostalAddress>Address InvoiceAddress>Address Branch>Datastore_Branch Addresses>Address", true);
        add(PERSON, "FirstName MiddleName LastName* Name SortName BirthDay Initials Title Suffix BirthDate:DATE PhoneNumber MobilePhoneNumber EmailAddress" + MONEY + STAMPS,
                "Address>Address Gender>Datastore_Gender Language>Datastore_Language", true);
        add(ADDRESS, "Street HouseNumber:NUMBER HouseNumberSuffix Extra Postalcode City Latitude:NUMBER Longitude:NUMBER",
                "Relation>Relation Person>Relation_Person Organization>Relation_Organization AddressType>Datastore_AddressType Country>Datastore_Country State>Datastore_State", true);
        add(CONTACT, "EmailAddress PhoneNumber MobilePhoneNumber Department " + FUNCTION_FIELD + STAMPS,
                "Relation>Relation_Organization* Person>Relation_Person* Role>Datastore_Role", true);
        for (var role : List.of("Customer", "Lead", "Suspect", "HotProspect", "Prospect")) {
            organisationRole("Relationship_Organization_CommercialRelationship_" + role);
        }
        organisationRole("Relationship_Organization_Supplier");
        add("Relationship_Person_CommercialRelationship_Customer", TERMS, "Relation>Relation_Organization* Person>Relation_Person* AccountManager>" + EMPLOYEE, true);
        add(IDENTITY, "Name CreationDate:MOMENT LastMutationDate:MOMENT", "Relation>Relation_Organization", false);
        add(EMPLOYEE, "Name CreationDate:MOMENT LastMutationDate:MOMENT", "Relation>Relation_Organization Person>Relation_Person", false);
        add("Datastore_Country", "Code Name", "", false);
        List.of("Gender", "Role", "AddressType", "Branch", "Language", "State").forEach(name -> add("Datastore_" + name, "Name", "", false));
    }

    Optional<EntityType> find(String set) {
        return Optional.ofNullable(types.get(set));
    }

    EntityType get(String set) {
        return types.get(set);
    }

    List<EntityType> all() {
        return List.copyOf(types.values());
    }

    /** The concrete sets behind a name: itself, or all that an abstract one spans. */
    List<EntityType> concrete(String set) {
        return types.containsKey(set) ? List.of(types.get(set)) : types.values().stream().filter(type -> type.set().startsWith(set + "_")).toList();
    }

    boolean leadsTo(String target, String set) {
        return set.equals(target) || set.startsWith(target + "_");
    }

    private void organisationRole(String set) {
        add(set, TERMS, "Relation>Relation_Organization* Organization>Relation_Organization* AccountManager>" + EMPLOYEE, true);
    }

    private void add(String set, String fields, String navigations, boolean writable) {
        types.put(set, EntityType.of(set, fields, navigations, writable));
    }
}
