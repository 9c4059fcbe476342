package nl.koppelwerk.house;

import java.util.List;
import java.util.stream.Collectors;

/** Broken samples, and what a rule says of them. */
final class Samples {
    private Samples() {
    }

    /** A route that keeps every rule, to be broken in one place. */
    static SourceFile route(String stem) {
        return new SourceFile("routes/" + stem + ".camel.yaml", """
                - route:
                    id: %1$s
                    description: Reads one relation by its id and leaves the answer in the body.
                    routeConfigurationId: policy-none
                    from:
                      uri: direct
                      parameters:
                        name: %1$s
                      steps:
                        - removeHeaders:
                            pattern: "*"
                        - toD:
                            id: call
                            uri: "${variable.address}"
                        - removeHeaders:
                            pattern: "*"
                """.formatted(stem));
    }

    static SourceFile broken(SourceFile file, String right, String wrong) {
        if (!file.text().contains(right)) {
            throw new IllegalArgumentException("The sample has no: " + right);
        }
        return new SourceFile(file.path(), file.text().replace(right, wrong));
    }

    static SourceFile policyNone() {
        return new SourceFile("routes/policy-none.camel.yaml", """
                - routeConfiguration:
                    id: policy-none
                    description: Hands every failure back to the caller as it is.
                    errorHandler:
                      noErrorHandler: {}
                """);
    }

    static String text(List<Offence> offences) {
        return offences.stream().map(Offence::toString).collect(Collectors.joining("\n"));
    }
}
