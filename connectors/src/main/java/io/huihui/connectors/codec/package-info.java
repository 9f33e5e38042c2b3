/**
 * Records to bytes and back: Avro single-object encoding, by hand for the hot types and by one
 * mapper over the record's components for the rest. Whatever cannot be a record becomes an {@link
 * io.huihui.connectors.codec.UndecodableException} with one sentence.
 */
package io.huihui.connectors.codec;
