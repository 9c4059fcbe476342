package nl.koppelwerk.systems.economic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.ledger.Accounts;
import nl.koppelwerk.systems.Query;
import nl.koppelwerk.systems.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked, what is laid over a record, and how refusals and headers are read. */
class EconomicWireTest {

    @Test void conditions_are_joined_and_signs_of_the_language_are_escaped() {
        var filter = EconomicFilter.above("customerNumber", 10042).and(EconomicFilter.from("lastUpdated", "2026-03-04T10:21:07Z"));

        assertThat(filter.text()).isEqualTo("customerNumber$gt:10042$and:lastUpdated$gte:2026-03-04T10:21:07Z");
        assertThat(EconomicFilter.equal("email", "a*(b),$c[1]@x.dk").text()).isEqualTo("email$eq:a$*$(b$)$,$$c[1]@x.dk");
        assertThat(EconomicFilter.oneOf("customerNumber", List.of("1", "2")).text()).isEqualTo("customerNumber$in:[1,2]");
        assertThat(EconomicCalls.where(Query.NONE.and("pagesize", 200), EconomicFilter.equal("customerNumber", 7)).text())
            .isEqualTo("pagesize=200&filter=customerNumber%24eq%3A7");
    }

    @Test void a_patch_is_laid_over_the_record_and_everything_else_goes_back_as_it_came() {
        var record = object("{\"name\":\"Nordlys\",\"email\":\"a@b.example\",\"creditMaximum\":50000.00,\"paymentDays\":null,\"address1\":\"Havnegade 7\",\"objectVersion\":\"3e1f\"}");
        var patch = EconomicPatch.of(object("{\"name\":\"Nordlys Ærø\",\"email\":null,\"phone\":\"+4586550100\"}"));

        var laid = EconomicPatch.read(patch.bytes()).onto(record);

        assertThat(new String(EconomicPatch.bytes(laid), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"Nordlys Ærø\",\"creditMaximum\":50000.00,"
            + "\"paymentDays\":null,\"address1\":\"Havnegade 7\",\"objectVersion\":\"3e1f\",\"phone\":\"+4586550100\"}");
    }

    @Test void lines_of_an_address_that_say_the_same_stay_as_they_were_typed() {
        var patch = EconomicPatch.of(object("{\"address\":\"Havnegade 7, 2. sal\",\"city\":\"Skagen\"}"));

        var laid = patch.onto(object("{\"address\":\"Havnegade 7\\r\\n2. sal\",\"city\":\"Århus\"}"));

        assertThat(laid).hasToString("{\"address\":\"Havnegade 7\\r\\n2. sal\",\"city\":\"Skagen\"}");
    }

    @ParameterizedTest @ValueSource(strings = {"\"errorMessage\": \"CustomerGroup '99' not found.\", \"inputValue\": 99", "\"message\": \"CustomerGroup '99' not found.\", \"value\": 99"})
    void a_validation_error_names_the_member_in_both_spellings(String said) {
        var complaints = complaints("{\"message\":\"Validation failed. 1 error found.\",\"errorCode\":\"E04300\",\"errors\":{\"customerGroup\":{\"errors\":["
            + "{\"propertyName\":\"customerGroup\"," + said + ",\"errorCode\":\"E07140\",\"developerHint\":\"(where)\"}]}},\"errorCount\":1}");

        assertThat(complaints).containsExactly("customerGroup: CustomerGroup '99' not found. (E07140)");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "{'message':'Could not parse query string filter.','errors':['Filtering is not allowed on property foo.'],'allowedFilteringFields':['name']} | : Filtering is not allowed on property foo.",
        "{'message':'Validation failed.','errors':[{'message':'String is too long','schemaPath':'#/properties/zip/maxLength'}]} | zip/maxLength: String is too long",
        "{'message':'Validation failed.','errors':{'contacts':{'items':[{'arrayIndex':0,'name':{'errors':[{'errorMessage':'Missing'}]}}]}}} | contacts/name: Missing",
        "{'message':'A customer with this number exists.','errorCode':'E06010'} | : A customer with this number exists. (E06010)",
        "{'msg':'Not found','httpStatusCode':404} | : Not found",
        "{'title':'Conflict','status':409,'errorCode':'UpdateConflict','errors':[{'message':'Changed','errorCode':'UpdateConflict','property':'ObjectVersion'}]} | objectVersion: Changed (UpdateConflict)",
        "{'title':'Bad request','status':400,'errorCode':'BadFilterRequest'} | : Bad request (BadFilterRequest)"})
    void every_form_of_a_refusal_is_read(String document, String expected) {
        assertThat(complaints(document.replace('\'', '"'))).containsExactly(expected);
    }

    @Test void tokens_that_are_no_pair_are_a_refusal_of_the_account() {
        assertThat(new EconomicPhrasing().denies(object("{\"message\":\"no pair\",\"errorCode\":\"E02250\"}"))).isTrue();
        assertThat(new EconomicPhrasing().denies(object("{\"errorCode\":\"E04300\"}"))).isFalse();
    }

    @Test void the_headers_tell_how_many_calls_are_left() {
        var told = Map.of("x-ratelimiting", "token-limit-10000-per-60-seconds: 147/10000", "x-callcost", "3");

        assertThat(left(told)).contains(new Accounts.Reading(3284, Duration.ofSeconds(60)));
        assertThat(left(Map.of("x-ratelimiting", "token-limit-30-per-60-seconds: 33/30"))).contains(new Accounts.Reading(0, Duration.ofSeconds(60)));
        assertThat(left(Map.of())).isEmpty();
        assertThat(left(Map.of("x-ratelimiting", "soon"))).isEmpty();
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "old=10042&new=10043 | 10042 | 10043", "old=10042&new=10042 | 10042 | 10042", "old=&new=10042 | - | 10042", "old=0&new=10042 | - | 10042",
        "old=[OLDNUMBER]&new=10042 | - | 10042", "old=10042&new= | 10042 | -", "old=10042&new=[newnumber] | 10042 | -", "OLD=10042&NEW=10043 | 10042 | 10043",
        "10042&10043 | 10042 | 10043", "&10043 | - | 10043", "10042& | 10042 | -", "[OLDNUMBER]&10043 | - | 10043", "10043 | - | 10043",
        "{\"oldNumber\": \"10042\", \"newNumber\": 10043} | 10042 | 10043", "tenant=t1&new=10043 | - | 10043", "old=1234567890&new=-1 | - | -",
        "threshold=5 | - | -", "renew=5 | - | -"})
    void the_numbers_are_found_however_the_call_was_set_up(String text, String old, String current) {
        var numbers = NamedNumbers.in("", text);

        assertThat(numbers.old().orElse("-")).isEqualTo(old);
        assertThat(numbers.current().orElse("-")).isEqualTo(current);
    }

    @Test void the_address_may_hold_what_the_body_does_not() {
        var numbers = NamedNumbers.in("old=10042&new=10043", "");

        assertThat(numbers.old()).contains("10042");
        assertThat(numbers.current()).contains("10043");
    }

    private static java.util.Optional<Accounts.Reading> left(Map<String, String> headers) {
        return new TokenBucket().of(new Reply(200, headers, new byte[0]));
    }

    private static List<String> complaints(String document) {
        return new EconomicPhrasing().complaints(object(document)).stream().map(one -> one.pointer() + ": " + one.sentence()
            + (one.code().isEmpty() ? "" : " (" + one.code() + ")")).toList();
    }

    private static ObjectNode object(String json) {
        return new Reply(200, Map.of(), json.getBytes(StandardCharsets.UTF_8)).object().orElseThrow();
    }
}
