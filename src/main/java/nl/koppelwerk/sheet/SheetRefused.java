package nl.koppelwerk.sheet;

import java.util.List;
import java.util.Optional;
import nl.koppelwerk.relation.Said;

/** A file that cannot be read as a sheet at all; its problems say what to do about it. Trying again does not mend it. */
public final class SheetRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowProblem> problems;
    private final transient Said said;

    SheetRefused(List<RowProblem> problems) { this(problems, null); }

    SheetRefused(RowProblem problem) { this(List.of(problem)); }

    /** @param said the same in the words of the file as a whole, which hold nothing that stands in a cell */
    SheetRefused(RowProblem problem, Said said) { this(List.of(problem), said); }

    private SheetRefused(List<RowProblem> problems, Said said) {
        super(problems.get(0).reason());
        this.problems = List.copyOf(problems);
        this.said = said;
    }

    /** Empty where only the problems tell it. */
    public Optional<Said> said() { return Optional.ofNullable(said); }

    /** Never empty. */
    public List<RowProblem> problems() { return problems; }
}
