package nl.koppelwerk.relation;

/**
 * One canonical field, the same in every system; the catalogue is {@link Fields}.
 *
 * @param name      stable and unique: it stands in the ledger, in the API and in reasons
 * @param sensitive masked for viewers, in logs and in dead letters (rijksregisternummer, BSN, birth date)
 */
public record Field<T>(String name, ValueType<T> type, boolean sensitive) {

    @Override public boolean equals(Object other) { return other instanceof Field<?> f && f.name.equals(name); }

    @Override public int hashCode() { return name.hashCode(); }

    @Override public String toString() { return name; }
}
