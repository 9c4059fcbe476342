package nl.koppelwerk.systems.accounton;

import nl.koppelwerk.reconcile.Step;

/**
 * A client that is being made.
 *
 * @param key of the create: the same whenever it is sent again
 */
record Birth(Step.Write write, String key) {

    boolean isOf(String reference) {
        var own = write.reference().isEmpty() ? new SourceReference("", "") : SourceReference.of(write.reference());
        return !own.id().isEmpty() && SourceReference.text(own.system(), own.id()).equals(reference);
    }

    /** Another one than the import's, and as much the same: what is applied twice under it is applied once. */
    String keyOfApply() { return key + "-apply"; }
}
