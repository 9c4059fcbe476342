package nl.koppelwerk.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Describes what every refusal looks like ({@link Problem}), which no method returns. */
@OpenApiFilter(RunStage.BUILD)
public class ProblemSchema implements OASFilter {

    static final String REF = "#/components/schemas/Problem";

    @Override public void filterOpenAPI(OpenAPI description) {
        var error = of(SchemaType.OBJECT, "pointer", "code", "detail");
        var problem = of(SchemaType.OBJECT, "type", "title", "detail").description("A refusal (RFC 9457), with every reason at once.")
            .addProperty("status", of(SchemaType.INTEGER)).addRequired("status")
            .addProperty("errors", of(SchemaType.ARRAY).items(error))
            .addProperty("now", OASFactory.createSchema().description("What it is now, where that is why it was refused; mostly left out."));
        description.getComponents().addSchema("Problem", problem);
    }

    private static Schema of(SchemaType type, String... texts) {
        var schema = OASFactory.createSchema().type(List.of(type));
        for (var text : texts) schema.addProperty(text, of(SchemaType.STRING)).addRequired(text);
        return schema;
    }
}
