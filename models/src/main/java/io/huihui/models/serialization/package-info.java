/**
 * How vocabulary and state become bytes inside Flink. The only package of this module that sees
 * flink-core.
 */
package io.huihui.models.serialization;
