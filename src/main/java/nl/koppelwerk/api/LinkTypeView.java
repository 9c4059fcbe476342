package nl.koppelwerk.api;

import java.util.List;
import nl.koppelwerk.link.LinkType;
import nl.koppelwerk.systems.Connector;

/**
 * The rulebook of a koppeling.
 *
 * @param creates the systems in which relations are born
 */
record LinkTypeView(String id, SystemView source, SystemView target, List<String> creates, List<String> facets,
                    List<LinkType.FieldLine> fields, List<LinkType.Setting> settings, List<LinkType.NotSynchronised> notSynchronised) {

    record SystemView(String system, String label, List<Connector.Credential> credentials) {
        static SystemView of(Connector connector) { return new SystemView(connector.id(), connector.label(), connector.credentials()); }
    }

    static LinkTypeView of(LinkType type, Connector source, Connector target) {
        return new LinkTypeView(type.id(), SystemView.of(source), SystemView.of(target), type.creators(), type.facets(), type.fields(),
            type.settings(), type.notSynchronised());
    }
}
