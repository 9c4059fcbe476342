package nl.koppelwerk.proof;

/** How large the proofs are: small by default, as large as the note says by {@code -D}; docs/proofs.md lists them. */
final class Sizes {

    private Sizes() {
    }

    /** {@code proof.relations}: relations in AdvocaatCentraal at an initial run. */
    static int relations() {
        return Integer.getInteger("proof.relations", 500);
    }

    /** {@code proof.pairs}: pairs of a link that gets a certificate. */
    static int pairs() {
        return Integer.getInteger("proof.pairs", 5_000);
    }

    /** {@code proof.kills}: how often the program is killed in each of four rounds. */
    static int kills() {
        return Integer.getInteger("proof.kills", 3);
    }

    /** {@code proof.killed.relations}: relations, and webhooks, of a round with kills. */
    static int killedRelations() {
        return Integer.getInteger("proof.killed.relations", 300);
    }

    /** {@code proof.changes}: changes made while Tribe is down. */
    static int changes() {
        return Integer.getInteger("proof.changes", 60);
    }

    /** {@code proof.notices}: notices of one link that wait while another link's webhook comes. */
    static int notices() {
        return Integer.getInteger("proof.notices", 20_000);
    }

    /** {@code proof.faults=long}: how often each fault is made. */
    static int faultTimes() {
        return System.getProperty("proof.faults", "short").equals("long") ? 10 : 2;
    }

    /** {@code proof.faults.seed}: of what people type and when a fault comes. */
    static long faultSeed() {
        return Long.getLong("proof.faults.seed", 1);
    }

    /** {@code proof.faults.relations}: relations that people edit while there are faults. */
    static int faultRelations() {
        return Integer.getInteger("proof.faults.relations", 100);
    }

    /** {@code proof.customers}: customers in e-conomic at an initial run. */
    static int customers() {
        return Integer.getInteger("proof.customers", 300);
    }

    /** {@code proof.customers.changed}: customers of e-conomic that are edited, ten a second. */
    static int customersChanged() {
        return Integer.getInteger("proof.customers.changed", 100);
    }

    /** {@code proof.customers.told}: webhooks of e-conomic in one burst, of fifty customers. */
    static int customersTold() {
        return Integer.getInteger("proof.customers.told", 1_000);
    }

    /** {@code proof.customers.born}: customers made on both sides together while answers come late. */
    static int customersBorn() {
        return Integer.getInteger("proof.customers.born", 50);
    }

    /** {@code proof.customers.kept}: customers whose other members have to survive a write. */
    static int customersKept() {
        return Integer.getInteger("proof.customers.kept", 200);
    }

    /** {@code proof.minutes}: how long SnelStart answers 429 and 500. */
    static java.time.Duration outage() {
        return java.time.Duration.ofMillis((long) (60_000 * Double.parseDouble(System.getProperty("proof.minutes", "0.25"))));
    }

    /** {@code proof.bookkeeping.faulty}: relations that are carried over while answers are lost. */
    static int bookkeepingFaulty() {
        return Integer.getInteger("proof.bookkeeping.faulty", 200);
    }

    /** {@code proof.clock}: how many times as fast as the real one the clock of vendors and program runs under quotas. */
    static int clockSpeed() {
        return Integer.getInteger("proof.clock", 60);
    }

    /** {@code proof.tier}: the product of SnelStart whose limits hold, test, maatwerk or productie. */
    static String tier() {
        return System.getProperty("proof.tier", "test").toUpperCase(java.util.Locale.ROOT);
    }

    /** {@code proof.bookkeeping.quotas}: relations in Compenda under the quotas of both contracts. */
    static int bookkeepingUnderQuotas() {
        return Integer.getInteger("proof.bookkeeping.quotas", 200);
    }

    /** {@code proof.undone}: relations whose updates by a run are undone; a fifth of them are made by the next run, and undone too. */
    static int undone() {
        return Integer.getInteger("proof.undone", 100);
    }

    /** {@code proof.clients}: relations in AdminPulse at an import into Accounton. */
    static int clients() {
        return Integer.getInteger("proof.clients", 200);
    }

    /** {@code proof.rows}: rows of a sheet that is read in. */
    static int rows() {
        return Integer.getInteger("proof.rows", 2_000);
    }
}
