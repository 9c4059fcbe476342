package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for his own choice is never told that it was done where another's, or a later edit, was quicker. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class WaitingChoiceTest {

    @Inject Offices offices;
    private DanishOffice office;

    @BeforeEach void there_is_an_office() { office = DanishOffice.made(offices); }

    @Test @Requirement("CL-10") void of_two_who_choose_at_once_only_the_one_whose_value_stands_is_told_so() throws Exception {
        var number = customer(0);
        var relation = office.relationOf("source", number);
        for (int round = 0; round < 3; round++) {
            var emails = Map.of("source", "kilde" + round + "@kunde.example", "target", emailInClickmate(number));
            office.desk("PUT", "/economic/customers/" + number + "?silently=true", "{'email': '" + emails.get("source") + "'}");
            var stamp = stamp(relation);

            var answers = atOnce(List.of(() -> resolve(relation, stamp, "source"), () -> resolve(relation, stamp, "target")));

            office.until(() -> isSettled(relation, number));
            for (var choice : List.of("source", "target")) {
                var answer = answers.get(choice.equals("source") ? 0 : 1);
                assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 202, 409);
                if (answer.statusCode() == 200) assertThat(emailInClickmate(number)).as(answer.asString()).isEqualTo(emails.get(choice));
                if (answer.statusCode() == 409) assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo("CHANGED_SINCE_SHOWN");
            }
            assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSizeLessThan(2);
        }
    }

    @Test @Requirement("CL-10") void a_choice_that_an_edit_overtook_is_not_told_as_done() throws Exception {
        var number = customer(1);
        var relation = office.relationOf("source", number);
        for (int round = 0; round < 6; round++) {
            var chosen = "valgt" + round + "@kunde.example";
            var later = "senere" + round + "@kunde.example";
            office.desk("PUT", "/economic/customers/" + number + "?silently=true", "{'email': '" + chosen + "'}");
            var stamp = stamp(relation);
            int moment = 20 + 12 * round;

            var answers = atOnce(List.of(() -> resolve(relation, stamp, "source"), () -> {
                TimeUnit.MILLISECONDS.sleep(moment);
                office.desk("PUT", "/economic/customers/" + number, "{'email': '" + later + "'}");
                return null;
            }));

            office.until(() -> isSettled(relation, number) && later.equals(emailInClickmate(number)));
            var answer = answers.get(0);
            assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 202, 409);
            if (answer.statusCode() == 200) assertThat(written(relation)).as(answer.asString()).contains(chosen);
            if (answer.statusCode() == 409) assertThat(answer.jsonPath().getString("errors[0].code")).isEqualTo("CHANGED_SINCE_SHOWN");
        }
    }

    private List<Object> written(String relation) {
        return LawOffice.as("danish-operator").get("/api/v1/relations/{id}/history?limit=200", relation).jsonPath().getList("items.findAll { it.side == 'target' && it.field == 'email' && it.written }.value");
    }

    private boolean isSettled(String relation, String number) {
        return office.relation(relation).getString("state").equals("in-sync") && emailInClickmate(number).equals(office.desk("GET", "/economic/customers/" + number, null).getString("email"));
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        var hands = Executors.newFixedThreadPool(calls.size());
        try {
            var answers = new ArrayList<Response>();
            for (var done : hands.invokeAll(calls)) answers.add(done.get());
            return answers;
        } finally {
            hands.shutdown();
        }
    }

    private static String stamp(String relation) { return LawOffice.as("danish-viewer").post("/api/v1/relations/{id}/compare", relation).jsonPath().getString("stamp"); }

    private static Response resolve(String relation, String stamp, String choice) {
        return LawOffice.as("danish-operator").body(Map.of("stamp", stamp, "fields", Map.of("email", choice))).post("/api/v1/relations/{id}/resolve", relation);
    }

    private String emailInClickmate(String number) {
        return office.export("clickmate").stream().filter(one -> number.equals(one.getString("externalRefs.find { it.system == 'ECONOMIC' }?.id"))).findFirst().orElseThrow().getString("email");
    }

    /** From the end, where no other test takes any. */
    private String customer(int which) {
        var quiet = office.rows().stream().filter(row -> row.get("state").equals("in-sync") && ((List<?>) row.get("reasons")).isEmpty())
            .map(row -> (String) ((Map<?, ?>) row.get("source")).get("id")).filter(number -> number.startsWith("100")).sorted().toList();
        return quiet.get(quiet.size() - 1 - which);
    }
}
