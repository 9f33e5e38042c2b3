/**
 * Submits, saves, upgrades and rolls back a job on any Flink cluster through its REST interface,
 * and keeps a record of each release so that rolling back is one command.
 */
package io.huihui.stack.cluster;
