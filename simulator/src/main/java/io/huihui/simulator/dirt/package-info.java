/**
 * What is wrong with a feed: late and duplicate rows, missing fields, payloads no parser may take.
 */
package io.huihui.simulator.dirt;
