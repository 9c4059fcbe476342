package nl.koppelwerk.house;

import static nl.koppelwerk.house.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Settings SETTINGS = new Settings(SourceFile.at("application.properties"));
    private static final List<SourceFile> ROUTES = SourceFile.below("routes", ".yaml");
    private static final List<SourceFile> JAVA = SourceFile.below("src/main/java", ".java");

    @Test
    void every_key_says_what_it_is() {
        assertThat(SETTINGS.uncommented()).isEmpty();
    }

    @Test
    void every_declared_key_is_read() {
        assertThat(SETTINGS.unread(ROUTES, JAVA)).isEmpty();
    }

    @Test
    void every_key_that_is_read_is_declared() {
        assertThat(SETTINGS.undeclared(ROUTES, JAVA)).isEmpty();
    }

    @Test
    void a_key_without_a_comment_right_above_it_is_found() {
        Settings settings = settings("# Explained.\nkoppelwerk.a=1\nkoppelwerk.b=2\n\n# ----- a heading\nkoppelwerk.c=3\n");

        assertThat(text(settings.uncommented())).contains("application.properties:3: expected a comment above koppelwerk.b").contains(":6:").doesNotContain(":2:");
    }

    @Test
    void a_key_that_nothing_reads_is_found() {
        Settings settings = settings("# One.\nkoppelwerk.a=1\n# Two.\nkoppelwerk.b=${koppelwerk.a}\n# Quarkus reads it.\nquarkus.x=1\n");

        assertThat(text(settings.unread(List.of(), List.of()))).isEqualTo("application.properties:4: expected something that reads koppelwerk.b");
    }

    @Test
    void a_route_a_literal_and_a_mapping_are_readers() {
        Settings settings = settings("# One.\nkoppelwerk.a=1\n# Two.\nkoppelwerk.b=2\n# Three.\n%demo.koppelwerk.worker.lease=3\n");
        SourceFile route = new SourceFile("routes/hub-work.camel.yaml", "period: \"{{koppelwerk.a}}\"");
        SourceFile java = new SourceFile("src/main/java/A.java", "String B = \"koppelwerk.b\"; @ConfigMapping(prefix = \"koppelwerk.worker\") interface W {}");

        assertThat(settings.unread(List.of(route), List.of(java))).isEmpty();
    }

    @Test
    void a_key_that_nobody_declared_is_found_where_it_is_read() {
        Settings settings = settings("# Only in the demonstration.\n%demo.koppelwerk.c=1\n");
        SourceFile route = new SourceFile("routes/hub-work.camel.yaml", "\nperiod: \"{{koppelwerk.a}}\"");
        SourceFile java = new SourceFile("src/main/java/A.java", "@ConfigProperty(name = \"koppelwerk.c\") int c;");

        String found = text(settings.undeclared(List.of(route), List.of(java)));

        assertThat(found).contains("hub-work.camel.yaml:2: expected koppelwerk.a declared").contains("A.java:1: expected koppelwerk.c declared");
    }

    private static Settings settings(String text) {
        return new Settings(new SourceFile("application.properties", text));
    }
}
