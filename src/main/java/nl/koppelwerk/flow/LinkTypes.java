package nl.koppelwerk.flow;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import nl.koppelwerk.link.LinkType;

/** Every rulebook there is, by id. They are pure, so no container finds them: a new one is a line in META-INF/services. */
@Singleton
public final class LinkTypes {

    private final Map<String, LinkType> byId = new TreeMap<>();

    public LinkTypes() {
        this(ServiceLoader.load(LinkType.class, LinkType.class.getClassLoader()));
    }

    LinkTypes(Iterable<LinkType> types) { types.forEach(type -> byId.put(type.id(), type)); }

    public Collection<LinkType> all() { return byId.values(); }

    public Optional<LinkType> find(String id) { return Optional.ofNullable(byId.get(id)); }
}
