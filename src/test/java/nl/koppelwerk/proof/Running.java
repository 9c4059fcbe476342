package nl.koppelwerk.proof;

import java.util.function.BiFunction;

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

    /** Starts the hub; both end where no scene comes of them. */
    static <S> S begun(Vendors vendors, Hub hub, BiFunction<Vendors, Hub, S> scene) {
        try {
            return scene.apply(vendors, hub.start());
        } catch (RuntimeException | AssertionError failure) {
            hub.close();
            vendors.close();
            throw failure;
        }
    }

    /** A link as any of its type is asked. */
    interface ActiveLink {

        String id();

        /** The address that the system calls which tells of its edits by webhook. */
        String webhook();
    }
}
