package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.relation.Wording.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Sentences as data: every one in every language, with facts that are words and sentences of ours themselves. */
class PhrasesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    /** Words that neither Dutch nor French has; with a hyphen they are part of a word of the interface, such as only-in-import. */
    private static final Pattern ENGLISH = Pattern.compile("(?iU)(?<![-\\w/@])(the|and|which|not|with|this|that|from|only|has|have|there|are|by|it|its|needed|person|role|street|city|"
        + "customer|left|empty|one of|whole number|true or|refused|lacks|failed|wait|agreement|none|system that)(?![-\\w])");
    /** What a vendor or a program calls so, in every language. */
    private static final List<String> NAMES = List.of("(subscription key)", "(no valid configuration for token)", "MyMinfin and", "only-in-import");

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void every_phrase_is_translated_and_none_that_there_is_not(Wording wording) {
        assertThat(wording.phrases().keySet()).as("keys of src/main/resources/words/phrases_" + wording.tag() + ".properties")
            .containsExactlyInAnyOrderElementsOf(Arrays.stream(Phrase.values()).map(Phrase::name).toList());
    }

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void a_translated_phrase_has_the_placeholders_of_the_english(Wording wording) {
        assertThat(Phrase.values()).allSatisfy(phrase -> assertThat(placeholders(wording.phrases().get(phrase.name()))).as(phrase.name()).isEqualTo(placeholders(phrase.text())));
    }

    @Test void a_phrase_and_a_reason_are_never_taken_for_each_other() {
        var inOrder = Arrays.stream(Phrase.values()).map(Phrase::name).filter(name -> Arrays.stream(ReasonCode.values()).anyMatch(code -> code.name().equals(name)));

        assertThat(inOrder).isEmpty();
    }

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void no_english_word_is_in_a_sentence_that_was_asked_for_in_another_language(Wording wording) {
        var told = new ArrayList<String>();
        for (var code : ReasonCode.values()) told.addAll(List.of(wording.text(reason(code)), wording.remedy(reason(code))));
        for (var phrase : Phrase.values()) told.add(new Said(phrase.name(), facts(phrase.text())).in(wording));
        told.addAll(wording.rules().values());
        for (var group : Group.values()) told.addAll(wording.labels(group).values());

        assertThat(told).allSatisfy(text -> assertThat(ENGLISH.matcher(withoutNames(text)).results().map(found -> found.group()).toList()).as(text).isEmpty());
        assertThat(told).as("a fact that has no place").allSatisfy(text -> assertThat(text).doesNotContain("@word", "@link", "@run"));
    }

    @Test void the_search_for_english_words_finds_them() {
        assertThat(ENGLISH.matcher("Het is the one").find()).isTrue();
        assertThat(ENGLISH.matcher("Laat only-in-import weg").find()).isFalse();
    }

    @Test void a_sentence_is_kept_as_a_text_and_told_again() {
        var said = Phrase.LINK_TWICE.with("link", "7").with("name", "50 % | Admin-IS\nb").with("state", Said.word("link-state.paused"));

        assertThat(said.kept()).startsWith("@LINK_TWICE|link=7|name=50 %25 %7C Admin-IS%0Ab|state=@link-state.paused");
        assertThat(Said.read(said.kept())).contains(said);
        assertThat(Wording.NL.told(said.kept())).startsWith("Koppeling 7 (50 % | Admin-IS\nb, gepauzeerd)");
    }

    @Test void a_sentence_may_stand_within_another_and_beside_one() {
        var answer = Phrase.RIGHT_LACKING.with("right", "relaties:write");
        var refused = new Reason(ReasonCode.CREDENTIALS_REFUSED, "", Map.of("system", "SnelStart", "answer", answer.kept()));
        var within = Phrase.WITH_ANSWER.with("said", Said.of(refused)).with("answer", answer);

        assertThat(within.in(Wording.NL)).isEqualTo("SnelStart weigert de inloggegevens van dit account. (de koppelsleutel mist het recht relaties:write)");
        assertThat(Wording.FR.told(Phrase.NO_FILES.said().kept() + "\n" + Phrase.NO_SHEET.said().kept())).isEqualTo("Cette liaison n'accepte pas de fichiers. Aucune feuille n'a encore été lue pour cette liaison ; transmettez-en d'abord une.");
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {"clients.xlsx", "paused by anna", "an@word.street", "@nobody", "@SOMETHING_NEW|a=b", "mail@link-state.new and more"})
    void what_is_no_sentence_of_ours_stays_as_it_is(String text) {
        for (var wording : Wording.values()) assertThat(wording.told(text)).isEqualTo(text);
    }

    @Test void a_word_goes_by_its_label_and_one_without_a_label_by_itself() {
        var reason = new Reason(ReasonCode.QUESTIONNAIRE_MISSING, "", Map.of("language", Said.word("language.fr")));

        assertThat(Wording.NL.text(reason)).isEqualTo("Er is geen vragenlijst gekozen voor de taal Frans.");
        assertThat(reason.text()).isEqualTo("No questionnaire was chosen for the language French.");
        assertThat(Said.word("language.xx")).isEqualTo("xx");
        assertThat(Wording.FR.told("contact:7/" + Said.word("field.email"))).isEqualTo("contact:7/adresse e-mail");
        assertThat(Said.field("contact:7/email")).isEqualTo("contact:7/@field.email");
    }

    @Test void a_rulebook_has_each_sentence_once() {
        assertThat(Rulebook.of("# c\n\nOne.\n    nl: Een.\n    fr: Un.\nTwo.\n    nl: Twee.\n", "fr").sentences()).isEqualTo(Map.of("One.", "Un."));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Rulebook.of("One.\n    nl: Een.\nOne.\n    nl: Eén.\n", "nl")).isInstanceOf(IllegalStateException.class);
    }

    private static Reason reason(ReasonCode code) {
        var facts = facts(code.text() + code.remedy());
        facts.remove("subject");
        return new Reason(code, code.text().contains("{subject}") ? "visitAddress" : "", facts);
    }

    /** As the program gives them. */
    private static Map<String, String> facts(String template) {
        var facts = new HashMap<String, String>();
        for (var placeholder : placeholders(template)) {
            var name = placeholder.substring(1, placeholder.length() - 1);
            facts.put(name, switch (name) {
                case "part" -> Said.word("word.contact-person");
                case "role" -> Said.word("word.debtor");
                case "missing" -> Stream.of("street", "postalCode", "city").map(part -> Said.word("word." + part)).collect(Collectors.joining(", "));
                case "list" -> Said.word("list.customer-groups");
                case "language" -> Said.word("language.de");
                case "given" -> Phrase.LEFT_EMPTY.said().kept();
                case "allowed" -> Phrase.SOME_OF_THESE.with("known", "kvk, email").kept();
                case "answer" -> Phrase.RIGHT_LACKING.with("right", "relaties:write").kept();
                case "said" -> Phrase.NO_WEBHOOK_SECRET.said().kept();
                case "state" -> Said.word("run-state.done");
                case "side" -> Said.word("side.source");
                case "what" -> Said.word("word.dead-letter");
                case "failed" -> Said.word("check.credentials");
                case "fields", "others", "field" -> Said.field("visitAddress");
                case "subject" -> "visitAddress";
                default -> "7";
            });
        }
        return facts;
    }

    private static String withoutNames(String text) {
        for (var name : NAMES) text = text.replace(name, "");
        return text;
    }

    private static Set<String> placeholders(String template) {
        return PLACEHOLDER.matcher(template).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
