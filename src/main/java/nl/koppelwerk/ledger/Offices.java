package nl.koppelwerk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Offices, the people who work there, and who did what. */
public interface Offices {

    /** Makes an office where there is none of that id yet; answers whether it did. */
    boolean open(String office, String name);

    Optional<Office> find(String office);

    boolean hasUsers();

    Optional<User> user(String name);

    /** Makes or replaces a user, with exactly these roles. */
    void save(User user);

    /** Written in the same breath as what it tells; never a secret, never a personal value. */
    void record(Act act);

    /** What was done in these offices, newest first; empty {@code beforeId} for the newest. */
    List<Acted> acts(List<String> offices, String beforeId, int most);

    /** Each may what the one before it may. */
    enum Role { VIEWER, OPERATOR, ADMIN }

    record Office(String id, String name) {}

    /**
     * @param passwordHash BCrypt
     * @param isSystem     may manage offices, and sees none by that
     * @param roles        by office
     */
    record User(String name, String passwordHash, boolean isSystem, Map<String, Role> roles) {
        public User { roles = Map.copyOf(roles); }

        @Override public String toString() { return "User[" + name + "]"; }
    }

    record Act(String office, String who, String did, String about, Map<String, String> details) {}

    record Acted(String id, Instant at, Act act) {}
}
