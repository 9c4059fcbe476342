package nl.koppelwerk.systems.tribe;

import nl.koppelwerk.link.PartKey;
import nl.koppelwerk.reconcile.Step;
import nl.koppelwerk.relation.PartKind;

/** Where an update goes: the record itself, a record inside it that has an id of its own, or the parent that makes one. */
record TribeTarget(String set, String id) {

    private static final String PERSON_OF_CONTACT = "Person";

    static TribeTarget of(Step.Write write) {
        var itself = new TribeTarget(TribeSets.of(write.rootKind(), write.part().kind()),
            write.part().equals(PartKey.ROOT) ? write.root() : write.partId());
        if (write.resource().isEmpty() || makesNested(write)) return itself;
        boolean isPerson = write.part().kind() == PartKind.CONTACT && write.resource().equals(PERSON_OF_CONTACT);
        return new TribeTarget(isPerson ? TribeSets.PERSON : TribeSets.ADDRESS, write.resourceId());
    }

    static boolean makesNested(Step.Write write) { return !write.resource().isEmpty() && write.resourceId().isEmpty(); }
}
