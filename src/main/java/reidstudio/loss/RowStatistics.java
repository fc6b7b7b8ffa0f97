package reidstudio.loss;

/**
 * From how much SDM was built, and between which two values it can be expected. A row is valid if
 * it has a positive on the other side; means over few valid rows look as healthy as over many, so
 * read the counts beside the loss.
 *
 * @param validQueryRows query rows with a positive in the gallery
 * @param queryRows all query rows
 * @param validGalleryRows gallery rows with a positive among the queries
 * @param galleryRows all gallery rows
 * @param positivesPerValidQueryRow mean, 0 if no row is valid
 * @param minPositives smallest number of positives of a valid query row, 0 if no row is valid
 * @param chance value of this very block if all its similarities were equal
 * @param floor value of this very block if each row's mass lay evenly on its positives; not 0 in
 *     cross-entropy form when an identity shows more than once. A temperature may keep the loss
 *     above
 */
public record RowStatistics(
    int validQueryRows,
    int queryRows,
    int validGalleryRows,
    int galleryRows,
    double positivesPerValidQueryRow,
    int minPositives,
    double chance,
    double floor) {

  static RowStatistics of(MatchBlock block, SdmDivergence divergence) {
    MatchSide queries = block.queries();
    MatchSide galleries = block.galleries();
    return new RowStatistics(
        queries.validRows(),
        queries.rows(),
        galleries.validRows(),
        galleries.rows(),
        queries.mean(positives -> positives),
        queries.minPositives(),
        divergence.directionWeight()
            * (chance(queries, divergence) + chance(galleries, divergence)),
        divergence.directionWeight()
            * (queries.mean(divergence::floor) + galleries.mean(divergence::floor)));
  }

  private static double chance(MatchSide side, SdmDivergence divergence) {
    return side.mean(positives -> divergence.chance(positives, side.width()));
  }
}
