package nl.koppelwerk.mapping;

import java.util.List;
import java.util.Set;
import nl.koppelwerk.relation.Field;

/** What a finished table holds. */
record TableLines(String name, Resource root, List<Resource> resources, List<Member<?>> members, String version, String modified,
                  Moment moment, Resource referenceAt, String reference, Missing missing, EmptyWrites emptyWrites,
                  Set<Field<?>> required) {

    TableLines with(Missing newMissing) {
        return new TableLines(name, root, resources, members, version, modified, moment, referenceAt, reference, newMissing,
            emptyWrites, required);
    }

    Resource resource(String resourceName) {
        return resources.stream().filter(resource -> resource.name().equals(resourceName)).findFirst().orElse(root);
    }
}
