package io.huihui.models.vector;

import io.huihui.models.Require;

/**
 * How a graph of neighbours is built and searched.
 *
 * @param links of a vector on the higher levels at most; twice as many on the lowest
 * @param buildBreadth how many candidates an insertion looks for
 * @param searchBreadth how many candidates a search compares exactly; more find more, and take
 *     longer
 * @param seed of the levels
 */
public record GraphShape(int links, int buildBreadth, int searchBreadth, long seed) {

    /** A row's count is stored in a byte. */
    private static final int MOST_LINKS = 100;

    /** .97 and more of the ten nearest of clustered vectors are found: {@code bench vector}. */
    public static final GraphShape USUAL = new GraphShape(16, 100, 50, 1);

    public GraphShape {
        Require.that(
                links >= 2 && links <= MOST_LINKS, "2 <= links <= " + MOST_LINKS, "links=" + links);
        Require.that(
                buildBreadth >= links,
                "buildBreadth >= links",
                "buildBreadth=" + buildBreadth + " links=" + links);
        Require.that(searchBreadth >= 1, "searchBreadth >= 1", "searchBreadth=" + searchBreadth);
    }
}
