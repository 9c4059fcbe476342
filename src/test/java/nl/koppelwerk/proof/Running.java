package nl.koppelwerk.proof;

/** Vendors, the packaged program and one link between them. */
interface Running extends AutoCloseable {

    Vendors vendors();

    Hub hub();

    Api api();

    ActiveLink link();

    /** Activates the link; answers its initial run. */
    String begin();

    @Override
    void close();

    /** A link as any of its type is asked. */
    interface ActiveLink {

        String id();

        /** The address that the system calls which tells of its edits by webhook. */
        String webhook();
    }
}
