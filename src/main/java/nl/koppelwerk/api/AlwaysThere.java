package nl.koppelwerk.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says in the description which answers have all their members, whatever they hold; what may be null says so at its member. */
@OpenApiFilter(RunStage.BUILD)
public class AlwaysThere implements OASFilter {

    /** Of runs, previews and other plans. */
    private static final Set<String> ANSWERS = Set.of("Run", "Progress", "PlanItem", "PlannedField", "Reason", "Dutch");
    private static final String PAGE = "Page";

    @Override public void filterOpenAPI(OpenAPI description) {
        description.getComponents().getSchemas().get("Both").getProperties().values().forEach(side -> side.setType(List.of(SchemaType.STRING, SchemaType.NULL)));
        description.getComponents().getSchemas().forEach((name, schema) -> {
            if ((ANSWERS.contains(name) || name.startsWith(PAGE)) && schema.getProperties() != null) schema.setRequired(List.copyOf(schema.getProperties().keySet()));
        });
    }
}
