package nl.koppelwerk.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class RequirementsTest {
    private static final Path REPORT = Path.of("target", "requirements.md");

    @Test
    void the_build_writes_which_tests_prove_which_requirement() throws IOException {
        RequirementReport report = ofThisProject();

        Files.writeString(REPORT, report.markdown());

        assertThat(report.unknown()).as("requirements that tests name and src/test/resources/requirements does not list").isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "requirements.strict", matches = "true")
    void every_requirement_has_a_test_or_a_reason() throws IOException {
        assertThat(ofThisProject().open()).as("requirements without a test, see " + REPORT).isEmpty();
    }

    @Test
    void a_requirement_is_proven_excused_open_or_unheard_of() {
        RequirementReport report = new RequirementReport("# id\nX-1 | Moves. |\nX-2 | Stands. | background\nX-3 | Falls. |\n");
        report.proves("X-1", "a_thing_moves");
        report.proves("X-9", "a_thing_flies");

        String markdown = report.markdown();

        assertThat(report.open()).containsExactly("X-3");
        assertThat(report.unknown()).containsOnlyKeys("X-9");
        assertThat(markdown).contains("3 listed, 1 proven by tests, 1 open", "| X-1 | Moves. | a_thing_moves |", "no test: background", "**open**");
    }

    private static RequirementReport ofThisProject() throws IOException {
        RequirementReport report = new RequirementReport(listed());
        for (JavaClass type : new ClassFileImporter().importPath(Path.of("target", "test-classes"))) {
            type.tryGetAnnotationOfType(Requirement.class).ifPresent(named -> prove(report, named, type.getSimpleName()));
            for (JavaMethod method : type.getMethods()) {
                method.tryGetAnnotationOfType(Requirement.class).ifPresent(named -> prove(report, named, type.getSimpleName() + "." + method.getName()));
            }
        }
        return report;
    }

    /** One list for each koppeling. */
    private static String listed() throws IOException {
        try (var lists = Files.list(Path.of("src/test/resources/requirements"))) {
            var all = new StringBuilder();
            for (var list : lists.sorted().toList()) all.append(Files.readString(list)).append('\n');
            return all.toString();
        }
    }

    private static void prove(RequirementReport report, Requirement named, String test) {
        for (String id : named.value()) {
            report.proves(id, test);
        }
    }
}
