package nl.koppelwerk.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import nl.koppelwerk.TestPostgres;
import nl.koppelwerk.ledger.Offices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the interface keeps to itself: every example to its schema, and every call says what it answers and what it needs. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DescriptionTest {

    private static final Set<String> STATES = Set.of("undoRun", "activateLink", "pauseLink", "resumeLink", "pauseRun", "resumeRun", "cancelRun", "startRun", "applyRun", "resolveRelation",
        "replayDeadLetter", "discardDeadLetter", "authorizeAccount");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @Inject Offices offices;
    private LawOffice office;
    private ObjectNode description;

    @BeforeEach
    void it_is_read() throws Exception {
        office = LawOffice.made(offices);
        description = (ObjectNode) new ObjectMapper().readTree(LawOffice.as("viewer").get("/q/openapi?format=json").then().statusCode(200).extract().asString());
    }

    @Test
    void every_answer_in_json_has_a_schema() {
        var without = new ArrayList<String>();

        contents((where, type) -> {
            if (type.path("schema").isMissingNode() && !where.contains("text/") && !where.contains("spreadsheet")) without.add(where);
        });

        assertThat(without).isEmpty();
    }

    @Test
    void every_example_keeps_to_its_schema_and_has_no_other_member() {
        var odd = new ArrayList<String>();

        contents((where, type) -> {
            if (type.has("schema") && type.has("example") && !where.contains("text/")) odd.addAll(odd(where, type.get("schema"), type.get("example")));
        });

        assertThat(odd).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/links", "/links/{link}", "/links/{link}/relations", "/links/{link}/runs", "/links/{link}/webhook", "/links/{link}/tokens", "/runs/{run}", "/runs/{run}/items",
        "/relations/{relation}", "/relations/{relation}/explain", "/relations/{relation}/history", "/holds", "/dead-letters", "/audit", "/offices", "/link-types", "/labels"})
    void what_is_really_answered_keeps_to_its_schema(String path) throws Exception {
        var here = path.replace("{link}", office.link).replace("{run}", office.run).replace("{relation}", office.held);
        var answer = LawOffice.as("administrator").get("/api/v1" + here).then().statusCode(200).extract().asString();

        var schema = description.get("paths").get("/api/v1" + path).at("/get/responses/200/content/application~1json/schema");

        assertThat(odd(path, schema, new ObjectMapper().readTree(answer))).isEmpty();
    }

    @Test
    void a_call_that_depends_on_a_state_says_when_it_is_refused() {
        var silent = new ArrayList<String>();

        calls((where, call) -> {
            if (STATES.contains(call.path("operationId").asText()) && call.at("/responses/409/description").asText().length() < 20) silent.add(where);
        });

        assertThat(silent).isEmpty();
    }

    @Test
    void what_a_run_is_started_with_says_what_it_is_for() {
        var start = description.at("/components/schemas/Start/properties");

        assertThat(start.path("kind").path("enum")).extracting(JsonNode::asText).contains("initial", "restore").doesNotContain("import", "read", "verify");
        assertThat(start).allSatisfy(member -> assertThat(member.path("description").asText()).isNotEmpty());
    }

    @Test
    void settings_are_an_object_and_a_limit_is_a_whole_number() {
        for (var schema : List.of("Link", "NewLink", "LinkChange")) assertThat(description.at("/components/schemas/" + schema + "/properties/settings/type").asText()).as(schema).isEqualTo("object");
        calls((where, call) -> call.path("parameters").forEach(parameter -> {
            if (parameter.path("name").asText().equals("limit")) assertThat(parameter.at("/schema/type").asText()).as(where).isEqualTo("integer");
        }));
    }

    private List<String> odd(String where, JsonNode schema, JsonNode value) {
        var whole = ((ObjectNode) schema.deepCopy()).set("components", closed());
        return SCHEMAS.getSchema(whole).validate(value).stream().map(message -> where + " " + message.getMessage()).toList();
    }

    /** So that a member that is not described is found. */
    private JsonNode closed() {
        var components = description.get("components").deepCopy();
        components.get("schemas").forEach(schema -> {
            if (schema.has("properties")) ((ObjectNode) schema).put("additionalProperties", false);
        });
        return components;
    }

    private void calls(BiConsumer<String, JsonNode> look) {
        description.get("paths").fields().forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> look.accept(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    /** What is sent and what is answered, by media type. */
    private void contents(BiConsumer<String, JsonNode> look) {
        calls((where, call) -> {
            call.at("/requestBody/content").fields().forEachRemaining(type -> look.accept(where + " request " + type.getKey(), type.getValue()));
            call.path("responses").fields().forEachRemaining(answer -> answer.getValue().path("content").fields()
                .forEachRemaining(type -> look.accept(where + " " + answer.getKey() + " " + type.getKey(), type.getValue())));
        });
    }
}
