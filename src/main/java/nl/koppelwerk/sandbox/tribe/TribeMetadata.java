package nl.koppelwerk.sandbox.tribe;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.koppelwerk.sandbox.Answer;

/** {@code $metadata}: the entity types with their properties and navigations, as far as this stand-in has them. */
final class TribeMetadata {

    private static final Map<EntityType.Kind, String> EDM = Map.of(EntityType.Kind.TEXT, "Edm.String", EntityType.Kind.NUMBER, "Edm.Double",
            EntityType.Kind.BOOL, "Edm.Boolean", EntityType.Kind.DATE, "Edm.Date", EntityType.Kind.MOMENT, "Edm.DateTimeOffset");

    private TribeMetadata() {
    }

    static Answer answer(TribeSchema schema) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><edmx:Edmx Version=\"4.0\" xmlns:edmx=\"http://docs.oasis-open.org/odata/ns/edmx\">"
                + "<edmx:DataServices><Schema Namespace=\"OData\" xmlns=\"http://docs.oasis-open.org/odata/ns/edm\">");
        schema.all().forEach(type -> xml.append(type(type)));
        xml.append("<EntityContainer Name=\"Container\">");
        schema.all().forEach(type -> xml.append("<EntitySet Name=\"").append(type.set()).append("\" EntityType=\"OData.").append(type.set()).append("\"/>"));
        xml.append("</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>");
        return Answer.of(200, "application/xml", xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static StringBuilder type(EntityType type) {
        var xml = new StringBuilder("<EntityType Name=\"" + type.set() + "\"><Key><PropertyRef Name=\"ID\"/></Key><Property Name=\"ID\" Type=\"Edm.Guid\" Nullable=\"false\"/>");
        type.fields().forEach((name, kind) -> xml.append("<Property Name=\"").append(name).append("\" Type=\"").append(EDM.get(kind)).append("\"/>"));
        type.navigations().forEach((name, target) -> xml.append("<NavigationProperty Name=\"").append(name).append("\" Type=\"")
                .append(name.equals("Addresses") ? "Collection(OData." + target + ")" : "OData." + target).append("\"/>"));
        return xml.append("</EntityType>");
    }
}
