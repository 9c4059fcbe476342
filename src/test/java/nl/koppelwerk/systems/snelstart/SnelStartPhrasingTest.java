package nl.koppelwerk.systems.snelstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.support.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of an error that the contract names, and every code of its list. */
class SnelStartPhrasingTest {

    private static final List<Integer> NOT_LISTED_BY_THE_VENDOR = List.of(19, 24, 35, 36, 37, 41, 42, 43);

    private final SnelStartPhrasing phrasing = new SnelStartPhrasing("relaties:write");

    static Stream<String> codes() {
        var general = IntStream.rangeClosed(100, 106).mapToObj("ALG-%04d"::formatted);
        var relaties = IntStream.rangeClosed(1, 103).filter(number -> !NOT_LISTED_BY_THE_VENDOR.contains(number)).mapToObj("REL-%04d"::formatted);
        return Stream.of(general, relaties, IntStream.rangeClosed(1, 9).mapToObj("KPL-%04d"::formatted)).flatMap(all -> all);
    }

    @ParameterizedTest @MethodSource("codes") @Requirement("SN-43") void every_code_of_the_contract_has_a_sentence_and_a_remedy_in_each_language(String code) {
        var entry = SnelStartPhrasing.CODES.entry(code).orElseThrow();

        assertThat(entry.sentence()).matches("\\p{Lu}.*[.]");
        assertThat(entry.details()).containsOnlyKeys("remedyEn", "nl", "remedyNl", "fr", "remedyFr").allSatisfy((name, text) -> assertThat(text).matches("\\p{Lu}.*[.]"));
    }

    @Test void the_book_has_no_code_that_the_contract_does_not_name() {
        assertThat(SnelStartPhrasing.CODES.codes()).containsExactlyElementsOf(codes().toList());
    }

    @ParameterizedTest @CsvSource({"REL-0003, paymentDays", "REL-0007, name", "REL-0008, number", "REL-0012, mobile", "REL-0013, phone", "REL-0020, visitAddress",
        "REL-0023, contactPerson", "REL-0026, postalAddress", "REL-0060, visitAddress", "REL-0061, emails", "REL-0062, creditLimit", "REL-0064, relationTypes",
        "REL-0087, btwNummer", "KPL-0005, name", "KPL-0008, number"})
    void a_code_is_about_our_field(String code, String field) {
        assertThat(SnelStartPhrasing.CODES.entry(code).orElseThrow().field()).hasValueSatisfying(known -> assertThat(known.name()).isEqualTo(field));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "[{'errorCode':'REL-0007','message':'Naam moet gevuld zijn','details':null}]                    | : Naam moet gevuld zijn (REL-0007, known)",
        "[{'errorCode':'REL-0007','message':'a'},{'errorCode':'REL-0999','message':'Nieuw'}]            | : a (REL-0007, known); : Nieuw (REL-0999)",
        "[{'ErrorCode':'KPL-0008','Message':'b'}]                                                       | : b (KPL-0008, known)",
        "{'message':'The request is invalid.','modelState':{'relatie.VestigingsAdres.Straat':['Te lang','en meer']}} | vestigingsAdres/straat: Te lang en meer ()",
        "[{'message':'The request is invalid.','modelState':{'relatie.Naam':['Te lang'],'relatie.Relatiesoort[0]':['Fout']}}] | naam: Te lang (); relatiesoort: Fout ()",
        "{'message':'Kapot'}       | : Kapot ()",
        "{'Message':'Kapot'}       | : Kapot ()",
        "{}                        | ",
        "[]                        | ",
        "[null, 7, 'tekst']        | ",
    })
    void every_form_of_a_refusal_is_read(String document, String expected) {
        var said = phrasing.complaints(json(document)).stream().map(one -> one.pointer() + ": " + one.sentence() + " (" + one.code() + (one.known().isPresent() ? ", known" : "") + ")")
            .collect(Collectors.joining("; "));

        assertThat(said).isEqualTo(expected == null ? "" : expected);
    }

    @Test void a_refusal_of_the_account_says_what_it_lacks() {
        var subscription = json("{'statusCode': 401, 'message': 'Access denied due to invalid subscription key. Make sure to provide a valid key.'}");

        assertThat(Wording.EN.told(phrasing.denial(401, subscription))).contains("subscription key");
        assertThat(Wording.EN.told(phrasing.denial(403, MissingNode.getInstance()))).contains("relaties:write");
        assertThat(Wording.EN.told(phrasing.denial(401, json("{'message': 'Authorization has been denied for this request.'}")))).isEmpty();
        assertThat(Wording.EN.told(new SnelStartPhrasing("").denial(403, MissingNode.getInstance()))).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {"Rate limit is exceeded. Try again in 23 seconds.", "Out of call volume quota. Quota will be replenished in 00:12:30.",
        "Out of call volume quota."}) void a_spent_quota_is_no_lack_of_rights(String message) {
        assertThat(phrasing.throttles(json("{'statusCode': 403, 'message': '" + message + "'}"))).isTrue();
        assertThat(phrasing.throttles(json("{'message': 'Forbidden'}"))).isFalse();
    }

    @ParameterizedTest @CsvSource({"Rate limit is exceeded. Try again in 23 seconds., 23", "Out of call volume quota. Quota will be replenished in 00:12:30., 750", "Rate limit is exceeded., ''"})
    void the_seconds_to_wait_may_stand_in_the_text_alone(String message, String seconds) {
        assertThat(phrasing.wait(json("{'message': '" + message + "'}"))).isEqualTo(seconds);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }
}
