package nl.koppelwerk.house;

import static nl.koppelwerk.house.Samples.broken;
import static nl.koppelwerk.house.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {
    private static final Set<String> KEYS = new Settings(SourceFile.at("application.properties")).keys();
    private static final SourceFile DEPLOYMENT = SourceFile.at("k8s/base/deployment.yaml");

    @Test
    void every_manifest_keeps_the_rules() {
        assertThat(new Manifests(KEYS).check(SourceFile.below("k8s", ".yaml"))).isEmpty();
    }

    @Test
    void the_base_names_files_that_are_there_and_no_secret() {
        YamlNode base = YamlNode.documents(SourceFile.at("k8s/base/kustomization.yaml").text()).get(0);

        List<String> resources = base.get("resources").items().stream().map(YamlNode::text).toList();

        assertThat(resources).isNotEmpty().allMatch(name -> new File("k8s/base", name).isFile()).noneMatch(name -> name.contains("secret"));
    }

    @Test
    @EnabledIf("kubectlIsThere")
    void the_base_renders_without_a_cluster() throws Exception {
        Process rendering = new ProcessBuilder("kubectl", "kustomize", "k8s/base").redirectErrorStream(true).start();

        String rendered = new String(rendering.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(rendering.waitFor()).as(rendered).isZero();
        assertThat(YamlNode.documents(rendered)).extracting(document -> document.text("kind")).containsExactlyInAnyOrder("Deployment", "Service");
        assertThat(new Manifests(KEYS).check(List.of(new SourceFile("rendered.yaml", rendered)))).isEmpty();
    }

    static boolean kubectlIsThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> new File(folder, "kubectl").canExecute());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "KOPPELWERK_SECRETS_KEY         | KOPPELWERK_SECRET_KEY         | a key in application.properties for KOPPELWERK_SECRET_KEY",
            "livenessProbe:                 | livelinessProbe:              | instead of livelinessProbe",
            "runAsNonRoot: true             | runAsNonRoot: false           | securityContext.runAsNonRoot: true",
            "readOnlyRootFilesystem: true   | readOnlyRootFilesystem: false | securityContext.readOnlyRootFilesystem: true",
            "image: koppelwerk:0.1.0        | image: koppelwerk:latest      | an image with a version",
            "memory: 1Gi                    | cpu: 1                        | resources.limits.memory",
    })
    void a_manifest_that_breaks_a_rule_is_found(String right, String wrong, String found) {
        assertThat(text(new Manifests(KEYS).check(List.of(broken(DEPLOYMENT, right, wrong))))).contains("k8s/base/deployment.yaml:").contains(found);
    }

    @Test
    void a_secret_is_found() {
        SourceFile example = SourceFile.at("k8s/base/secret.example.yaml");

        assertThat(text(new Manifests(KEYS).check(List.of(broken(example, "database-password: CHANGE-ME", "database-password: hunter2")))))
                .contains("secret.example.yaml:9: expected CHANGE-ME");
        assertThat(text(new Manifests(KEYS).check(List.of(new SourceFile("k8s/base/secret.yaml", example.text()))))).contains("only *.example.yaml");
    }
}
