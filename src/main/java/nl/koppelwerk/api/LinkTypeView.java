package nl.koppelwerk.api;

import java.util.List;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.relation.Wording;
import nl.koppelwerk.systems.Connector;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rulebook of a koppeling.
 *
 * @param creates the systems in which relations are born
 */
record LinkTypeView(String id, SystemView source, SystemView target, List<String> creates, List<String> facets,
                    List<FieldLine> fields, List<LinkType.Setting> settings, List<LinkType.NotSynchronised> notSynchronised) {

    /** @param waysIn where there are several ways to log in, the credentials of each: exactly one of them is given, whole; else empty */
    record SystemView(String system, String label, List<Connector.Credential> credentials, List<List<String>> waysIn) {
        static SystemView of(Connector connector) { return new SystemView(connector.id(), connector.label(), connector.credentials(), connector.waysIn()); }
    }

    /** @param label what the field is called in the language that the request asked for */
    @Schema(name = "FieldLine")
    record FieldLine(String part, String field, String label, String sourceLabel, String targetLabel, String direction, String remark) {
        static FieldLine of(LinkType.FieldLine line, Wording wording) {
            return new FieldLine(line.part(), line.field(), wording.label(line.field()), line.sourceLabel(), line.targetLabel(), line.direction(), line.remark());
        }
    }

    static LinkTypeView of(LinkType type, Connector source, Connector target, Wording wording) {
        return new LinkTypeView(type.id(), SystemView.of(source), SystemView.of(target), type.creators(), type.facets(),
            type.fields().stream().map(line -> FieldLine.of(line, wording)).toList(), type.settings(), type.notSynchronised());
    }
}
