package nl.koppelwerk.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;

/** The published schema of Camel YAML, which travels in camel-yaml-dsl: a misspelt member is found before Camel starts. */
final class RouteSchema {
    /** One wrong word breaks many branches of the schema; the deepest places say where it stands. */
    private static final int ENOUGH = 3;
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final JsonSchema SCHEMA = schema();

    private RouteSchema() {
    }

    private static JsonSchema schema() {
        try (InputStream file = RouteSchema.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            SchemaValidatorsConfig pointers = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(new ObjectMapper().readTree(file), pointers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static List<Offence> check(SourceFile route) {
        YamlNode lines = YamlNode.documents(route.text()).get(0);
        return SCHEMA.validate(json(route)).stream()
                .sorted(Comparator.comparingInt((ValidationMessage m) -> m.getInstanceLocation().getNameCount()).reversed())
                .limit(ENOUGH)
                .map(message -> route.offence(lines.lineAt(message.getInstanceLocation().toString()), "Camel YAML: " + message.getMessage()))
                .toList();
    }

    private static JsonNode json(SourceFile route) {
        try {
            return YAML.readTree(route.text());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
