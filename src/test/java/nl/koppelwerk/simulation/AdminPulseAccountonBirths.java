package nl.koppelwerk.simulation;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import nl.koppelwerk.relation.Codes;
import nl.koppelwerk.relation.Field;
import nl.koppelwerk.relation.Fields;
import nl.koppelwerk.relation.Kind;
import nl.koppelwerk.relation.PartKind;
import nl.koppelwerk.relation.Relation;
import nl.koppelwerk.relation.Value;
import nl.koppelwerk.relation.Values;

/** The clients that an office makes in AdminPulse, and the dossiers that it had, or makes, in Accounton. */
final class AdminPulseAccountonBirths {

    static final List<String> TASKFLOWS = List.of("Personenbelasting", "Jaarrekening");
    private static final List<String> STATUSES = List.of("ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "ACTIVE", "", "PROSPECT", "INACTIVE");
    private static final List<Field<?>> NEEDED = List.of(Fields.FIRST_NAMES, Fields.LAST_NAME, Fields.EMAIL, Fields.LANGUAGE);
    private static final List<Field<?>> KEYS = List.of(Fields.RIJKSREGISTERNUMMER, Fields.EMAIL, Fields.FIRST_NAMES, Fields.LAST_NAME);
    private final World world;
    private final Random random;
    private final People people;
    private final SimulatedAdminPulse adminPulse;
    private final SimulatedAccounton accounton;

    AdminPulseAccountonBirths(World world, People people, SimulatedAdminPulse adminPulse, SimulatedAccounton accounton) {
        this.world = world;
        this.random = world.random;
        this.people = people;
        this.adminPulse = adminPulse;
        this.accounton = accounton;
    }

    String atSource() { return atSource(random.nextInt(12) == 0 ? Kind.ORGANISATION : Kind.PERSON, filled(adminPulse)); }

    private String atSource(Kind kind, Values values) {
        var root = world.id("APR");
        var own = values.with(Fields.STATUS, status()).with(Fields.RELATION_TYPES, taskflows());
        world.trace.say(root, "person makes it " + kind + " " + Telling.values(own));
        adminPulse.put(root, new Relation(kind, own, List.of(), Set.of(), Map.of(), "", Set.of(PartKind.CONTACT, PartKind.ROLE)), List.of(root));
        return root;
    }

    Value<?> status() {
        var status = STATUSES.get(random.nextInt(STATUSES.size()));
        return status.isEmpty() ? Value.empty() : Fields.STATUS.type().parse(status);
    }

    Value<?> taskflows() { return Codes.TYPE.of(Codes.of(TASKFLOWS.stream().filter(name -> random.nextInt(3) > 0).toList())); }

    String atTarget() { return atTarget(filled(accounton)); }

    private String atTarget(Values values) {
        var root = world.id("ACC");
        world.trace.say(root, "person makes it " + Telling.values(values));
        accounton.put(root, SimulatedAccounton.client(values.with(Fields.INVITATION_STATUS, "NOT_SENT"), ""), List.of(root));
        return root;
    }

    /** Who is a client for years before the first import. */
    void inBoth() {
        var values = filled(adminPulse);
        atSource(Kind.PERSON, values);
        atTarget(resembling(accounton, values));
    }

    /** A person makes in Accounton whom AdminPulse has already, or the dossier in which that one is the partner. */
    void onceMoreAtTarget() {
        var there = people.any(adminPulse.history.living());
        if (there == null) return;
        var values = adminPulse.history.now(there).relation().values();
        if (random.nextInt(3) > 0) atTarget(resembling(accounton, values));
        else atTarget(filled(accounton).with(Fields.PARTNER_RIJKSREGISTERNUMMER, accounton.formed(Fields.RIJKSREGISTERNUMMER, values.get(Fields.RIJKSREGISTERNUMMER))));
    }

    /** A second relation that shares a key with the first. */
    void twiceAtSource() {
        var there = people.any(adminPulse.history.living());
        if (there != null) atSource(Kind.PERSON, resembling(adminPulse, adminPulse.history.now(there).relation().values()));
    }

    /** The same keys, now and then but one of them; of the rest each knows something. */
    private Values resembling(SimulatedVendor vendor, Values other) {
        var own = filled(vendor);
        for (var field : own.fields()) {
            var theirs = other.get(field);
            boolean isSame = KEYS.contains(field) ? random.nextInt(5) > 0 : random.nextBoolean();
            if (isSame && !theirs.isAbsent()) own = own.with(field, vendor.formed(field, theirs));
        }
        return own;
    }

    /** Most have what Accounton needs; nobody is born married. */
    private Values filled(SimulatedVendor vendor) {
        var values = people.filled(vendor, Kind.PERSON, PartKind.ROOT);
        for (var field : NEEDED)
            if (!values.get(field).isFilled() && random.nextInt(6) > 0) values = values.with(field, vendor.formed(field, people.typed.fresh(field)));
        if (random.nextInt(12) == 0) values = values.with(Fields.RIJKSREGISTERNUMMER, people.typed.invalid(Fields.RIJKSREGISTERNUMMER));
        return values.with(Fields.PARTNER_RIJKSREGISTERNUMMER, Value.empty());
    }
}
