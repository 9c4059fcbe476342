package nl.koppelwerk.ledger.postgres;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.ledger.Offices;

record PostgresOffices(Database database) implements Offices {

    @Override public boolean open(String office, String name) {
        return database.change("INSERT INTO office (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING", office, name) > 0;
    }

    @Override public Optional<Office> find(String office) {
        return database.row("SELECT id, name FROM office WHERE id = ?", row -> new Office(row.text("id"), row.text("name")), office);
    }

    @Override public boolean hasUsers() { return database.row("SELECT 1 FROM app_user LIMIT 1", row -> true).isPresent(); }

    @Override public Optional<User> user(String name) {
        return database.row("SELECT * FROM app_user WHERE name = ?",
            row -> new User(row.text("name"), row.text("password_hash"), row.flag("is_system"), roles(name)), name);
    }

    private Map<String, Role> roles(String user) {
        var roles = new HashMap<String, Role>();
        database.rows("SELECT office_id, role FROM user_office WHERE user_name = ?",
            row -> roles.put(row.text("office_id"), Role.valueOf(row.text("role").toUpperCase(Locale.ROOT))), user);
        return roles;
    }

    @Override public void save(User user) {
        var roles = List.copyOf(user.roles().entrySet());
        database.transaction(statements -> {
            statements.change("""
                INSERT INTO app_user (name, password_hash, is_system) VALUES (?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash, is_system = excluded.is_system""",
                user.name(), user.passwordHash(), user.isSystem());
            statements.change("DELETE FROM user_office WHERE user_name = ?", user.name());
            return statements.change("INSERT INTO user_office (user_name, office_id, role) SELECT ?, u.office, u.role FROM unnest(?, ?) u(office, role)",
                user.name(), Column.texts(roles, Map.Entry::getKey), Column.texts(roles, role -> role.getValue().name().toLowerCase(Locale.ROOT)));
        });
    }

    @Override public void record(Act act) {
        database.change("INSERT INTO audit (office_id, who, did, about, details) VALUES (?, ?, ?, ?, ?)",
            act.office(), act.who(), act.did(), act.about(), new Json(LedgerJson.of(act.details()).toString()));
    }

    @Override public List<Acted> acts(List<String> offices, String beforeId, int most) {
        return database.rows("SELECT * FROM audit WHERE office_id = ANY (?) AND id < ? ORDER BY id DESC LIMIT ?",
            row -> new Acted(row.id("id"), row.moment("at"), new Act(row.text("office_id"), row.text("who"), row.text("did"), row.text("about"),
                LedgerJson.texts(LedgerJson.read(row.text("details"))))),
            Column.texts(offices, office -> office), PostgresViews.before(beforeId), most);
    }
}
