package nl.koppelwerk.sandbox.tribe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.koppelwerk.sandbox.DutchNames;
import nl.koppelwerk.sandbox.Json;

/** What Tribe holds before anything is synchronised: its own organisation, two employees, the lists to choose from and a few relations of its own. */
final class TribeSeed {

    static final String OWN_ORGANISATION = id("own organisation");
    static final String VIRTUAL_EMPLOYEE = id("virtual employee");
    static final String HUMAN_EMPLOYEE = id("human employee");

    private static final String STAMP = "2020-09-01T08:00:00Z";
    private static final String[][] COUNTRIES = {{"NL", "Nederland"}, {"BE", "België"}, {"DE", "Duitsland"}, {"FR", "Frankrijk"}, {"LU", "Luxemburg"},
            {"GB", "Verenigd Koninkrijk"}, {"DK", "Denemarken"}, {"ES", "Spanje"}, {"IT", "Italië"}, {"US", "Verenigde Staten"}, {"CH", "Zwitserland"}, {"TR", "Turkije"}};

    private final TribeRecords records;
    private final DutchNames names;

    TribeSeed(TribeRecords records, long seed) {
        this.records = records;
        this.names = new DutchNames(new Random(seed + 1));
    }

    void all() {
        for (var country : COUNTRIES) {
            put("Datastore_Country", "country " + country[0], Json.object().put("Code", country[0]).put("Name", country[1]));
        }
        list("Gender", List.of("Man", "Vrouw", "Onbekend"));
        list("Role", DutchNames.FUNCTIONS);
        list("AddressType", List.of("Bezoekadres", "Postadres", "Factuuradres", "Privé adres"));
        list("Language", List.of("Nederlands", "Engels", "Duits"));
        ourselves();
        for (var i = 0; i < 10; i++) {
            ownRelation(i);
        }
    }

    private void ourselves() {
        put(TribeSchema.ORGANISATION, "own organisation", Json.object().put("Name", "Kantoor Voorbeeld Advocaten"));
        put(TribeSchema.PERSON, "virtual person", person("Koppeling", "API"));
        put(TribeSchema.PERSON, "human person", person("Fatma", "Çelik"));
        put(TribeSchema.IDENTITY, "identity", refer(Json.object().put("Name", "Kantoor Voorbeeld Advocaten"), "Relation", OWN_ORGANISATION));
        employee("virtual");
        employee("human");
    }

    private void employee(String which) {
        put(TribeSchema.EMPLOYEE, which + " employee", refer(refer(Json.object().put("Name", which), "Relation", OWN_ORGANISATION), "Person", id(which + " person")));
    }

    /** Made in Tribe, so never synchronised; a second customer of the same name as one of these is no mistake. */
    private void ownRelation(int number) {
        var organisation = id("organisation " + number);
        put(TribeSchema.ORGANISATION, "organisation " + number, Json.object().put("Name", names.company()).put("PhoneNumber", names.phone(false)));
        put("Relationship_Organization_CommercialRelationship_Customer", "customer " + number, refer(refer(Json.object(), "Relation", OWN_ORGANISATION), "Organization", organisation));
        put(TribeSchema.PERSON, "person " + number, person(names.firstName(), names.lastName()));
        put(TribeSchema.CONTACT, "contact " + number, refer(refer(Json.object().put("Department", "Directie"), "Relation", organisation), "Person", id("person " + number)));
    }

    private void list(String name, List<String> values) {
        values.forEach(value -> put("Datastore_" + name, name + " " + value, Json.object().put("Name", value)));
    }

    private void put(String set, String key, ObjectNode record) {
        var table = records.table(set);
        record.put("ID", id(key));
        if (table.type().stamped()) {
            record.put("CreationDate", STAMP).put("LastMutationDate", STAMP);
        }
        table.put(record.put("_v", 1));
    }

    private static ObjectNode person(String first, String last) {
        var person = Json.object().put("FirstName", first).put("LastName", last);
        TribePerson.name(person);
        return person;
    }

    private static ObjectNode refer(ObjectNode record, String navigation, String id) {
        record.putObject(navigation).put("ID", id);
        return record;
    }

    private static String id(String key) {
        return UUID.nameUUIDFromBytes(("tribe/" + key).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
