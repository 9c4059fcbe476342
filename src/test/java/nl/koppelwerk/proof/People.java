package nl.koppelwerk.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * People who type in both systems all the while, the same by the same seed, and what they typed last in each field. Nobody types
 * in Tribe what AdvocaatCentraal's last word has not reached yet: the moment between our read and our write is a known limit there.
 */
final class People implements AutoCloseable {

    private static final int MILLIS = 120;

    /** One field as the two name it, by the relation's kind. */
    private record Field(String ofCompany, String ofPerson, String inTribe, String inTribeOfPerson) {

        static final List<Field> ALL = List.of(new Field("telefoonnummer", "telefoon", "PhoneNumber", "PhoneNumber"),
                new Field("email", "email", "EmailAddress", "EmailAddress"), new Field("bedrijfsnaam", "naam", "Name", "LastName"));

        String inAc(JsonNode relation) {
            return isCompany(relation) ? ofCompany : ofPerson;
        }

        String inTribe(JsonNode relation) {
            return isCompany(relation) ? inTribe : inTribeOfPerson;
        }

        private static boolean isCompany(JsonNode relation) {
            return relation.path("soort").asText().equals("BEDRIJF");
        }

        String typed(int number) {
            return switch (inTribe) {
                case "PhoneNumber" -> String.format("+31 20 %07d", number);
                case "EmailAddress" -> "bericht-" + number + "@kantoor.nl";
                default -> "Sørensen en Çelik " + number;
            };
        }
    }

    /** The newest word of people about one field. */
    record Edit(String source, String inAc, String inTribe, String value) {
    }

    private final Vendors vendors;
    private final Random random;
    private final List<String> relations;
    private final Map<String, String> tribeIds;
    private final Map<String, Edit> last = new LinkedHashMap<>();
    private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor();
    private ScheduledFuture<?> typing;
    private int number;
    private int edits;
    private int born;
    private Throwable broken;

    /** Who edit whatever is in both systems now. */
    static People of(Vendors vendors, long seed) {
        var ids = new HashMap<String, String>();
        new TribeRecords(vendors.export(Vendors.TRIBE)).roots().forEach((source, roots) -> ids.put(source, roots.get(0).get("ID").asText()));
        return new People(vendors, ids, seed);
    }

    /** @param tribeIds of the relations that are edited, by their id in AdvocaatCentraal */
    private People(Vendors vendors, Map<String, String> tribeIds, long seed) {
        this.vendors = vendors;
        this.tribeIds = tribeIds;
        this.relations = tribeIds.keySet().stream().sorted().toList();
        this.random = new Random(seed);
    }

    void begin() {
        typing = desk.scheduleAtFixedRate(this::type, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    /** When it returns nobody is typing any more. */
    void pause() {
        typing.cancel(false);
        java.util.concurrent.CompletableFuture.runAsync(() -> { }, desk).join();
        if (broken != null) {
            throw new IllegalStateException("a desk does not answer", broken);
        }
    }

    List<Edit> last() {
        return new ArrayList<>(last.values());
    }

    /** Values typed and relations made so far. */
    int edits() {
        return edits;
    }

    @Override
    public void close() {
        desk.shutdownNow();
    }

    private void type() {
        try {
            number++;
            if (random.nextInt(10) == 0) {
                bear();
            } else {
                edit(relations.get(random.nextInt(relations.size())), Field.ALL.get(random.nextInt(Field.ALL.size())), random.nextBoolean());
            }
            edits++;
        } catch (RuntimeException | AssertionError failure) {
            broken = failure;
        }
    }

    private void bear() {
        born++;
        vendors.create(Map.of("bedrijfsnaam", "Nieuw " + number + " B.V.", "telefoonnummer", "+31 30 " + String.format("%07d", number),
                "contactpersonen", List.of(Map.of("achternaam", "IJsbrand " + number, "email", "ijsbrand-" + number + "@kantoor.nl"))));
    }

    private void edit(String source, Field field, boolean inTribe) {
        var relation = vendors.record(Vendors.AC, source);
        var edit = new Edit(source, field.inAc(relation), field.inTribe(relation), field.typed(number));
        var tribe = tribeIds.get(source);
        if (inTribe && Judge.same(relation.path(edit.inAc()), vendors.record(Vendors.TRIBE, tribe).path(edit.inTribe()))) {
            vendors.edit(Vendors.TRIBE, tribe, Map.of(edit.inTribe(), edit.value()));
        } else {
            vendors.edit(Vendors.AC, source, Map.of(edit.inAc(), edit.value()));
        }
        last.put(source + " " + edit.inTribe(), edit);
    }
}
