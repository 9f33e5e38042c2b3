package io.huihui.benchmarks.peers;

import io.huihui.benchmarks.vector.LucenePeer;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

import java.io.IOException;
import java.nio.file.Path;

/** Lucene's HNSW of float vectors, written as one segment and read by memory mapping. */
public final class LuceneGraph implements LucenePeer {

    private static final String FIELD = "vector";

    /** So that all vectors make one segment, which is searched fastest. */
    private static final double BUFFER_MIB = 1_900;

    private Directory directory;
    private DirectoryReader reader;
    private LeafReader segment;

    @Override
    public String name() {
        return "Lucene 9.12.3";
    }

    @Override
    public void build(float[][] vectors, int links, int breadth, Path folder) throws IOException {
        directory = FSDirectory.open(folder.resolve("lucene"));
        IndexWriterConfig config =
                new IndexWriterConfig(null)
                        .setCodec(
                                new Lucene912Codec() {
                                    @Override
                                    public KnnVectorsFormat getKnnVectorsFormatForField(
                                            String field) {
                                        return new Lucene99HnswVectorsFormat(links, breadth);
                                    }
                                })
                        .setUseCompoundFile(false)
                        .setMergePolicy(NoMergePolicy.INSTANCE)
                        .setRAMBufferSizeMB(BUFFER_MIB);
        config.setRAMPerThreadHardLimitMB((int) BUFFER_MIB);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (float[] vector : vectors) {
                Document document = new Document();
                document.add(
                        new KnnFloatVectorField(FIELD, vector, VectorSimilarityFunction.EUCLIDEAN));
                writer.addDocument(document);
            }
        }
        reader = DirectoryReader.open(directory);
        if (reader.leaves().size() != 1) {
            throw new IllegalStateException(
                    "need one segment to compare, was "
                            + reader.leaves().size()
                            + "; take fewer vectors");
        }
        segment = reader.leaves().get(0).reader();
    }

    @Override
    public int[] search(float[] query, int k, int breadth) throws IOException {
        ScoreDoc[] found =
                segment.searchNearestVectors(FIELD, query, breadth, null, Integer.MAX_VALUE)
                        .scoreDocs;
        int[] places = new int[Math.min(k, found.length)];
        for (int i = 0; i < places.length; i++) {
            places[i] = found[i].doc;
        }
        return places;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
