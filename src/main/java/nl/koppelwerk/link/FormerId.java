package nl.koppelwerk.link;

/**
 * What is kept as the id of a record that is gone and whose id its system has given to another one. No system's ids look like that, so
 * nothing is ever found under it.
 */
public final class FormerId {

    private static final String MARK = "~";

    private FormerId() { }

    /** @param apart tells it from others that had the same id */
    public static String of(String id, String apart) { return id + MARK + apart; }

    public static boolean is(String id) { return id.contains(MARK); }

    public static boolean isOf(String former, String id) { return !id.isEmpty() && former.startsWith(id + MARK); }
}
