package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.relation.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    @Test
    void while_the_store_is_down_nothing_is_accepted_and_the_caller_may_come_back() {
        try (var answer = Failures.failed(new IllegalStateException(new SQLTransientConnectionException("no connection")), Wording.EN)) {
            assertThat(answer.getStatus()).isEqualTo(503);
            assertThat(answer.getHeaderString("Retry-After")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"fields\": {\"phone\": \"target\"|` `|The body is not JSON (near line 1, column 30).", "{\"size\": 5} x|` `|The body is not JSON (near line 1, column 14).",
        "{\"size\": 5} {}|` `|The body is not the JSON that this call takes, which is an object and nothing after it.", "[]|` `|The body is not the JSON that this call takes, which is an object and nothing after it.",
        "{\"size\": 99999999999}|/size|It has another type: it is a whole number.", "{\"size\": \"veel\"}|/size|It has another type: it is a whole number.",
        "{\"verify\": []}|/verify|It has another type: it is true or false.", "{\"at\": \"gisteren\"}|/at|It has another type: it is a moment in UTC, as 2026-01-31T12:00:00Z.",
        "{\"name\": 7}|/name|It has another type: it is a text.",
        "{\"verify\": 7}|/verify|It has another type: it is true or false.", "{\"verify\": \"yes\"}|/verify|It has another type: it is true or false.",
        "{\"verify\": \"true\"}|/verify|It has another type: it is true or false.", "{\"verify\": \"\"}|/verify|It has another type: it is true or false.",
        "{\"size\": \"5\"}|/size|It has another type: it is a whole number.", "{\"size\": 5.5}|/size|It has another type: it is a whole number.",
        "{\"size\": true}|/size|It has another type: it is a whole number.", "{\"items\": [\"1\", 7]}|/items/1|It has another type: it is a text.",
        "{\"fields\": {\"a\": false}}|/fields/a|It has another type: it is a text.", "{\"items\": \"1\"}|/items|It has another type: it is a list.", "{\"fields\": 1}|/fields|It has another type: it is an object.",
        "{\"nmae\": \"x\"}|/nmae|There is no such member; there are: at, fields, items, name, size, verify."})
    void a_body_that_is_not_taken_says_where_and_what_would_be(String body, String pointer, String detail) {
        try (var answer = told(body)) {
            var fault = ((Problem) answer.getEntity()).errors().get(0);
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(fault.pointer()).isEqualTo(pointer.strip());
            assertThat(fault.detail()).isEqualTo(detail);
        }
    }

    record Taken(String name, Boolean verify, Integer size, Instant at, List<String> items, Map<String, String> fields) {}

    private static Response told(String body) {
        var mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictTypes().customize(mapper);
        try {
            return Response.ok(mapper.readerFor(Taken.class).readValue(body)).build();
        } catch (MismatchedInputException mismatch) {
            return new Failures().unreadable(mismatch);
        } catch (JsonProcessingException broken) {
            return Failures.refusedByTheServer(new WebApplicationException(broken, 400), Wording.EN);
        }
    }

    @Test
    void a_defect_shows_nothing_of_the_inside() {
        try (var answer = Failures.failed(new IllegalStateException("secret of the inside"), Wording.EN)) {
            assertThat(answer.getStatus()).isEqualTo(500);
            assertThat(((Problem) answer.getEntity()).toString()).doesNotContain("secret of the inside");
        }
    }
}
