package nl.koppelwerk.sandbox.adminpulse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.koppelwerk.sandbox.BelgianPerson.Kind;
import nl.koppelwerk.sandbox.Json;

/** What is to be done for one client: the declaration of two in three people, the VAT of each enterprise, the accounts of each company; some of it does not apply. */
record ApSeedTasks(int number, Kind kind, UnaryOperator<String> uuid) {

    private static final int YEAR = 2026;

    void all(Consumer<ObjectNode> keep) {
        if (kind != Kind.COMPANY && number % 3 != 0) {
            keep.accept(task("Personenbelasting", "Personenbelasting AJ " + YEAR, YEAR, LocalDate.of(YEAR, 7, 15), number % 13 == 0));
            if (number % 7 == 0) {
                keep.accept(task("Personenbelasting", "Personenbelasting AJ " + (YEAR - 1), YEAR - 1, LocalDate.of(YEAR - 1, 7, 15), false).put("status", 2));
            }
        }
        if (kind != Kind.PERSON) {
            keep.accept(task("BTW-aangifte", "BTW-aangifte K1 " + YEAR, YEAR, LocalDate.of(YEAR, 4, 25), number % 10 == 5 && number % 4 == 1));
        }
        if (kind == Kind.COMPANY) {
            keep.accept(task("Jaarrekening", "Jaarrekening " + (YEAR - 1), YEAR - 1, number % 30 == 29 ? null : LocalDate.of(YEAR, 6, 30), number % 70 == 39));
        }
    }

    private ObjectNode task(String template, String name, int year, LocalDate deadline, boolean inapplicable) {
        var task = Json.object().put("id", uuid.apply(name + " " + number)).put("name", name).put("templateName", template).put("status", number % 3)
                .put("deadline", deadline == null ? null : deadline + "T00:00:00").put("referenceYear", year).put("inapplicable", inapplicable)
                .put("relationUniqueIdentifier", ApSeed.identifier(number));
        task.putArray("subtasks").addObject().put("id", uuid.apply(name + " a " + number)).put("name", "Vragenlijst ontvangen").put("templateName", "Vragenlijst ontvangen")
                .put("status", 0).put("priority", 1).put("deadline", YEAR + "-05-31T00:00:00").putNull("remark").put("inapplicable", false);
        return task;
    }
}
