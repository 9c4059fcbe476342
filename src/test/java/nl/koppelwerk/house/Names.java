package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Names that say nothing are not taken, packages say what they are for, and files stay readable at a sitting. */
final class Names {
    private static final Pattern SAYS_NOTHING = Pattern.compile("(?i)(utils?|commons?|helpers?|managers?|impl|dto|services?)");
    private static final int LONGEST = 250;

    private Names() {
    }

    static List<Offence> check(List<SourceFile> java) {
        List<Offence> offences = new ArrayList<>();
        List<String> paths = java.stream().map(SourceFile::path).toList();
        for (SourceFile file : java) {
            String folder = file.path().substring(0, file.path().lastIndexOf('/'));
            if (!paths.contains(folder + "/package-info.java")) {
                offences.add(file.offence(1, "a package-info.java of one sentence beside it"));
            }
            if (saysNothing(file)) {
                offences.add(file.offence(1, "a name that says what it is: no util, common, helper, manager, impl, dto or service"));
            }
            if (file.text().lines().count() > LONGEST) {
                offences.add(file.offence(LONGEST + 1, "at most " + LONGEST + " lines, mostly under 150"));
            }
        }
        return offences;
    }

    private static boolean saysNothing(SourceFile file) {
        String words = file.path().replaceFirst("^src/[a-z]+/java/", "").replace(".java", "").replaceAll("(\\p{Ll})(\\p{Lu})", "$1/$2");
        return List.of(words.split("/")).stream().anyMatch(word -> SAYS_NOTHING.matcher(word).matches());
    }
}
