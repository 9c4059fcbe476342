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
        static SystemView of(Connector connector, Wording wording) {
            return new SystemView(connector.id(), connector.label(), connector.credentials().stream().map(one -> told(one, wording)).toList(), connector.waysIn());
        }

        private static Connector.Credential told(Connector.Credential one, Wording wording) {
            return new Connector.Credential(one.name(), one.required(), one.secret(), wording.rule(one.sentence()));
        }
    }

    /**
     * In the language that the request asked for, but for what the two screens show.
     *
     * @param label what the field is called
     */
    @Schema(name = "FieldLine")
    record FieldLine(String part, String field, String label, String sourceLabel, String targetLabel, String direction, String remark) {
        static FieldLine of(LinkType.FieldLine line, Wording wording) {
            return new FieldLine(line.part(), line.field(), wording.label(line.field()), line.sourceLabel(), line.targetLabel(), wording.rule(line.direction()), wording.rule(line.remark()));
        }
    }

    static LinkTypeView of(LinkType type, Connector source, Connector target, Wording wording) {
        return new LinkTypeView(type.id(), SystemView.of(source, wording), SystemView.of(target, wording), type.creators(), type.facets(),
            type.fields().stream().map(line -> FieldLine.of(line, wording)).toList(), type.settings().stream().map(one -> told(one, wording)).toList(),
            type.notSynchronised().stream().map(one -> new LinkType.NotSynchronised(wording.rule(one.what()), wording.rule(one.why()))).toList());
    }

    private static LinkType.Setting told(LinkType.Setting one, Wording wording) {
        return new LinkType.Setting(one.name(), one.type(), one.required(), wording.rule(one.defaultValue()), one.allowed(), wording.rule(one.sentence()));
    }
}
