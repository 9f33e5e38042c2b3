package io.huihui.benchmarks.peers;

import io.huihui.benchmarks.vector.JVectorPeer;

import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** JVector's hierarchical graph in memory, with the settings its guide begins with. */
public final class JVectorGraph implements JVectorPeer {

    private static final VectorTypeSupport TYPES =
            VectorizationProvider.getInstance().getVectorTypeSupport();

    private static final VectorSimilarityFunction EUCLIDEAN = VectorSimilarityFunction.EUCLIDEAN;

    private static final float OVERFLOW = 1.2f;
    private static final float ALPHA = 1.2f;

    private ListRandomAccessVectorValues values;
    private GraphIndexBuilder builder;
    private GraphSearcher searcher;

    @Override
    public String name() {
        return "JVector 4.0.2";
    }

    // The builder that takes its place cannot be asked for levels.
    @SuppressWarnings("deprecation")
    @Override
    public void build(float[][] vectors, int links, int breadth, Path folder) {
        List<VectorFloat<?>> list = new ArrayList<>();
        for (float[] vector : vectors) {
            list.add(TYPES.createFloatVector(vector));
        }
        int dimension = vectors[0].length;
        values = new ListRandomAccessVectorValues(list, dimension);
        builder =
                new GraphIndexBuilder(
                        BuildScoreProvider.randomAccessScoreProvider(values, EUCLIDEAN),
                        dimension,
                        2 * links,
                        breadth,
                        OVERFLOW,
                        ALPHA,
                        true);
        for (int i = 0; i < vectors.length; i++) {
            builder.addGraphNode(i, list.get(i));
        }
        builder.cleanup();
        searcher = new GraphSearcher(builder.getGraph());
    }

    @Override
    public int[] search(float[] query, int k, int breadth) {
        SearchResult found =
                searcher.search(
                        DefaultSearchScoreProvider.exact(
                                TYPES.createFloatVector(query), EUCLIDEAN, values),
                        k,
                        breadth,
                        0,
                        0,
                        Bits.ALL);
        return Arrays.stream(found.getNodes()).mapToInt(each -> each.node).toArray();
    }

    @Override
    public void close() throws IOException {
        searcher.close();
        builder.close();
    }
}
