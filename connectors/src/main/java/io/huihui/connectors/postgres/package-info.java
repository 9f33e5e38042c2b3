/** Postgres as a store of facts: typed tables, binary COPY through staging, migrations. */
package io.huihui.connectors.postgres;
