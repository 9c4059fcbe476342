package nl.koppelwerk.house;

import static nl.koppelwerk.house.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GlossaryTest {
    private static final List<SourceFile> CANONICAL = Stream.of("relation", "mapping", "link", "sheet", "reconcile", "ledger", "flow", "api")
            .flatMap(name -> SourceFile.below("src/main/java/nl/koppelwerk/" + name, ".java").stream()).toList();

    @Test
    void every_native_word_has_a_line_in_the_glossary() {
        assertThat(new Glossary(SourceFile.at("docs/glossary.md")).missing(CANONICAL)).isEmpty();
    }

    @Test
    void a_native_word_without_a_line_is_found() {
        SourceFile java = new SourceFile("A.java", "class Klantnummer {\n  String roepnaam = \"Telefoon\"; boolean joined; int coins; }");

        String found = text(glossary("| call name | roepnaam | – |").missing(List.of(java)));

        assertThat(found).isEqualTo("A.java:1: expected a line in docs/glossary.md for the word in Klantnummer");
    }

    @Test
    void the_spelling_of_the_code_does_not_matter() {
        SourceFile java = new SourceFile("A.java", "KvkNummer KVK_NUMMER kvkNummer readKvkNummer");

        assertThat(glossary("| number | KvK-nummer | – |").missing(List.of(java))).isEmpty();
    }

    private static Glossary glossary(String row) {
        return new Glossary(new SourceFile("docs/glossary.md", row));
    }
}
