package nl.koppelwerk.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that stay Dutch or Danish in the code have a line in the glossary; labels and wire names, in quotes, are the vendor's. */
final class Glossary {
    private static final Pattern IDENTIFIER = Pattern.compile("\\b\\p{L}[\\p{L}\\d_]+");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");
    /** Short ones count only at the start of an identifier, for they hide in others: coin, boolean. */
    private static final Pattern NATIVE = Pattern.compile("nummer|tussenvoegsel|toevoeging|roepnaam|voorletters|koppeling|relatie|kantoor"
            + "|administratie|rijksregister|onderneming|vestiging|adres$|telefoon|voormalig|^(kvk|btw|cvr|ean|oin|rsin|bsn)");

    private final Set<String> words;

    Glossary(SourceFile glossary) {
        words = glossary.text().lines().filter(line -> line.startsWith("|")).flatMap(line -> List.of(line.split("[|,]")).stream())
                .map(Glossary::plain).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    List<Offence> missing(List<SourceFile> java) {
        List<Offence> offences = new ArrayList<>();
        for (SourceFile quoting : java) {
            SourceFile file = new SourceFile(quoting.path(), QUOTED.matcher(quoting.text()).replaceAll("\"\""));
            for (MatchResult identifier : file.all(IDENTIFIER)) {
                if (!isExplained(plain(identifier.group()))) {
                    offences.add(file.offence(file.lineOf(identifier.start()), "a line in docs/glossary.md for the word in " + identifier.group()));
                }
            }
        }
        return offences;
    }

    private boolean isExplained(String identifier) {
        return NATIVE.matcher(identifier).results()
                .allMatch(stem -> words.stream().anyMatch(word -> identifier.contains(word) && word.contains(stem.group())));
    }

    private static String plain(String word) {
        return word.replaceAll("[^\\p{L}\\d]", "").toLowerCase(Locale.ROOT);
    }
}
