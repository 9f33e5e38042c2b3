package io.huihui.stack.cluster;

/**
 * One start of a job on a cluster.
 *
 * @param number grows by one with each start
 * @param replaces number of the release that ran before and to which a rollback returns; null for
 *     the first
 * @param cluster REST address
 * @param jar file name of the copy in the release folder
 * @param submission what was run, with the savepoint it started from
 */
public record Release(
        int number,
        Integer replaces,
        String cluster,
        String jobId,
        String jar,
        Submission submission) {}
