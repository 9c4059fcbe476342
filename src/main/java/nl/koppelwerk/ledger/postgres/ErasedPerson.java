package nl.koppelwerk.ledger.postgres;

/** The relation's key was dropped: its values are gone for good. */
final class ErasedPerson extends RuntimeException {

    ErasedPerson(long relation) { super("The values of relation " + relation + " were erased"); }
}
