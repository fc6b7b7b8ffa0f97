package reidstudio.data.audit;

import java.util.List;

/**
 * Pictures with the same bytes.
 *
 * @param files that are a copy of an earlier one
 * @param betweenPeople groups of copies that are said to show different people
 * @param betweenSplits groups of which some are trained on and some tested with
 * @param examples the first groups, those between splits or people before others, each as the names
 *     in it
 */
public record Copies(int files, int betweenPeople, int betweenSplits, List<List<String>> examples) {
  public Copies {
    examples = List.copyOf(examples);
  }
}
