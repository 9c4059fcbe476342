package nl.koppelwerk.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme.Type;

/** Says in the description which calls take a link's token besides a user's name and password; {@code application.properties} enforces it. */
@OpenApiFilter(RunStage.BUILD)
public class Logins implements OASFilter {

    private static final String USER = "user";
    private static final String TOKEN = "token";
    private static final Set<String> OF_A_SCREEN = Set.of("compareRelation", "compareRecord", "resolveRelation", "syncRelation");

    @Override public Operation filterOperation(Operation operation) {
        var login = OASFactory.createSecurityRequirement().addScheme(USER);
        return operation.security(OF_A_SCREEN.contains(operation.getOperationId()) ? List.of(login, OASFactory.createSecurityRequirement().addScheme(TOKEN)) : List.of(login));
    }

    @Override public void filterOpenAPI(OpenAPI description) {
        description.getComponents()
            .addSecurityScheme(USER, OASFactory.createSecurityScheme().type(Type.HTTP).scheme("basic").description("A user's name and password."))
            .addSecurityScheme(TOKEN, OASFactory.createSecurityScheme().type(Type.HTTP).scheme("bearer").description("A token of one link, for another program's screen."));
    }
}
