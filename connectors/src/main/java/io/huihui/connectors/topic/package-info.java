/** The topics: which record travels where, under which key and which id. */
package io.huihui.connectors.topic;
