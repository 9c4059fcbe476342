package nl.koppelwerk.ledger.postgres;

/** The opaque id of a delivery: its number, and the relation whose key seals its answer, so that recording one reads nothing first. */
record DeliveryId(long relation, long number) {

    static String text(long relation, long number) { return relation + "-" + number; }

    static DeliveryId of(String text) {
        var parts = text.split("-", 2);
        return new DeliveryId(Database.id(parts[0]), parts.length < 2 ? -1 : Database.id(parts[1]));
    }
}
