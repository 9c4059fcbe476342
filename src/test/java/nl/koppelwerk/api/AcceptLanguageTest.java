package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.koppelwerk.flow.Authorizing;
import nl.koppelwerk.ledger.Links;
import nl.koppelwerk.ledger.Runs;
import nl.koppelwerk.link.Side;
import nl.koppelwerk.reconcile.Compared;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.reconcile.Settlement;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.relation.Wording.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which language an answer has, and that it has a label for each word of the interface. */
class AcceptLanguageTest {

    @ParameterizedTest @CsvSource(delimiter = '|', value = {
        "''                                  | EN",
        "nl                                  | NL",
        "FR                                  | FR",
        "nl-BE                               | NL",
        "fr-BE, nl;q=0.9, en;q=0.8           | FR",
        "en;q=0.5, nl;q=0.9                  | NL",
        "en, nl                              | EN",
        "de-DE, de;q=0.9, fr;q=0.2           | FR",
        "de, da                              | EN",
        "*                                   | EN",
        "de, *;q=0.1                         | EN",
        "*;q=0.5, fr;q=0.8                   | FR",
        "en;q=0, *                           | NL",
        "nl;q=0                              | EN",
        "nl;q=0, fr-BE;q=0.3                 | FR",
        "nl;q=x                              | EN",
        "nld, nlx                            | EN",
        "; , q                               | EN"})
    void the_most_wanted_language_of_ours_is_chosen_whatever_its_region(String header, Wording chosen) {
        assertThat(AcceptLanguage.of(List.of(header))).isEqualTo(chosen);
    }

    @Test void no_header_is_english_and_several_count_as_one() {
        assertThat(AcceptLanguage.of(List.of())).isEqualTo(Wording.EN);
        assertThat(AcceptLanguage.of(List.of("nl;q=0.1", "fr"))).isEqualTo(Wording.FR);
    }

    @Test void a_header_that_nobody_means_is_not_read() {
        assertThat(AcceptLanguage.of(List.of("nl" + ", de".repeat(1_000)))).isEqualTo(Wording.EN);
    }

    /** @param constants that the interface spells */
    record Spelt(Group group, Enum<?>[] constants) {}

    static Stream<Spelt> groups() {
        return Stream.of(new Spelt(Group.SIDE, Side.values()), new Spelt(Group.KIND, Kind.values()), new Spelt(Group.STATE, Settlement.State.values()),
            new Spelt(Group.OUTCOME, Settlement.Outcome.values()), new Spelt(Group.BUCKET, Bucket.values()), new Spelt(Group.COMPARISON, Compared.Status.values()),
            new Spelt(Group.LINK_STATE, Links.State.values()), new Spelt(Group.RUN_STATE, Runs.State.values()), new Spelt(Group.AUTHORIZATION, Authorizing.Outcome.values()),
            new Spelt(Group.RUN_KIND, Runs.Kind.values()));
    }

    @ParameterizedTest @MethodSource("groups") void every_word_of_the_interface_has_a_label_in_each_language(Spelt spelt) {
        for (var wording : Wording.values())
            assertThat(wording.labels(spelt.group()).keySet()).as("%s.… in src/main/resources/words/labels_%s.properties", Words.of(spelt.group()), wording.tag())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(spelt.constants()).map(Words::of).toList());
    }

    /** Whose words no one list has: of checks, vendors' lists, sentences and the like. */
    @ParameterizedTest @EnumSource(value = Group.class, names = {"FIELD", "DELIVERY_STATE", "CERTIFICATE", "TOKEN_STATE", "CHECK", "ROLE", "LANGUAGE", "LIST", "WORD", "PROBLEM"})
    void every_other_word_has_a_label_in_each_language_or_in_none(Group group) {
        for (var wording : Wording.values()) assertThat(wording.labels(group).keySet()).as(wording.tag()).isNotEmpty().isEqualTo(Wording.EN.labels(group).keySet());
    }

    @Test void every_group_is_looked_at() {
        var others = Stream.of(Group.FIELD, Group.DELIVERY_STATE, Group.CERTIFICATE, Group.TOKEN_STATE, Group.CHECK, Group.ROLE, Group.LANGUAGE, Group.LIST, Group.WORD, Group.PROBLEM);
        assertThat(Stream.concat(others, groups().map(Spelt::group))).containsExactlyInAnyOrder(Group.values());
    }
}
