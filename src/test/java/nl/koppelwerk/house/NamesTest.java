package nl.koppelwerk.house;

import static nl.koppelwerk.house.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @Test
    void every_name_says_what_it_is() {
        assertThat(Names.check(SourceFile.below("src/main/java", ".java"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"link/PairService", "util/Pair", "link/impl/Pair", "link/DateUtils", "link/LinkManager"})
    void a_name_that_says_nothing_is_found(String path) {
        assertThat(text(Names.check(sample(path, "")))).contains(path + ".java:1: expected a name");
    }

    @Test
    void a_long_file_and_a_package_without_a_sentence_are_found() {
        assertThat(text(Names.check(sample("link/Pair", "\n".repeat(251))))).contains(":251: expected at most 250 lines").contains("a package-info.java");
    }

    @Test
    void a_word_that_only_contains_one_of_them_is_let_be() {
        assertThat(text(Names.check(sample("link/Implied", "")))).doesNotContain("a name that says");
    }

    private static List<SourceFile> sample(String path, String text) {
        return List.of(new SourceFile("src/main/java/nl/koppelwerk/" + path + ".java", text));
    }
}
