package nl.koppelwerk.reconcile;

import static java.util.Map.entry;
import static nl.koppelwerk.relation.ReasonCode.AUTHORIZATION_NEEDED;
import static nl.koppelwerk.relation.ReasonCode.CHANGED_BY_PERSON;
import static nl.koppelwerk.relation.ReasonCode.CHANGED_LATER;
import static nl.koppelwerk.relation.ReasonCode.SPELT_OTHERWISE;
import static nl.koppelwerk.relation.ReasonCode.DIFFERS_UNEXPLAINED;
import static nl.koppelwerk.relation.ReasonCode.DUPLICATE_IN_SOURCE;
import static nl.koppelwerk.relation.ReasonCode.LEFT_BEFORE;
import static nl.koppelwerk.relation.ReasonCode.MADE_BY_HUB;
import static nl.koppelwerk.relation.ReasonCode.NOT_IN_SOURCE;
import static nl.koppelwerk.relation.ReasonCode.NOT_IN_TASKFLOW;
import static nl.koppelwerk.relation.ReasonCode.NOT_READ;
import static nl.koppelwerk.relation.ReasonCode.QUESTIONNAIRE_MISSING;
import static nl.koppelwerk.relation.ReasonCode.SETTING_INVALID;
import static nl.koppelwerk.relation.ReasonCode.SETTING_UNKNOWN;
import static nl.koppelwerk.relation.ReasonCode.SOURCE_EMPTY;
import static nl.koppelwerk.relation.ReasonCode.STILL_WORKED;
import static nl.koppelwerk.relation.ReasonCode.TRIED_TOO_OFTEN;
import static nl.koppelwerk.relation.ReasonCode.UNSETTLED;
import static nl.koppelwerk.relation.ReasonCode.WRITTEN_SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.relation.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Engine.md section 2: each reason names its remedy, and a test per reason follows it. */
class RemediesTest {

    private static final List<Class<? extends FollowedRemedy>> TESTS = List.of(RemediesOfValuesTest.class, RemediesOfLimitsTest.class,
        RemediesOfScopeTest.class, RemediesOfFlowTest.class, RemediesOfBookkeepingTest.class, RemediesOfPartsTest.class, RemediesOfPairsTest.class, RemediesOfCreatesTest.class,
        RemediesOfTwinsTest.class, RemediesOfMergingTest.class, RemediesOfPlansTest.class, RemediesOfImportsTest.class, RemediesOfEmptyingTest.class, RemediesOfVendorsTest.class);

    /** Reasons that no look gives, and where they are given instead. */
    private static final Map<ReasonCode, String> NO_LOOK_GIVES = Map.ofEntries(
        entry(SETTING_INVALID, "a link with wrong settings is refused before it is activated: AdvocaatCentraalTribeTest"),
        entry(SETTING_UNKNOWN, "a link with wrong settings is refused before it is activated: AdvocaatCentraalTribeTest"),
        entry(TRIED_TOO_OFTEN, "the ledger adds it to what many looks ended with: RetriesContract, and the replay in DeadLettersContract"),
        entry(DUPLICATE_IN_SOURCE, "a checklist gives it: FilesTest"),
        entry(NOT_READ, "a certificate gives it: AttestingTest"),
        entry(WRITTEN_SINCE, "a certificate gives it: AttestingTest"),
        entry(STILL_WORKED, "a certificate gives it: AttestingTest"),
        entry(DIFFERS_UNEXPLAINED, "a certificate gives it: AttestingTest"),
        entry(CHANGED_BY_PERSON, "a plan gives it: RestoreTest"),
        entry(CHANGED_LATER, "a plan gives it: RestoreTest"),
        entry(SPELT_OTHERWISE, "a plan gives it: RestoreTest"),
        entry(UNSETTLED, "a plan gives it: RestoreTest"),
        entry(MADE_BY_HUB, "a plan gives it: RestoreTest"),
        entry(NOT_IN_SOURCE, "a preview gives it: PreviewTest"),
        entry(NOT_IN_TASKFLOW, "a preview gives it: PreviewTest"),
        entry(LEFT_BEFORE, "a preview gives it: PreviewTest"),
        entry(SOURCE_EMPTY, "a preview gives it: PreviewTest"),
        entry(AUTHORIZATION_NEEDED, "an account gives it that waits for a person: AuthorizationTest"),
        entry(QUESTIONNAIRE_MISSING, "the ledger gives it to an item of a preview that is applied without: PreviewsContract"));

    @ParameterizedTest @EnumSource(ReasonCode.class) void a_test_follows_the_remedy_of_each_reason_or_no_look_gives_it(ReasonCode code) {
        assertThat(followed().contains(code)).isNotEqualTo(NO_LOOK_GIVES.containsKey(code));
    }

    @Test void a_test_of_remedies_is_not_forgotten() throws Exception {
        var here = Path.of("src/test/java/nl/koppelwerk/reconcile");

        try (var files = Files.list(here)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("RemediesOf")).map(name -> name.replace(".java", "")))
                .containsExactlyInAnyOrderElementsOf(TESTS.stream().map(Class::getSimpleName).toList());
        }
    }

    private static Set<ReasonCode> followed() {
        var followed = EnumSet.noneOf(ReasonCode.class);
        TESTS.stream().flatMap(test -> Stream.of(test.getDeclaredMethods())).map(method -> method.getAnnotation(Follows.class))
            .filter(follows -> follows != null).forEach(follows -> followed.addAll(Arrays.asList(follows.value())));
        RemediesOfValuesTest.rows().forEach(row -> followed.add(row.code()));
        return followed;
    }
}
