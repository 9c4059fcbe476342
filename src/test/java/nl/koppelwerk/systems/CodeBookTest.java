package nl.koppelwerk.systems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.reconcile.Answer;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBookTest {

    private static final CodeBook BOOK = CodeBook.of("# a comment\n\nX-1 | name | It has no name. | Give it one. | Het heeft geen naam. | Geef het er een. | Il n'a pas de nom. | Donnez-en un.\n"
        + "X-2 | | Wrong. | Ask. | Fout. | Vraag. | Faux. | Demandez.\n");

    @Test void a_known_code_is_told_in_our_words_with_its_remedies() {
        var reason = BOOK.entry("X-1").orElseThrow().reason("Ledger", "X-1");

        assertThat(reason.code()).isEqualTo(ReasonCode.VENDOR_REFUSED);
        assertThat(reason.subject()).isEqualTo("name");
        assertThat(reason.text()).isEqualTo("Ledger refused: It has no name. (X-1)");
        assertThat(reason.details()).containsEntry("remedyEn", "Give it one.").containsEntry("nl", "Het heeft geen naam.").containsEntry("remedyNl", "Geef het er een.")
            .containsEntry("fr", "Il n'a pas de nom.").containsEntry("remedyFr", "Donnez-en un.");
        assertThat(BOOK.entry("X-2").orElseThrow().reason("Ledger", "X-2").subject()).isEmpty();
        assertThat(BOOK.entry("X-3")).isEmpty();
    }

    @ParameterizedTest @ValueSource(strings = {"X-1 | name | One. | Two. | Drie. | Vier.", "X-1 | name | One. | | Drie. | Vier. | Cinq. | Six.", "X-1 | nonsense | One. | Two. | Drie. | Vier. | Cinq. | Six.",
        "X-1 | | A. | B. | C. | D. | E. | F.\nX-1 | | A. | B. | C. | D. | E. | F."})
    void a_book_that_is_none_is_told_at_once(String text) {
        assertThatThrownBy(() -> CodeBook.of(text)).isInstanceOf(IllegalStateException.class);
    }

    /** Our sentence is nobody's value, so what was sent is not masked in it; the vendor's own words are. */
    @Test void a_refusal_is_about_the_field_of_its_part_and_masks_the_vendors_words_only() {
        var phrasing = new Phrasing() {
            @Override public List<Complaint> complaints(com.fasterxml.jackson.databind.JsonNode document) {
                return List.of(new Complaint("", "geen name", "X-1", BOOK.entry("X-1")), new Complaint("", "no name here", "X-9", Optional.empty()));
            }
        };
        var replies = new Replies("Ledger", new Complaints(List.of(), "", new PartKey(PartKind.CONTACT, "7"), phrasing), Clock.systemUTC(), Duration.ofSeconds(60));
        var call = Call.send("POST", "/x", "application/json", "{\"naam\": \"name\"}".getBytes(StandardCharsets.UTF_8), Login.NONE);

        var answer = (Answer.Refused) replies.failure(call, new Reply(400, Map.of(), "[]".getBytes(StandardCharsets.UTF_8))).orElseThrow();

        assertThat(answer.reasons()).extracting(reason -> reason.subject()).containsExactly("contact:7/name", "");
        assertThat(answer.reasons()).extracting(reason -> reason.details().get("answer")).containsExactly("It has no name. (X-1)", "no *** here (X-9)");
    }
}
