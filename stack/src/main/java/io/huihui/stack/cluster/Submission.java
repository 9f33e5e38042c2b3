package io.huihui.stack.cluster;

import java.util.List;

/**
 * What to run and from where.
 *
 * @param entryClass main class; null for the one in the jar's manifest
 * @param arguments of that main
 * @param parallelism null for the cluster's default
 * @param savepoint where its state comes from; null to start without
 * @param allowNonRestoredState whether state in the savepoint may belong to no operator
 */
public record Submission(
        String entryClass,
        List<String> arguments,
        Integer parallelism,
        String savepoint,
        boolean allowNonRestoredState) {

    public Submission {
        arguments = List.copyOf(arguments);
    }

    public Submission from(String otherSavepoint) {
        return new Submission(
                entryClass, arguments, parallelism, otherSavepoint, allowNonRestoredState);
    }
}
