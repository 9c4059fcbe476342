package nl.koppelwerk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.flow.LinkTypes;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every link type and every connector says of itself is there in each language; what is lacking is named with its file. */
class RulebookTest {

    @ParameterizedTest @EnumSource(value = Wording.class, mode = Mode.EXCLUDE, names = "EN") void every_sentence_of_a_rulebook_is_translated(Wording wording) {
        var lacking = sentences().filter(sentence -> wording.rule(sentence).equals(sentence)).collect(Collectors.toCollection(TreeSet::new));
        // It is called so in Dutch, too.
        lacking.remove("prospects");

        assertThat(lacking).as("add to src/main/resources/words/rulebook.txt, each with its line " + wording.tag() + ": …").isEmpty();
    }

    private static Stream<String> sentences() {
        var ofTypes = new LinkTypes().all().stream().flatMap(RulebookTest::sentences);
        return Stream.concat(ofTypes, Adapter.connectors().stream().flatMap(RulebookTest::sentences)).filter(sentence -> !sentence.isEmpty());
    }

    private static Stream<String> sentences(LinkType type) {
        var fields = type.fields().stream().flatMap(line -> Stream.of(line.direction(), line.remark()));
        var settings = type.settings().stream().flatMap(setting -> Stream.of(setting.sentence(), setting.defaultValue().matches("[A-Za-z].* .*") ? setting.defaultValue() : ""));
        return Stream.of(fields, settings, type.notSynchronised().stream().flatMap(left -> Stream.of(left.what(), left.why()))).flatMap(all -> all);
    }

    private static Stream<String> sentences(Connector connector) {
        return Stream.concat(Stream.of(connector.officeNumber(), connector.authUrl()), connector.credentials().stream().map(Connector.Credential::sentence));
    }
}
