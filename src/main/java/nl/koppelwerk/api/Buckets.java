package nl.koppelwerk.api;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.koppelwerk.ledger.Runs.Kind;
import nl.koppelwerk.reconcile.Plan.Bucket;
import nl.koppelwerk.relation.Phrase;

/** The buckets in which people find the items of a plan: an import has other ones than a restore. */
final class Buckets {

    private static final Set<Bucket> OF_IMPORT = EnumSet.of(Bucket.ONLY_IN_IMPORT, Bucket.ONLY_IN_TARGET, Bucket.DUPLICATE, Bucket.INVALID);

    private Buckets() { }

    /** @throws Refusal 400 for a word that is none of them, naming those that there are */
    static Bucket of(Kind run, String pointer, String word) {
        var known = run == Kind.PREVIEW ? OF_IMPORT : EnumSet.complementOf(EnumSet.copyOf(OF_IMPORT));
        return known.stream().filter(bucket -> Words.of(bucket).equals(word)).findFirst().orElseThrow(() -> Refusal.malformed(new Fault(pointer, Phrase.BUCKET_UNKNOWN
            .with("given", word).with("known", known.stream().map(Words::of).collect(Collectors.joining(", "))))));
    }
}
