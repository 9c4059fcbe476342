package nl.koppelwerk.sandbox;

/** Who is told of what happens to records. */
public interface RecordEvents {

    /** Tells of a record; of a part also whose it is: {@code owner} is the name of that member, null for none. */
    void happened(String type, String id, String owner, String ownerId);

    default void happened(String type, String id) {
        happened(type, id, null, null);
    }
}
