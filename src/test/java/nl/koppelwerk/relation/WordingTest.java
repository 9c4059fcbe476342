package nl.koppelwerk.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Arrays;
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

/** Every reason and every label in every language; what is lacking is named with the line to add and its file. */
class WordingTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void every_reason_is_translated(Wording wording) {
        var lacking = english().filter(line -> !wording.reasons().containsKey(line.key()))
            .map(line -> "add to src/main/resources/words/reasons_" + wording.tag() + ".properties:  " + line.key() + " = (translate:) " + line.text()).toList();

        assertThat(lacking).as("reasons without a translation").isEmpty();
    }

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void a_translation_has_the_placeholders_of_the_english_and_is_a_sentence(Wording wording) {
        var odd = english().filter(line -> wording.reasons().containsKey(line.key()))
            .filter(line -> !placeholders(wording.reasons().get(line.key())).equals(placeholders(line.text())))
            .map(line -> "mend " + line.key() + " in src/main/resources/words/reasons_" + wording.tag() + ".properties: it needs exactly " + placeholders(line.text())).toList();

        assertThat(odd).as("translations with other placeholders than the English").isEmpty();
        assertThat(wording.reasons()).allSatisfy((key, text) -> assertThat(text).as(key).matches("[\\p{Lu}{].*([.]|: \\{\\w+})"));
    }

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void no_reason_is_translated_that_there_is_not(Wording wording) {
        var unknown = new TreeSet<>(wording.reasons().keySet());
        unknown.removeAll(english().map(Line::key).toList());

        assertThat(unknown).as("keys of src/main/resources/words/reasons_" + wording.tag() + ".properties that are no reason").isEmpty();
    }

    @ParameterizedTest @EnumSource(Wording.class) void every_field_has_a_label_and_no_other_has(Wording wording) {
        assertThat(wording.labels(Group.FIELD).keySet()).as("field.… in src/main/resources/words/labels_" + wording.tag() + ".properties")
            .containsExactlyInAnyOrderElementsOf(Fields.all().stream().map(Field::name).toList());
        assertThat(wording.labels(Group.FIELD).values()).as("two fields of one label").doesNotHaveDuplicates();
    }

    @ParameterizedTest @EnumSource(Wording.class) void the_labels_of_each_language_have_the_same_keys(Wording wording) {
        assertThat(wording.labels().keySet()).as("keys of src/main/resources/words/labels_" + wording.tag() + ".properties").isEqualTo(Wording.EN.labels().keySet());
        assertThat(wording.labels()).allSatisfy((key, label) -> assertThat(label).as(key).isNotBlank().doesNotContain("{", "."));
        assertThat(wording.labels().keySet()).as("labels of no group").allMatch(key -> key.equals("it") || Arrays.stream(Group.values()).anyMatch(group -> key.startsWith(group.prefix())));
    }

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "EN | visitAddress      | Visiting address was changed on both sides.",
        "NL | visitAddress      | Bezoekadres: aan beide kanten gewijzigd.",
        "FR | visitAddress      | Adresse de visite : la valeur a été modifiée des deux côtés.",
        "NL | contact:C-7/email | contact:C-7/e-mailadres: aan beide kanten gewijzigd.",
        "EN | role:Customer     | Role Customer was changed on both sides.",
        "NL | role:Klant/Relatie | Rol Klant/Relatie: aan beide kanten gewijzigd.",
        "FR | role:Customer     | Rôle Customer : la valeur a été modifiée des deux côtés.",
        "EN | ''                | It was changed on both sides.",
        "NL | ''                | Deze relatie: aan beide kanten gewijzigd.",
        "FR | ''                | Cette fiche : la valeur a été modifiée des deux côtés."})
    void a_field_goes_by_its_label(Wording wording, String subject, String text) {
        assertThat(wording.text(new Reason(ReasonCode.BOTH_SIDES_CHANGED, subject))).isEqualTo(text);
    }

    @Test void details_stay_as_they_are() {
        var tooLong = new Reason(ReasonCode.TOO_LONG, "name", Map.of("limit", "50", "system", "SnelStart", "unknown", "x"));

        assertThat(Wording.NL.text(tooLong)).isEqualTo("Naam: langer dan de 50 tekens die SnelStart kan bewaren.");
        assertThat(Wording.NL.remedy(tooLong)).isEqualTo("Kort naam in.");
        assertThat(Wording.FR.remedy(tooLong)).isEqualTo("Raccourcissez cette valeur : nom.");
        assertThat(Wording.EN.remedy(tooLong)).isEqualTo(tooLong.remedy());
    }

    @Test void a_moment_and_a_day_are_written_as_the_language_writes_them_and_what_a_person_typed_stays() {
        var until = Phrase.ASKS_TO_WAIT.with("until", "2026-03-02T21:00:07.5Z");
        var restored = new Reason(ReasonCode.RESTORED, "relationTypes", Map.of("system", "2026-03-02", "by", "operator", "day", "2026-03-02"));

        assertThat(until.in(Wording.NL)).isEqualTo("Er wordt gevraagd te wachten tot 02-03-2026 21:00:07 UTC.");
        assertThat(until.in(Wording.FR)).isEqualTo("Il est demandé d'attendre jusqu'au 02/03/2026 21:00:07 UTC.");
        assertThat(until.in(Wording.EN)).contains("2026-03-02T21:00:07.5Z");
        assertThat(Wording.NL.text(restored)).isEqualTo("Relatietypen: op 02-03-2026 door operator teruggezet in 2026-03-02; sindsdien verschillen de twee kanten.");
    }

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void no_verb_has_to_agree_with_a_label_that_may_be_a_plural(Wording wording) {
        assertThat(Stream.concat(wording.reasons().values().stream(), wording.phrases().values().stream())).noneMatch(text -> text.matches("\\{subject} \\p{Ll}.*"));
    }

    @Test void a_role_within_a_text_goes_by_its_label() {
        var asked = Phrase.NOT_ASKED.with("fields", Said.field("role:Customer"));

        assertThat(asked.in(Wording.NL)).contains("rol Customer");
        assertThat(asked.in(Wording.FR)).contains("rôle Customer");
    }

    @Test void a_vendors_own_code_is_told_in_the_languages_in_which_it_is_known() {
        var refused = new Reason(ReasonCode.VENDOR_REFUSED, "", Map.of("system", "SnelStart", "answer", "It has no name. (REL-0007)", "remedyEn", "Give it one.",
            "nl", "Het heeft geen naam.", "remedyNl", "Geef het er een."));

        assertThat(Wording.NL.text(refused)).isEqualTo("SnelStart weigerde: Het heeft geen naam.");
        assertThat(Wording.NL.remedy(refused)).isEqualTo("Geef het er een.");
        assertThat(Wording.EN.text(refused)).isEqualTo(refused.text());
        assertThat(Wording.EN.remedy(refused)).isEqualTo("Give it one.");
        assertThat(Wording.FR.text(refused)).isEqualTo("SnelStart a refusé : It has no name. (REL-0007)");
        assertThat(Wording.FR.remedy(refused)).startsWith("Corrigez ce que SnelStart indique");
    }

    @Test void a_catalogue_that_is_not_there_and_a_key_that_stands_there_twice_are_refused() {
        assertThatThrownBy(() -> Catalogue.read("reasons_xx.properties")).hasMessage("no words/reasons_xx.properties");
        assertThatThrownBy(() -> Catalogue.of("twice.properties", new StringReader("KVK_FORMAT = one\nKVK_FORMAT = two\n"))).hasMessage("twice in words/twice.properties: KVK_FORMAT");
    }

    /** @param key of a catalogue */
    private record Line(String key, String text) {}

    private static Stream<Line> english() {
        return Arrays.stream(ReasonCode.values()).flatMap(code -> Stream.of(new Line(code.name(), code.text()), new Line(code.name() + ".remedy", code.remedy())));
    }

    private static Set<String> placeholders(String template) {
        return PLACEHOLDER.matcher(template).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
