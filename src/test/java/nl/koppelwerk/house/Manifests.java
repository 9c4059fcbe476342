package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Manifests set what the program reads, run it without rights, watch it, and hold no secret. */
final class Manifests {
    private static final Set<String> NOT_OURS = Set.of("JAVA_TOOL_OPTIONS", "TZ");
    /** Kubernetes drops a misspelt member without a word, so the members that matter are listed. */
    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "containers", Set.of("name", "image", "imagePullPolicy", "workingDir", "command", "args", "ports", "env", "envFrom", "startupProbe",
                    "livenessProbe", "readinessProbe", "resources", "securityContext", "volumeMounts", "lifecycle"),
            "livenessProbe", Set.of("httpGet", "periodSeconds", "timeoutSeconds", "failureThreshold", "initialDelaySeconds"),
            "readinessProbe", Set.of("httpGet", "periodSeconds", "timeoutSeconds", "failureThreshold", "initialDelaySeconds"),
            "startupProbe", Set.of("httpGet", "periodSeconds", "timeoutSeconds", "failureThreshold", "initialDelaySeconds"),
            "resources", Set.of("requests", "limits"),
            "securityContext", Set.of("runAsNonRoot", "runAsUser", "runAsGroup", "fsGroup", "seccompProfile", "allowPrivilegeEscalation",
                    "readOnlyRootFilesystem", "capabilities"),
            "template", Set.of("metadata", "spec"));

    private final Set<String> environment;

    Manifests(Set<String> keys) {
        environment = keys.stream().map(Manifests::environmentName).collect(Collectors.toSet());
    }

    private static String environmentName(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    List<Offence> check(List<SourceFile> files) {
        List<Offence> offences = new ArrayList<>();
        files.forEach(file -> YamlNode.documents(file.text()).forEach(document -> check(file, document, offences)));
        return offences;
    }

    private void check(SourceFile file, YamlNode document, List<Offence> offences) {
        document.every("env").forEach(env -> env.items().forEach(variable -> known(file, variable, offences)));
        document.walk((name, node) -> spelling(file, name, node, offences));
        if (document.text("kind").equals("Deployment") && document.has("spec") && document.get("spec").has("template")) {
            hardened(file, document, offences);
        }
        if (document.text("kind").equals("Secret")) {
            onlyAnExample(file, document, offences);
        }
    }

    private void known(SourceFile file, YamlNode variable, List<Offence> offences) {
        String name = variable.text("name");
        if (!NOT_OURS.contains(name) && !environment.contains(name)) {
            offences.add(file.offence(variable.line(), "a key in application.properties for " + name));
        }
    }

    private static void spelling(SourceFile file, String name, YamlNode node, List<Offence> offences) {
        Set<String> allowed = MEMBERS.get(name);
        List<YamlNode> holders = node.items().isEmpty() ? List.of(node) : node.items();
        if (allowed != null) {
            holders.forEach(holder -> holder.members().forEach((member, value) -> {
                if (!allowed.contains(member)) {
                    offences.add(file.offence(value.line(), "a member that Kubernetes knows in " + name + " instead of " + member));
                }
            }));
        }
    }

    private static void hardened(SourceFile file, YamlNode deployment, List<Offence> offences) {
        YamlNode pod = deployment.get("spec").get("template").get("spec");
        wants(file, pod, pod.get("securityContext").text("runAsNonRoot").equals("true"), "securityContext.runAsNonRoot: true", offences);
        pod.get("containers").items().forEach(container -> {
            YamlNode security = container.get("securityContext");
            wants(file, container, security.text("readOnlyRootFilesystem").equals("true"), "securityContext.readOnlyRootFilesystem: true", offences);
            wants(file, container, security.text("allowPrivilegeEscalation").equals("false"), "securityContext.allowPrivilegeEscalation: false", offences);
            wants(file, container, container.get("resources").get("limits").has("memory"), "resources.limits.memory", offences);
            wants(file, container, container.has("livenessProbe") && container.has("readinessProbe") && container.has("startupProbe"), "all three probes", offences);
            wants(file, container, container.text("image").matches(".+:(?!latest$).+"), "an image with a version", offences);
        });
    }

    private static void wants(SourceFile file, YamlNode at, boolean kept, String expected, List<Offence> offences) {
        if (!kept) {
            offences.add(file.offence(at.line(), expected));
        }
    }

    private static void onlyAnExample(SourceFile file, YamlNode secret, List<Offence> offences) {
        secret.get("stringData").members().forEach((key, value) ->
                wants(file, value, value.text().contains("CHANGE-ME"), "CHANGE-ME instead of a value of " + key, offences));
        wants(file, secret, !secret.has("data") && file.path().endsWith(".example.yaml"), "no secret in the repository, only *.example.yaml", offences);
    }
}
