package nl.koppelwerk.house;

import static nl.koppelwerk.house.Samples.broken;
import static nl.koppelwerk.house.Samples.policyNone;
import static nl.koppelwerk.house.Samples.route;
import static nl.koppelwerk.house.Samples.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private static final List<SourceFile> ROUTES = SourceFile.below("routes", "");
    private static final List<SourceFile> JAVA = SourceFile.below("src/main/java", ".java");

    @Test
    void every_route_is_camel_yaml_by_its_published_schema() {
        assertThat(each(RouteSchema::check)).isEmpty();
    }

    @Test
    void every_route_has_a_file_a_name_and_a_sentence_of_its_own() {
        assertThat(each(RouteShape::check)).isEmpty();
    }

    @Test
    void every_step_is_visible_and_decides_nothing() {
        assertThat(each(RouteSteps::check)).isEmpty();
    }

    @Test
    void every_failure_is_handled_by_a_policy_and_nothing_is_sent_again() {
        assertThat(RouteFailures.check(ROUTES)).isEmpty();
    }

    @Test
    void no_two_steps_share_an_id() {
        assertThat(RouteIds.check(ROUTES)).isEmpty();
    }

    @Test
    void a_step_with_the_id_of_another_is_found() {
        SourceFile read = route("tribe-read");
        SourceFile copied = new SourceFile("routes/tribe-list.camel.yaml", read.text());

        assertThat(text(RouteIds.check(List.of(read, copied)))).contains("tribe-list.camel.yaml:").contains("an id that tribe-read.camel.yaml does not have");
    }

    @Test
    void every_road_has_both_its_ends() {
        assertThat(RouteRoads.check(ROUTES, JAVA)).isEmpty();
    }

    private static List<Offence> each(Function<SourceFile, List<Offence>> rule) {
        return ROUTES.stream().flatMap(file -> rule.apply(file).stream()).toList();
    }

    @Test
    void a_good_sample_breaks_no_rule() {
        SourceFile good = route("tribe-read");

        assertThat(RouteSchema.check(good)).isEmpty();
        assertThat(RouteSchema.check(policyNone())).isEmpty();
        assertThat(RouteShape.check(good)).isEmpty();
        assertThat(RouteSteps.check(good)).isEmpty();
        assertThat(RouteFailures.check(List.of(good, policyNone()))).isEmpty();
    }

    @Test
    void a_misspelt_member_is_found_with_its_line() {
        SourceFile misspelt = broken(route("tribe-read"), "        - toD:", "        - toDee:");

        assertThat(text(RouteSchema.check(misspelt))).contains("routes/tribe-read.camel.yaml:12:").contains("toDee");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "id: tribe-read               | id: tribe-reed                  | 2: expected id: tribe-read",
            "description: Reads one       | description: reads one          | 3: expected a description that is one full sentence",
            "- route:                     | - beans:                        | 1: expected exactly one route",
    })
    void a_route_out_of_shape_is_found(String right, String wrong, String found) {
        SourceFile sample = broken(route("tribe-read"), right, wrong);

        assertThat(text(RouteShape.check(sample))).contains("tribe-read.camel.yaml:" + found);
    }

    @Test
    void a_long_a_nested_and_an_unheard_of_file_are_found() {
        SourceFile route = route("tribe-read");

        assertThat(text(RouteShape.check(new SourceFile(route.path(), route.text() + "#\n".repeat(60))))).contains("at most 60 lines");
        assertThat(text(RouteShape.check(new SourceFile("routes/tribe/tribe-read.camel.yaml", route.text())))).contains("right below routes/");
        assertThat(text(RouteShape.check(route("tribe-fetching")))).contains("<system>-<operation>");
    }

    @Test
    void a_step_that_hides_something_is_found() {
        assertThat(offencesWith("uri: http")).isEmpty();
        assertThat(offencesWith("uri: \"https://api.tribecrm.nl/v1\"")).contains(":14: expected {{a key}} instead of a literal host");
        assertThat(offencesWith("uri: \"direct:hub-work?timeout=5\"")).contains(":14: expected the long form");
        assertThat(offencesWith("uri: log:trace")).contains(":12: expected showBody: false");
        assertThat(offencesWith("uri: timer\n            parameters: {period: \"5000\"}")).contains(":15: expected {{a key}} instead of a literal period");
    }

    private static String offencesWith(String uri) {
        return text(RouteSteps.check(broken(route("tribe-read"), "uri: \"${variable.address}\"", uri)));
    }

    @Test
    void a_border_without_a_name_and_a_short_step_are_found() {
        SourceFile nameless = broken(broken(route("tribe-read"), "            id: call\n", ""), "${variable.address}", "http");

        assertThat(text(RouteSteps.check(nameless))).contains(":12: expected an id");
        assertThat(stepOffences("- to: \"direct:hub-work\"")).contains("the long form: uri and parameters");
    }

    @Test
    void a_webhook_names_its_road_shortly_because_rest_knows_no_other_way() {
        SourceFile rest = new SourceFile("routes/tribe-webhook.camel.yaml", "- rest:\n    path: /webhooks\n    post:\n      - path: /tribe\n        to: \"direct:tribe-webhook\"\n");

        assertThat(RouteSteps.check(rest)).isEmpty();
        assertThat(text(RouteRoads.check(List.of(rest), List.of()))).contains("a route that listens to tribe-webhook");
    }

    @Test
    void a_script_a_body_in_the_log_a_short_expression_and_a_nested_choice_are_found() {
        assertThat(stepOffences("- setBody: {expression: {groovy: {expression: 1 + 1}}}")).contains("instead of a script");
        assertThat(stepOffences("- log: {message: \"got ${body}\"}")).contains("without body and headers");
        assertThat(stepOffences("- setBody: {simple: {expression: x}}")).contains("the long form: expression");
        assertThat(stepOffences("- setBody: {expression: {simple: x}}")).contains("the long form: simple");
        assertThat(stepOffences("- choice: {when: [{simple: {expression: x}, steps: [{choice: {}}]}]}")).contains("no choice inside a choice");
    }

    private static String stepOffences(String step) {
        return text(RouteSteps.check(new SourceFile("routes/hub-work.camel.yaml", step)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "routeConfigurationId: policy-none | routeConfigurationId: policy-gone | 4: expected routeConfigurationId naming a file",
            "routeConfigurationId: policy-none | autoStartup: true                 | expected routeConfigurationId naming a file",
            "routeConfigurationId: policy-none | errorHandlerRef: mine             | 4: expected error handling by routeConfigurationId only",
            "pattern: \"*\"                    | pattern: \"Camel*\"               | 5: expected removeHeaders",
    })
    void a_route_that_handles_failure_or_headers_its_own_way_is_found(String right, String wrong, String found) {
        SourceFile sample = broken(route("tribe-read"), right, wrong);

        assertThat(text(RouteFailures.check(List.of(sample, policyNone())))).contains(found);
    }

    @Test
    void a_policy_that_repeats_or_may_lose_a_record_is_found() {
        SourceFile policy = new SourceFile("routes/policy-work.camel.yaml", """
                - routeConfiguration:
                    id: policy-work
                    errorHandler:
                      deadLetterChannel:
                        deadLetterUri: "direct:hub-dead-letter"
                        redeliveryPolicy:
                          maximumRedeliveries: 3
                """);

        String found = text(RouteFailures.check(List.of(policy)));

        assertThat(found).contains("policy-work.camel.yaml:7: expected maximumRedeliveries: 0").contains(":4: expected deadLetterHandleNewException: false");
    }

    @Test
    void a_road_with_one_end_is_found_and_a_made_up_name_counts_for_what_it_can_mean() {
        SourceFile read = route("tribe-read");
        SourceFile asks = broken(route("hub-reconcile"), "uri: \"${variable.address}\"", "uri: \"direct:${variable.system}-read\"");
        SourceFile lost = broken(route("hub-work"), "uri: \"${variable.address}\"", "uri: \"direct:hub-nowhere\"");

        assertThat(text(RouteRoads.check(List.of(read), List.of()))).contains("tribe-read.camel.yaml:5: expected something that sends to tribe-read");
        assertThat(text(RouteRoads.check(List.of(read, asks), List.of()))).doesNotContain("tribe-read\n").doesNotContain("sends to tribe-read");
        assertThat(text(RouteRoads.check(List.of(lost), List.of()))).contains("hub-work.camel.yaml:12: expected a route that listens to hub-nowhere");
    }

    @Test
    void a_sender_in_java_counts() {
        SourceFile java = new SourceFile("src/main/java/nl/koppelwerk/flow/Ask.java", "send(\"direct:tribe-read\");");

        assertThat(RouteRoads.check(List.of(route("tribe-read")), List.of(java))).isEmpty();
        assertThat(text(RouteRoads.check(List.of(), List.of(java)))).contains("Ask.java:1: expected a route that listens to tribe-read");
    }
}
