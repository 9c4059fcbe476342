package nl.koppelwerk.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.koppelwerk.house.samples.relation.AsksTheClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PackageArrowsTest {
    private static final String OURS = "nl.koppelwerk.";
    private static final String SAMPLES = "nl.koppelwerk.house.samples.";
    private static final List<String> PURE = List.of("relation", "mapping", "link", "sheet", "reconcile");
    /** From each package to those that it must not see. */
    private static final Map<String, List<String>> FORBIDDEN = Map.of(
            "relation", List.of("mapping", "link", "sheet", "reconcile", "ledger", "systems", "flow", "api"),
            "mapping", List.of("link", "sheet", "reconcile", "ledger", "systems", "flow", "api"),
            "link", List.of("sheet", "reconcile", "ledger", "systems", "flow", "api"),
            "sheet", List.of("reconcile", "ledger", "systems", "flow", "api"),
            "reconcile", List.of("sheet", "ledger", "systems", "flow", "api"),
            "ledger", List.of("sheet", "systems", "flow", "api"),
            "sandbox", List.of("relation", "mapping", "link", "sheet", "reconcile", "ledger", "systems", "flow", "api"));
    private static final JavaClasses MAIN = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("nl.koppelwerk");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("nl.koppelwerk.house.samples");

    static Stream<String> guarded() {
        return Stream.concat(FORBIDDEN.keySet().stream(), FORBIDDEN.values().stream().flatMap(List::stream)).distinct().sorted();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void every_guarded_package_exists(String name) {
        assertThat(exists(name)).as("src/main/java/nl/koppelwerk/%s:1: expected a package that the arrows can guard", name).isTrue();
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void the_arrows_point_one_way(String from) {
        arrows(OURS, from, FORBIDDEN.getOrDefault(from, List.of())).check(MAIN);
    }

    @Test
    void nothing_pure_sees_camel_quarkus_a_database_or_http() {
        withoutFrameworks(OURS).check(MAIN);
    }

    @Test
    void nothing_pure_reads_the_wall_clock() {
        withoutWallClock(OURS).check(MAIN);
    }

    @Test
    void only_flow_and_systems_import_camel() {
        withoutCamel(OURS).check(MAIN);
    }

    @Test
    void no_system_sees_another() {
        slices().matching("nl.koppelwerk.systems.(*)..").should().notDependOnEachOther().allowEmptyShould(true).check(MAIN);
    }

    @Test
    void no_two_packages_see_each_other() {
        slices().matching("nl.koppelwerk.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(MAIN);
    }

    @Test
    void only_the_class_that_starts_it_sees_the_sandbox() {
        List<String> seeing = MAIN.stream()
                .filter(type -> !type.getPackageName().startsWith(OURS + "sandbox"))
                .filter(type -> type.getDirectDependenciesFromSelf().stream().anyMatch(d -> d.getTargetClass().getPackageName().startsWith(OURS + "sandbox")))
                .map(type -> type.getName().replaceAll("\\$.*", "")).distinct().toList();

        assertThat(seeing).as("classes outside the sandbox that see it").hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void an_arrow_against_the_direction_is_found() {
        assertThat(report(arrows(SAMPLES, "relation", List.of("flow")))).contains("SeesTheFlow");
        assertThat(report(withoutFrameworks(SAMPLES))).contains("TalksToTheDatabase");
        assertThat(report(withoutWallClock(SAMPLES))).contains(AsksTheClock.class.getSimpleName());
        assertThat(report(withoutCamel(SAMPLES))).contains("CallsCamel");
    }

    @Test
    void a_rule_over_a_package_that_is_gone_is_found() {
        assertThat(exists("reconciliation")).isFalse();
    }

    private static String report(ArchRule rule) {
        return rule.evaluate(BROKEN).getFailureReport().toString();
    }

    private static boolean exists(String name) {
        return Files.isDirectory(Path.of("src/main/java/nl/koppelwerk", name.replace('.', '/')));
    }

    private static ArchRule arrows(String root, String from, List<String> forbidden) {
        return noClasses().that().resideInAPackage(root + from + "..")
                .should().dependOnClassesThat().resideInAnyPackage(below(root, forbidden)).allowEmptyShould(true);
    }

    private static ArchRule withoutFrameworks(String root) {
        return noClasses().that().resideInAnyPackage(below(root, PURE)).should().dependOnClassesThat().resideInAnyPackage(
                "org.apache.camel..", "io.quarkus..", "io.vertx..", "jakarta..", "java.sql..", "javax.sql..", "java.net.http..", "org.apache.hc..")
                .allowEmptyShould(true);
    }

    private static ArchRule withoutWallClock(String root) {
        return noClasses().that().resideInAnyPackage(below(root, PURE)).should().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "nanoTime").orShould().callMethod(java.time.Instant.class, "now")
                .orShould().callMethod(java.time.LocalDate.class, "now").orShould().callMethod(java.time.LocalDateTime.class, "now")
                .orShould().callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone")
                .orShould().callMethod(java.util.UUID.class, "randomUUID").allowEmptyShould(true);
    }

    private static ArchRule withoutCamel(String root) {
        return noClasses().that().resideOutsideOfPackages(root + "flow..", root + "systems..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.camel..").allowEmptyShould(true);
    }

    private static String[] below(String root, List<String> names) {
        return Arrays.stream(names.toArray(String[]::new)).map(name -> root + name + "..").toArray(String[]::new);
    }
}
